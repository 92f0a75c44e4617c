/// What a checkup found about one thing.
struct Finding: Sendable, Equatable {
  /// What was looked at, by the name that scripts know it by.
  enum Area: String, Sendable, CaseIterable {
    case version, index, sources, skipped, languages, dictionaries, glossary, terminal, history
    case disk
  }

  enum State: String, Sendable, CaseIterable {
    case fine
    /// All works; something could be better.
    case advice
    /// Something does not work.
    case problem
  }

  var area: Area
  var state: State
  var fact: Phrase
  /// What to do about it.
  var remedy: Phrase?

  init(_ area: Area, _ state: State, _ fact: Phrase, remedy: Phrase? = nil) {
    self.area = area
    self.state = state
    self.fact = fact
    self.remedy = remedy
  }
}
