/// Splits a text into words at white space, as the length of a snippet is counted.
enum WordSplitter {
  static func words(of text: String) -> [Substring.UnicodeScalarView] {
    text.unicodeScalars.split(whereSeparator: isSeparator)
  }

  /// Returns whether a scalar is white space in Unicode or one of the four information separators
  /// of ASCII.
  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      ? scalar == " " || (0x09...0x0D).contains(scalar.value)
        || (0x1C...0x1F).contains(scalar.value)
      : scalar.properties.isWhitespace
  }
}
