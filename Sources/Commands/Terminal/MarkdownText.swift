/// Escapes text for Markdown.
enum MarkdownText {
  /// Returns the text on one line, with a backslash before each character that CommonMark or GitHub's
  /// extensions would take for markup. A reader sees the text itself, and no list, link, formula or
  /// HTML.
  static func escaped(_ text: String) -> String {
    let scalars = VisibleText.line(text).trimmed.unicodeScalars
    let marker = scalars.count(while: \.isDigit)
    var result = String.UnicodeScalarView()
    for (place, scalar) in scalars.enumerated() {
      let beginsList =
        place == 0 && "-+=".unicodeScalars.contains(scalar)
        || place == marker && marker > 0 && ".)".unicodeScalars.contains(scalar)
      if beginsList || "\\`*_{}[]<>#|&~$".unicodeScalars.contains(scalar) { result.append("\\") }
      result.append(scalar)
    }
    return String(result)
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
}

extension Sequence {
  /// Returns the number of elements at the beginning that satisfy a condition.
  fileprivate func count(while condition: (Element) -> Bool) -> Int {
    var count = 0
    for element in self {
      guard condition(element) else { return count }
      count += 1
    }
    return count
  }
}
