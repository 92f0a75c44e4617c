/// Lines of tab-separated values.
enum TabSeparatedText {
  /// Returns a line. In a value, a backslash becomes `\\`, a tab `\t`, a line feed `\n`, a carriage
  /// return `\r`, and any other control character `\u` with four digits, as in JSON.
  static func row(_ values: [String]) -> String {
    values.map(escaped).joined(separator: "\t") + "\n"
  }

  private static func escaped(_ value: String) -> String {
    var result = ""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\t": result += "\\t"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      default:
        if VisibleText.replacement(for: scalar) == scalar {
          result.unicodeScalars.append(scalar)
        } else {
          for unit in UTF16.encode(scalar) ?? .init() { result += escape(unit) }
        }
      }
    }
    return result
  }

  private static func escape(_ unit: UInt16) -> String {
    let digits = String(unit, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
  }
}
