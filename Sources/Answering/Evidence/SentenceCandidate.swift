/// A sentence that may be quoted, and what speaks for it.
struct SentenceCandidate {
  /// Index of its passage among those read.
  var passage: Int
  /// Index of the sentence in its passage.
  var sentence: Int
  /// Share of the question's weight that the sentence itself holds, 0…1.
  var own: Double
  /// The same with what context and passage add.
  var coverage: Double
  /// The words that answer, where a recogniser finds them.
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
  /// What it says, where it is one amount or date.
  var mention: Mention?
}
