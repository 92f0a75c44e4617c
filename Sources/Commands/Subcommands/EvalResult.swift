import Evaluation

/// A run with what it is measured against.
struct EvalResult: Sendable {
  var report: EvaluationReport
  /// Documents that were expected and that no question brought up: their ids may be wrong.
  var unseen: [String]
  var thresholds: [ThresholdResult]
  /// With the earlier run that was named.
  var comparison: EvaluationComparison?
}

/// What a measure had to reach, and whether it did.
struct ThresholdResult: Sendable, Equatable {
  var threshold: Threshold
  var found: Double
  var isMet: Bool

  /// An error where a measure has no figure: a check that cannot fail is none.
  static func results(
    of thresholds: [Threshold], in figures: Figures
  ) throws(CommandError) -> [ThresholdResult] {
    var results: [ThresholdResult] = []
    for threshold in thresholds {
      guard let found = figures[threshold.measure], let isMet = threshold.isMet(by: figures) else {
        throw .noFigure(threshold.measure)
      }
      results.append(ThresholdResult(threshold: threshold, found: found, isMet: isMet))
    }
    return results
  }
}
