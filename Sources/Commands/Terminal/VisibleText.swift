import CUnicode

/// Makes text from documents, file names and questions harmless for a terminal.
///
/// A document may contain escape sequences that move the cursor, set the title or hide text. C0
/// controls become their pictures (ESC becomes ␛, U+2400 block) and C1 controls U+FFFD. Bidi
/// controls, which reorder text, are dropped; line breaks and tabs become spaces.
enum VisibleText {
  /// Returns the scalar that is shown for a scalar; nil if none is shown.
  static func replacement(for scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x20..<0x7F: scalar
    case 0x09...0x0D, 0x85, 0x2028, 0x2029: " "
    case 0x00..<0x20: Unicode.Scalar(0x2400 + scalar.value)
    case 0x7F: "\u{2421}"
    case 0x80..<0xA0: "\u{FFFD}"
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: nil
    // Tag characters and interlinear annotations hide text.
    case 0xFFF9...0xFFFB, 0xE0000...0xE007F: nil
    default: scalar
    }
  }

  /// Returns the text on one line, without anything that controls a terminal.
  static func line(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let shown = replacement(for: scalar) { result.append(shown) }
    }
    return String(result)
  }
}

/// The number of terminal columns that text takes.
enum DisplayWidth {
  /// Returns 0 for combining marks, 2 for wide characters and otherwise 1 (utf8proc's tables, after
  /// UAX #11).
  static func columns(of scalar: Unicode.Scalar) -> Int {
    if scalar.isASCII { return 1 }
    return max(0, Int(utf8proc_charwidth(utf8proc_int32_t(scalar.value))))
  }

  static func columns(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + columns(of: $1) }
  }
}
