/// A sentence that may be quoted, with the evidence for it.
struct SentenceCandidate {
  /// Index of its passage among those read.
  var passage: Int
  /// Index of the sentence in its passage.
  var sentence: Int
  /// Share of the question's weight that the sentence itself holds, 0…1.
  var own: Double
  /// The same with what context and passage add.
  var coverage: Double
  /// The words that answer; nil if no recogniser finds any.
  var answer: AnswerSpan?
  var evidence: SentenceEvidence

  var score: Double { evidence.score }
}

/// The words that answer a question within a passage.
struct AnswerSpan: Equatable {
  /// UTF-8 bytes of the passage.
  var range: Range<Int>
  /// 0…1.
  var confidence: Double
  /// The amount or date, if it is a single one.
  var mention: Mention?
  /// The nearness of the question's words, 0…1.
  var closeness = 0.0
  /// The distance to the next best words of the sentence, 0…1; 1 if there are no others.
  var margin = 1.0
  /// A Boolean value that indicates whether it is the field of a record that the question asks for.
  var isField = false
}

/// The evidence for quoting a sentence, in points that add up.
public struct SentenceEvidence: Sendable, Equatable {
  /// The result of looking for the kind of answer in a sentence.
  public enum TypeTest: String, Sendable, CaseIterable {
    case passed, failed
    /// The type has no recognisable form.
    case untested
  }

  /// The rank of its passage.
  public var passage = 0.0
  /// The share of the question that it covers, with help from title, headings and passage.
  public var coverage = 0.0
  /// The presence of the kind of words asked for.
  public var type = 0.0
  /// Nearness to the passage's beginning.
  public var position = 0.0
  /// A deduction, at most 0, for questions, code and contents lists.
  public var form = 0.0
  /// The age of the document, if the newest is wanted.
  public var recency = 0.0
  /// A deduction, at most 0, for a language other than the question's.
  public var language = 0.0
  public var test = TypeTest.untested

  public init() {}

  public var score: Double {
    passage + coverage + type + position + form + recency + language
  }
}

/// The weights that rank sentences against each other.
///
/// The shape (passage twice, covered share of the question, half a point for the expected type)
/// is the best of those measured on Indonesian encyclopaedic questions.
enum SentenceScore {
  /// The passage's score as a share of the best passage's.
  static let passage = 2.0
  /// The share of the question's weight that the sentence covers.
  static let coverage = 1.5
  /// The sentence holds what the question's type expects, times how surely.
  static let type = 0.7
  /// The same for a kind of answer without a distinctive form.
  static let vagueType = 0.2
  /// First sentence of its passage; falls with the distance from it.
  static let position = 0.1

  /// The strength of a question word in the title or a heading; 1 in the sentence itself.
  static let inContext = 0.9
  /// The strength of a question word elsewhere in the passage.
  static let inPassage = 0.4
  /// The relative weight of a word like *firm* in *which firm*.
  static let focusWeight = 0.5
  /// The share of a recogniser's confidence that remains in a negated clause.
  static let negated = 0.3
  /// The relative weight of a word like *come* in *come from*.
  static let lightWeight = 0.3
  /// The relative weight of a word like *current*, in addition to ``lightWeight``.
  static let presentWeight = 0.2

  /// Taken off for a passage in another language than the question's: as good evidence in the
  /// asker's language goes first.
  static let otherLanguage = 0.2

  /// The deduction for a sentence that asks.
  static let interrogative = 0.6
  /// The deduction for code, and for lines of contents and navigation.
  static let unread = 0.6
  /// The deduction for a sentence about another year than the question's.
  static let otherYear = 0.4
  /// The worth of being from the newest document, if the question asks for it.
  static let recency = 0.5
  /// The same if the question only asks what is so now.
  static let presentRecency = 0.1
  /// The strength of a question word in the sentence before; 1 in the sentence itself.
  static let inPrevious = 0.6
  /// The share of the question in a passage from which a sentence without its words may answer.
  static let leastPassage = 0.4
  /// The strength of a question word in the question or the lead-in that a sentence answers to.
  static let inLeadIn = 0.9

  /// The weight of a related stem in the search for the passages of an answer, for a strength of 1;
  /// 1 for a word of the question itself.
  static let relatedWeight = 0.4

  /// The number of passages that are read for an answer with some citations.
  static func passages(for top: Int) -> Int { max(12, 4 * top) }
  /// The number of sentences that the recognisers run on.
  static func competitors(for top: Int) -> Int { max(24, 8 * top) }

  /// The share of the first citation's coverage below which nothing more is cited.
  static let leastFurther = 0.3
  /// The deduction for each earlier citation from the same document.
  static let sameDocument = 0.25
  /// The share of the shorter snippet's words from which two snippets are duplicates.
  static let duplicate = 0.8

  /// The worth of an answer of some type in a sentence.
  static func weight(of expected: QuestionType) -> Double {
    expected == .choice ? vagueType : expected.hasForm ? type : 0
  }
}
