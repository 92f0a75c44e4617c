/// Makes hidden characters in documents visible to people and models.
///
/// Control, bidi, zero-width and tag characters can hide words or change their order. They are
/// written as `⟨U+202E⟩`; line breaks and tabs become spaces.
enum RevealedText {
  static func line(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control where scalar.properties.isWhitespace: result.append(" ")
      case .lineSeparator, .paragraphSeparator: result.append(" ")
      case .control, .format, .privateUse, .unassigned:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let zeros = String(repeating: "0", count: max(0, 4 - digits.utf8.count))
        result.append(contentsOf: "⟨U+\(zeros)\(digits)⟩".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
