/// All that came of a run.
public struct EvaluationReport: Sendable, Equatable {
  /// In the order of the questions.
  public let outcomes: [QuestionOutcome]
  public let figures: Figures
  /// By kind, in alphabetical order; empty where there are no two kinds.
  public let kinds: [Part]

  /// The figures of one kind of question.
  public struct Part: Sendable, Equatable {
    public var kind: String
    public var figures: Figures
  }

  public init(_ outcomes: [QuestionOutcome]) {
    self.outcomes = outcomes
    figures = Figures(outcomes)
    let groups = Dictionary(grouping: outcomes) { $0.question.kind ?? "" }
    kinds =
      groups.count < 2
      ? []
      : groups.filter { !$0.key.isEmpty }.sorted { $0.key < $1.key }
        .map { Part(kind: $0.key, figures: Figures($0.value)) }
  }

  /// Questions that did not come out as expected.
  public var failures: [QuestionOutcome] { outcomes.filter { $0.isRight == false } }

  /// Questions that nothing is expected of.
  public var unscored: Int { outcomes.count { $0.isRight == nil } }
}
