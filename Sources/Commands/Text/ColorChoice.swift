import Platform

/// When output is coloured.
enum ColorChoice: String, Sendable, CaseIterable {
  case auto, always, never

  /// `--color` goes before `NO_COLOR` (no-color.org: any value that is not empty), which goes
  /// before what the terminal is.
  func isColored(onTerminal: Bool, environment: Environment) -> Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto:
      onTerminal && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
    }
  }
}
