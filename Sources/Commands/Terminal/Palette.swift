/// The appearance of each style.
struct Palette: Sendable, Equatable {
  /// The SGR parameters of the styles that differ from the standard.
  private var chosen: [Style: String] = [:]

  /// Returns the SGR parameters (ECMA-48 8.3.117) of a style; empty for plain text.
  func sgr(_ style: Style) -> String { chosen[style] ?? style.sgr }

  /// The styles that can be chosen, by their names in a configuration file.
  static let styles: [String: Style] = [
    "match": .match, "answer": .answer, "headline": .headline, "title": .title, "quiet": .quiet,
    "warning": .warning,
  ]

  private static let colors = [
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
  ]
  private static let attributes = [
    "plain": "", "bold": "1", "dim": "2", "italic": "3", "underline": "4",
  ]

  /// The words that describe an appearance.
  static let words =
    ["plain", "bold", "dim", "italic", "underline"] + colors + ["bright-red", "…"]

  /// Chooses the appearance of a style, such as `bold bright-green`.
  ///
  /// - Returns: `false` for an unknown word.
  mutating func choose(_ description: String, for style: Style) -> Bool {
    var codes: [String] = []
    for word in description.split(separator: " ") {
      let isBright = word.hasPrefix("bright-")
      let name = String(isBright ? word.dropFirst("bright-".count) : word)
      if !isBright, let attribute = Self.attributes[name] {
        if !attribute.isEmpty { codes.append(attribute) }
      } else if let color = Self.colors.firstIndex(of: name) {
        codes.append("\(color + (isBright ? 90 : 30))")
      } else {
        return false
      }
    }
    chosen[style] = codes.joined(separator: ";")
    return true
  }
}
