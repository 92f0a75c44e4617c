/// Determines the encoding of a text and decodes it. The encoding is that of a byte order mark, or
/// else the declared one, or else UTF-8 if the bytes are valid, or else Windows-1252 if they look
/// like it.
enum TextDecoder {
  /// The share of bytes beyond ASCII above which a text is not decoded as Windows-1252. Texts in
  /// Latin letters are below it, and texts in EUC, Shift JIS, GBK or KOI8 are far above it.
  private static let mostForeign = 0.3

  /// Returns the text as UTF-8.
  ///
  /// - Parameter declared: The encoding that the file or its container declares.
  static func utf8(
    _ bytes: [UInt8], declared: Charset? = nil
  ) throws(ReadingError) -> [UInt8] {
    if let text = utf8(ofMarked: bytes) { return text }
    if let declared, declared != .utf8 { return declared.decode(bytes) }
    do throws(ReadingError) {
      try TextReader.check(bytes.span)
      return bytes
    } catch {
      guard case .notUTF8 = error.reason, isProbablyWindows1252(bytes) else { throw error }
      return Charset.windows1252.decode(bytes)
    }
  }

  /// Returns the text as UTF-8 if its first bytes show another encoding: by a byte order mark, or by
  /// a zero in every second byte as in UTF-16. Returns nil otherwise.
  static func utf8(ofMarked bytes: [UInt8]) -> [UInt8]? {
    if let (charset, length) = mark(of: bytes) {
      return charset == .utf8 ? nil : charset.decode(bytes.dropFirst(length))
    }
    return unmarkedUTF16(bytes)?.decode(bytes)
  }

  /// The number of bytes that show that a text without a mark is UTF-16.
  private static let sampleLength = 64

  /// Returns the encoding of a text whose first characters are ASCII characters in UTF-16, or nil.
  private static func unmarkedUTF16(_ bytes: [UInt8]) -> Charset? {
    guard bytes.count >= sampleLength, bytes.count.isMultiple(of: 2) else { return nil }
    let zero = bytes[0] == 0 ? 0 : 1
    for index in stride(from: 0, to: sampleLength, by: 2) {
      let byte = bytes[index + 1 - zero]
      guard bytes[index + zero] == 0, (0x20...0x7E).contains(byte) || (0x09...0x0D).contains(byte)
      else { return nil }
    }
    return .utf16(isBigEndian: zero == 0)
  }

  /// Returns the encoding of a byte order mark and the length of the mark, or nil if there is none.
  private static func mark(of bytes: [UInt8]) -> (Charset, length: Int)? {
    switch bytes.prefix(4) {
    case [0xFF, 0xFE, 0, 0]: (.utf32(isBigEndian: false), 4)
    case [0, 0, 0xFE, 0xFF]: (.utf32(isBigEndian: true), 4)
    case let head where head.starts(with: [0xEF, 0xBB, 0xBF]): (.utf8, 3)
    case let head where head.starts(with: [0xFF, 0xFE]): (.utf16(isBigEndian: false), 2)
    case let head where head.starts(with: [0xFE, 0xFF]): (.utf16(isBigEndian: true), 2)
    default: nil
    }
  }

  private static func isProbablyWindows1252(_ bytes: [UInt8]) -> Bool {
    var foreign = 0
    var letters = 0
    for byte in bytes {
      switch byte {
      // Control characters do not occur in text, and five bytes are undefined.
      case 0..<0x09, 0x0E..<0x1B, 0x1C..<0x20, 0x7F, 0x81, 0x8D, 0x8F, 0x90, 0x9D: return false
      case 0x80...: foreign += 1
      case 0x21...: letters += 1
      default: break
      }
    }
    return Double(foreign) <= mostForeign * Double(foreign + letters)
  }

  /// Returns the encoding that a page declares in its first kilobyte (HTML, 13.2.3.2), or an XML
  /// file in its first line. The result is nil if no known encoding is declared.
  static func declaredCharset(in page: [UInt8]) -> Charset? {
    let head = page.prefix(1024).map { $0 | ((0x41...0x5A).contains($0) ? 0x20 : 0) }
    for keyword in ["charset", "encoding"] {
      var rest = head[...]
      while let start = rest.firstRange(of: keyword.utf8) {
        rest = rest[start.upperBound...]
        let value = rest.drop { $0 <= 0x20 }
        guard value.first == UInt8(ascii: "=") else { continue }
        let label = value.dropFirst().drop { $0 <= 0x20 || $0 == 0x22 || $0 == 0x27 }
          .prefix { $0 > 0x20 && ![0x22, 0x27, 0x3B, 0x3E, 0x3F, 0x2F].contains($0) }
        if let charset = Charset(label: String(decoding: label, as: UTF8.self)) {
          // A page in which this declaration can be read is not UTF-16.
          if case .utf16 = charset { return .utf8 }
          return charset
        }
      }
    }
    return nil
  }
}
