/// A figure that summarizes a run.
public enum Measure: String, Sendable, CaseIterable {
  // Documents, for the questions with a document that answers.
  /// The share with such a document first.
  case success1 = "success@1"
  /// The share with such a document among the first five.
  case success5 = "success@5"
  /// The mean reciprocal rank of the first such document among ten.
  case reciprocalRank = "MRR@10"
  case gain = "nDCG@10"
  case recall = "recall@100"

  // Answers, for the questions that have one.
  /// The share with an expected answer in the first snippet.
  case snippet1 = "snippet@1"
  /// The share with an expected answer in one of the first three snippets.
  case snippet3 = "snippet@3"
  /// The share whose text is an expected answer.
  case exact
  /// The mean overlap of the text with the most similar expected answer.
  case f1 = "F1"
  /// The share with a text as the answer.
  case given
  /// The share with the verdict "answered".
  case answered
  /// The share with the verdict "answered" and an expected answer in the first snippet.
  case answeredRight = "answered right"
  /// The mean number of words of the first snippet.
  case snippetWords = "words/snippet"
  /// The number of words of the first snippet that 95 % do not exceed.
  case longestWords = "p95"

  // Verdicts.
  /// The share of the questions without an answer that are not "answered".
  case refused
  /// The probability that a question with an answer has more support than one without.
  case auc = "AUC"
  /// The largest share of questions, best supported first, of which at least 80 % are right.
  case coverage = "share at 80 %"

  /// The share of all citations whose source contains the snippet, byte for byte.
  case verbatim

  /// The number of decimals with which the measure is shown.
  public var places: Int {
    switch self {
    case .snippetWords: 1
    case .longestWords: 0
    default: 4
    }
  }
}
