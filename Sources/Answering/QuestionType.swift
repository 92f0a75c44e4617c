/// What kind of answer a question asks for.
public enum QuestionType: String, Sendable, CaseIterable {
  case person, organization, place, date, number, money, percentage, duration
  case definition, acronym, reason, method, choice
  case yesNo = "yes/no"
  case other
}
