/// The meaning of a piece of text, which determines its appearance.
enum Style: Sendable, Equatable, CaseIterable {
  case plain
  /// A word of the question in a quotation.
  case match
  /// The words asked for.
  case answer
  /// The words asked for, on a line of their own.
  case headline
  case title
  /// Places and dates.
  case quiet
  case warning

  /// The parameters of SGR (ECMA-48 8.3.117), readable on dark and light backgrounds.
  var sgr: String {
    switch self {
    case .plain: ""
    case .match, .title: "1"
    case .answer, .headline: "1;32"
    case .quiet: "2"
    case .warning: "35"
    }
  }

  /// The mark around a text without colour, since meaning never depends on colour alone.
  var plainMark: String { self == .answer ? "**" : "" }
}

/// A run of text in one style.
struct StyledText: Sendable, Equatable {
  var text: String
  var style: Style
  /// The URL that the text links to, if the terminal supports links.
  var link: String?

  init(_ text: String, _ style: Style = .plain, link: String? = nil) {
    self.text = text
    self.style = style
    self.link = link
  }
}
