/// The text before the cursor, with the style that it is shown in.
public struct Prompt: Sendable, Equatable {
  public var text: String
  /// An SGR sequence such as `ESC[1m`; empty for a plain prompt.
  public var style: String

  public init(_ text: String, style: String = "") {
    self.text = text
    self.style = style
  }

  /// As readline wants it: escape sequences between \001 and \002, so that it does not count them
  /// as columns (readline manual, "rl_expand_prompt").
  var readlineForm: String {
    style.isEmpty ? text : "\u{1}\(style)\u{2}\(text)\u{1}\u{1B}[0m\u{2}"
  }
}
