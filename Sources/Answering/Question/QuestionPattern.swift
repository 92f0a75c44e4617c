/// A phrase that tells a question's type, and where the noun stands that says more.
struct QuestionPattern: Sendable {
  /// Which noun beside the phrase is looked at.
  enum Noun: Sendable {
    case none
    /// *how many employees*: what is counted.
    case counted
    /// *which year*, *what is the capital*: its own kind decides the type.
    case after
    /// *sektor apa*: the same, before the phrase.
    case before
  }

  var words: [WordKey]
  var type: QuestionType
  var form: ExpectedAnswer.Form
  var noun: Noun

  /// Reads a line of a table: `how many : number counted`.
  init?(line: some StringProtocol) {
    let sides = line.split(separator: ":")
    guard sides.count == 2 else { return nil }
    words = sides[0].split(separator: " ").map { WordKey($0) }
    var form = ExpectedAnswer.Form.plain
    var noun = Noun.none
    var type: QuestionType?
    for word in sides[1].split(separator: " ") {
      switch word {
      case "counted": noun = .counted
      case "after": noun = .after
      case "before": noun = .before
      case "expansion": form = .expansion
      case "abbreviation": form = .abbreviation
      case "rank": form = .rank
      default: type = QuestionType(rawValue: String(word))
      }
    }
    guard let type, !words.isEmpty else { return nil }
    self.type = type
    self.form = form
    self.noun = noun
  }
}
