/// A phrase that determines a question's type, and the position of the noun that refines it.
struct QuestionPattern: Sendable {
  /// The noun beside the phrase that refines the type.
  enum Noun: Sendable {
    case none
    /// *how many employees*: the noun counted.
    case counted
    /// *which year*, *what is the capital*: the kind of the noun determines the type.
    case after
    /// *sektor apa*: the noun before the phrase determines the type.
    case before
  }

  var words: [WordKey] = []
  var type = QuestionType.other
  var form = ExpectedAnswer.Form.plain
  var noun = Noun.none

  /// Applies a word of the table that gives a phrase a meaning in addition to its type.
  mutating func take(_ word: WordKey) {
    switch word {
    case Self.counted: noun = .counted
    case Self.after: noun = .after
    case Self.before: noun = .before
    case Self.expansion: form = .expansion
    case Self.abbreviation: form = .abbreviation
    case Self.clock: form = .clock
    default: form = .rank
    }
  }

  private static let clock = WordKey("clock")
  private static let counted = WordKey("counted")
  private static let after = WordKey("after")
  private static let before = WordKey("before")
  private static let expansion = WordKey("expansion")
  private static let abbreviation = WordKey("abbreviation")

  /// Returns whether the phrase appears at `start`.
  func matches(_ text: [WordKey], at start: Int) -> Bool {
    guard start + words.count <= text.count else { return false }
    for index in words.indices where words[index] != text[start + index] { return false }
    return true
  }
}

/// The patterns of one table.
struct QuestionPatterns: Sendable {
  private let patterns: [QuestionPattern]
  /// The first word of each pattern.
  private let firstWords: [WordKey]
  /// The words with which a pattern begins, which few words of a question are.
  private var beginnings: WordMarks

  init(_ patterns: [QuestionPattern]) {
    self.patterns = patterns
    firstWords = patterns.map { $0.words[0] }
    beginnings = WordMarks(capacity: patterns.count)
    for word in firstWords { beginnings.insert(word, mark: 1) }
  }

  /// Returns the longest pattern that appears at `start`, the first of several, or nil if none does.
  func longest(in words: [WordKey], at start: Int) -> QuestionPattern? {
    let first = words[start]
    guard beginnings[first] != 0 else { return nil }
    var longest: Int?
    var length = 0
    for place in firstWords.indices where firstWords[place] == first {
      guard patterns[place].words.count > length, patterns[place].matches(words, at: start) else {
        continue
      }
      longest = place
      length = patterns[place].words.count
    }
    return longest.map { patterns[$0] }
  }
}
