import CUnicode

/// How many columns of a terminal text takes.
enum DisplayWidth {
  /// 0 for combining marks, 2 for wide characters, else 1 (utf8proc's tables, after UAX #11).
  static func columns(of scalar: Unicode.Scalar) -> Int {
    if scalar.isASCII { return 1 }
    return max(0, Int(utf8proc_charwidth(utf8proc_int32_t(scalar.value))))
  }

  static func columns(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + columns(of: $1) }
  }
}
