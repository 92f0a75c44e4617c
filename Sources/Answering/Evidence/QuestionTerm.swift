/// A content word of a question as sentences are searched for it.
struct QuestionTerm: Sendable {
  /// As typed.
  var text: String
  /// Index in `Query.terms`.
  var place: Int
  /// Folded bytes, for words that only share their beginning.
  var folded: [UInt8]
  /// Bytes of the stem.
  var stemmed: [UInt8]
  var surface: WordKey
  var stem: WordKey
  /// Its group of ``Synonyms``; 0 for none.
  var synonyms: UInt8
  /// How much of the question it carries: its inverse document frequency.
  var weight: Double
  /// A name, a year or a number: nothing else can stand for it.
  var isEntity: Bool
  /// Has digits.
  var isNumber: Bool
  /// Says what kind of thing is asked for (*firm* in *which firm*): the answer itself may stand
  /// in its place.
  var isFocus: Bool
}
