/// The differences between a run and an earlier one.
public struct EvaluationComparison: Sendable, Equatable {
  /// The change of a measure that both runs have.
  public struct Change: Sendable, Equatable {
    public var measure: Measure
    public var before: Double
    public var after: Double
  }

  /// The changes in the order of measures, including those that are zero.
  public let changes: [Change]
  /// The questions that were wrong and are right.
  public let gained: [QuestionOutcome]
  /// The questions that were right and are wrong.
  public let lost: [QuestionOutcome]
  /// The questions that only this run has. Figures of different questions are hardly comparable.
  public let added: [QuestionOutcome]
  /// The number of questions that only the earlier run has.
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
