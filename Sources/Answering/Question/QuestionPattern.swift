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

  var words: [WordKey] = []
  var type = QuestionType.other
  var form = ExpectedAnswer.Form.plain
  var noun = Noun.none

  /// Takes a word of a table that says what a phrase means beside its type.
  mutating func take(_ word: WordKey) {
    switch word {
    case Self.counted: noun = .counted
    case Self.after: noun = .after
    case Self.before: noun = .before
    case Self.expansion: form = .expansion
    case Self.abbreviation: form = .abbreviation
    default: form = .rank
    }
  }

  private static let counted = WordKey("counted")
  private static let after = WordKey("after")
  private static let before = WordKey("before")
  private static let expansion = WordKey("expansion")
  private static let abbreviation = WordKey("abbreviation")

  /// Whether the phrase stands at `start`.
  func matches(_ text: [WordKey], at start: Int) -> Bool {
    guard start + words.count <= text.count else { return false }
    for index in words.indices where words[index] != text[start + index] { return false }
    return true
  }
}
