/// The text before the cursor, and its style.
public struct Prompt: Sendable, Equatable {
  public var text: String
  /// An SGR sequence such as `ESC[1m`, or the empty string for a plain prompt.
  public var style: String

  public init(_ text: String, style: String = "") {
    self.text = text
    self.style = style
  }

  /// The prompt in the format of readline: escape sequences are between \001 and \002, so that they
  /// are not counted as columns (readline manual, "rl_expand_prompt").
  var readlineForm: String {
    style.isEmpty ? text : "\u{1}\(style)\u{2}\(text)\u{1}\u{1B}[0m\u{2}"
  }
}
