/// A run of a sentence's words that may be an answer.
struct Phrase {
  /// Indices of its words.
  var words: Range<Int>
  /// More than one run, with *of*, *and* or a comma between them.
  var isJoined = false
}
