/// Text from documents, file names and questions, made harmless for a terminal.
///
/// A document may hold escape sequences that would move the cursor, set the title or hide text.
/// C0 controls show as their pictures (ESC as ␛, U+2400 block), C1 controls as U+FFFD, and bidi
/// controls, which reorder what is shown, are dropped; line breaks and tabs become spaces.
enum VisibleText {
  /// The scalar to show in place of `scalar`; nil for none.
  static func replacement(for scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x20..<0x7F: scalar
    case 0x09...0x0D, 0x85, 0x2028, 0x2029: " "
    case 0x00..<0x20: Unicode.Scalar(0x2400 + scalar.value)
    case 0x7F: "\u{2421}"
    case 0x80..<0xA0: "\u{FFFD}"
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: nil
    // Tag characters and interlinear annotations hide text without a trace.
    case 0xFFF9...0xFFFB, 0xE0000...0xE007F: nil
    default: scalar
    }
  }

  /// `text` on one line, with nothing in it that steers a terminal.
  static func line(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let shown = replacement(for: scalar) { result.append(shown) }
    }
    return String(result)
  }
}
