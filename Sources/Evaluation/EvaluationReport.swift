/// The results of a run.
public struct EvaluationReport: Sendable, Equatable {
  /// The outcomes, in the order of the questions.
  public let outcomes: [QuestionOutcome]
  public let figures: Figures
  /// The figures by kind, in alphabetical order; empty if all questions are of one kind.
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

  /// The questions that did not come out as expected.
  public var failures: [QuestionOutcome] { outcomes.filter { $0.isRight == false } }

  /// The number of questions without an expectation.
  public var unscored: Int { outcomes.count { $0.isRight == nil } }
}
