/// A figure that sums up a run.
public enum Measure: String, Sendable, CaseIterable {
  // Documents, over the questions with a document that answers.
  /// Share with such a document first, and among the first five.
  case success1 = "success@1"
  case success5 = "success@5"
  /// Mean reciprocal rank of the first such document among ten.
  case reciprocalRank = "MRR@10"
  case gain = "nDCG@10"
  case recall = "recall@100"

  // Answers, over the questions that have one.
  /// Share with an expected answer in the first snippet, and in one of the first three.
  case snippet1 = "snippet@1"
  case snippet3 = "snippet@3"
  /// Share whose words are an expected answer's, and the mean overlap with it.
  case exact
  case f1 = "F1"
  /// Share where words are given as the answer.
  case given
  /// Share with the verdict "answered", and of those with the right snippet first as well.
  case answered
  case answeredRight = "answered right"
  /// Mean number of words of the first snippet, and the length that 95 % do not exceed.
  case snippetWords = "words/snippet"
  case longestWords = "p95"

  // Verdicts.
  /// Share of the questions without an answer that are not "answered".
  case refused
  /// How often a question with an answer has more support than one without.
  case auc = "AUC"
  /// The largest share of questions, best supported first, of which 80 % are right.
  case coverage = "share at 80 %"

  /// Share of all citations whose source holds the snippet, byte for byte.
  case verbatim

  /// Decimals that it is given with.
  public var places: Int {
    switch self {
    case .snippetWords: 1
    case .longestWords: 0
    default: 4
    }
  }
}
