/// The differences from an earlier run.
public struct EvaluationComparison: Sendable, Equatable {
  /// A measure that both runs have.
  public struct Change: Sendable, Equatable {
    public var measure: Measure
    public var before: Double
    public var after: Double
  }

  /// In the order of measures, also those that stayed the same.
  public let changes: [Change]
  /// Questions that were wrong and are right, and the other way round.
  public let gained: [QuestionOutcome]
  public let lost: [QuestionOutcome]
  /// Questions that only this run has, and the number of those that only the earlier one has:
  /// figures of different questions say little about each other.
  public let added: [QuestionOutcome]
  public let removed: Int

  public init(from earlier: SavedEvaluation, to report: EvaluationReport) {
    changes = Measure.allCases.compactMap { measure in
      guard let before = earlier.figures[measure], let after = report.figures[measure] else {
        return nil
      }
      return Change(measure: measure, before: before, after: after)
    }
    let scored = report.outcomes.filter { $0.isRight != nil }
    gained = scored.filter { $0.isRight == true && earlier.isRight[$0.question.id] == false }
    lost = scored.filter { $0.isRight == false && earlier.isRight[$0.question.id] == true }
    added = scored.filter { earlier.isRight[$0.question.id] == nil }
    removed = earlier.isRight.count - (scored.count - added.count)
  }
}
