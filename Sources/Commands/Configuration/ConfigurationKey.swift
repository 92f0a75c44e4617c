/// A setting of a configuration file, identified by its path. This table determines which settings
/// are read, reported in errors and shown by `tanya config`.
enum ConfigurationKey: String, Sendable, CaseIterable {
  case top = "defaults.top"
  case language = "defaults.language"
  case format = "defaults.format"
  case color = "defaults.color"
  case library = "defaults.library"
  case refresh = "defaults.refresh"
  /// The maximum time for an update before an answer, in milliseconds.
  case patience = "defaults.patience"
  case width = "shell.width"
  case links = "shell.links"
  case paging = "shell.paging"
  case timing = "shell.timing"
  case pager = "shell.pager"
  case editor = "shell.editor"
  case editing = "shell.editing"

  /// The kind of value of a setting.
  enum Kind: Sendable, Equatable {
    case integer(ClosedRange<Int>)
    case boolean
    case choice([String])
    /// `auto`, or a code of two or three letters.
    case language
    case text
    /// A name, or an array of names.
    case names
  }

  var kind: Kind {
    switch self {
    case .top: .integer(Self.topRange)
    case .patience: .integer(Self.patienceRange)
    case .language: .language
    case .format: .choice(AnswerFormat.allCases.filter { $0 != .trec }.map(\.rawValue))
    case .color: .choice(ColorChoice.allCases.map(\.rawValue))
    case .library: .names
    case .refresh, .timing: .boolean
    case .width: .integer(Self.widthRange)
    case .links: .choice(LinkChoice.allCases.map(\.rawValue))
    case .paging: .choice(["auto", "off"])
    case .pager, .editor: .text
    case .editing: .choice(["emacs", "vi"])
    }
  }

  /// A Boolean value that indicates whether the configuration of a project may choose the setting.
  /// Since that may come from anyone, it may not run a program, name a library or hide messages.
  var isOfProject: Bool {
    switch self {
    case .top, .language, .format, .width: true
    default: false
    }
  }

  static let topRange = 1...100_000
  static let patienceRange = 1...60_000
  static let widthRange = 20...1000
}

/// The format of the output.
enum AnswerFormat: String, Sendable, CaseIterable {
  case text, json, jsonl, tsv, markdown, html, vimgrep, answer, trec
}
