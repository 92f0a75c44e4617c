/// What kind of answer a question asks for.
public enum QuestionType: String, Sendable, CaseIterable {
  case person, organization, place, date, number, money, percentage, duration
  case definition, acronym, reason, method, choice
  case yesNo = "yes/no"
  case other

  /// Whether an answer of this type can be told by its form.
  public var hasForm: Bool {
    switch self {
    case .person, .organization, .place, .date, .number, .money, .percentage, .duration, .acronym,
      .definition, .reason, .choice:
      true
    case .method, .yesNo, .other: false
    }
  }
}
