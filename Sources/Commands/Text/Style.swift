/// What a piece of text is, which decides how it looks.
enum Style: Sendable, Equatable, CaseIterable {
  case plain
  /// A word of the question, where a document has it too.
  case match
  /// The words that were asked for.
  case answer
  /// The same words once more, on a line of their own.
  case headline
  case title
  /// Places, dates: there for who looks for them.
  case quiet
  case warning

  /// Parameters of SGR (ECMA-48 8.3.117); readable on dark and light grounds.
  var sgr: String {
    switch self {
    case .plain: ""
    case .match, .title: "1"
    case .answer, .headline: "1;32"
    case .quiet: "2"
    case .warning: "35"
    }
  }

  /// What stands around a piece where there is no colour: meaning never hangs on colour alone.
  var plainMark: String { self == .answer ? "**" : "" }
}

/// A run of text in one style.
struct StyledText: Sendable, Equatable {
  var text: String
  var style: Style
  /// A URL that the text leads to, where a terminal can follow it.
  var link: String?

  init(_ text: String, _ style: Style = .plain, link: String? = nil) {
    self.text = text
    self.style = style
    self.link = link
  }
}
