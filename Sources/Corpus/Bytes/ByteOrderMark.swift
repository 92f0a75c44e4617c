/// What a file may begin with to tell its encoding.
enum ByteOrderMark {
  /// How many bytes of a UTF-8 mark stand at the beginning: 3 or 0.
  static func length(in bytes: Span<UInt8>) -> Int {
    bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
  }

  /// Whether the bytes are marked as UTF-16 or UTF-32.
  static func tellsOtherEncoding(in bytes: Span<UInt8>) -> Bool {
    guard bytes.count >= 2 else { return false }
    return bytes[0] == 0xFF && bytes[1] == 0xFE || bytes[0] == 0xFE && bytes[1] == 0xFF
  }
}
