import Evaluation
import JSON

/// A scored run with the results of its thresholds and its comparison with an earlier run.
struct EvalResult: Sendable {
  var report: EvaluationReport
  /// The ids of expected documents that occur in no ranking, which may be misspelt.
  var unseen: [String]
  var thresholds: [ThresholdResult]
  /// The comparison with an earlier run, if one was named.
  var comparison: EvaluationComparison?
}

/// A threshold with the figure that was found and whether it meets the threshold.
struct ThresholdResult: Sendable, Equatable {
  var threshold: Threshold
  var found: Double
  var isMet: Bool

  /// Compares figures with thresholds.
  ///
  /// - Throws: An error if a measure has no figure, because a check without a figure could never
  ///   fail.
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

/// A scored run, for scripts and for later comparison.
enum EvalJSON {
  static func bytes(_ result: EvalResult) -> [UInt8] {
    var writer = JSONWriter(capacity: 1 << 16)
    result.report.write(to: &writer) { writer in
      if !result.thresholds.isEmpty {
        writer.key("thresholds")
        writer.array(of: result.thresholds) { write($1, to: &$0) }
      }
      if let comparison = result.comparison {
        writer.key("comparison")
        write(comparison, to: &writer)
      }
    }
    return writer.bytes
  }

  private static func write(_ result: ThresholdResult, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("require", result.threshold.description)
      writer.member("found", result.found)
      writer.member("met", result.isMet)
    }
  }

  private static func write(_ comparison: EvaluationComparison, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("before")
      writer.object { writer in
        for change in comparison.changes {
          writer.key(change.measure.rawValue)
          writer.double(change.before)
        }
      }
      for (name, outcomes) in [
        ("gained", comparison.gained), ("lost", comparison.lost), ("added", comparison.added),
      ] {
        writer.key(name)
        writer.array(of: outcomes) { $0.string($1.question.id) }
      }
      writer.member("removed", comparison.removed)
    }
  }
}
