/// A result of a checkup.
struct Finding: Sendable, Equatable {
  /// The subject of a finding. Scripts rely on its name.
  enum Area: String, Sendable, CaseIterable {
    case version, configuration, index, sources, skipped, helpers, languages, dictionaries
    case glossary, terminal, history
    case disk
  }

  enum State: String, Sendable, CaseIterable {
    case fine
    /// Something could be better.
    case advice
    /// Something does not work.
    case problem
  }

  var area: Area
  var state: State
  var fact: Phrase
  /// The suggested action.
  var remedy: Phrase?

  init(_ area: Area, _ state: State, _ fact: Phrase, remedy: Phrase? = nil) {
    self.area = area
    self.state = state
    self.fact = fact
    self.remedy = remedy
  }
}
