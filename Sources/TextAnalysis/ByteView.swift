/// Bytes that can be asked for at any index: beyond the end they read as 0, which every rule of
/// this module takes for a separator, so that looking ahead needs no end checks.
struct ByteView {
  let base: UnsafePointer<UInt8>
  let count: Int

  /// Nil for an empty buffer. The buffer has to outlive the view.
  init?(_ buffer: UnsafeBufferPointer<UInt8>) {
    guard let base = buffer.baseAddress, !buffer.isEmpty else { return nil }
    self.base = base
    count = buffer.count
  }

  subscript(index: Int) -> UInt8 { index < count ? base[index] : 0 }

  /// The scalar that starts at `index` and its length in bytes; nil where the bytes are not
  /// well-formed UTF-8 (The Unicode Standard, table 3-7).
  func scalar(at index: Int) -> (value: UInt32, length: Int)? {
    let first = self[index]
    switch first {
    case 0..<0x80:
      return (UInt32(first), 1)
    case 0xC2...0xDF:
      guard let second = continuation(at: index + 1) else { return nil }
      return (UInt32(first & 0x1F) << 6 | second, 2)
    case 0xE0...0xEF:
      guard let second = continuation(at: index + 1), let third = continuation(at: index + 2)
      else { return nil }
      let value = UInt32(first & 0x0F) << 12 | second << 6 | third
      return value >= 0x800 && !(0xD800...0xDFFF).contains(value) ? (value, 3) : nil
    case 0xF0...0xF4:
      guard let second = continuation(at: index + 1), let third = continuation(at: index + 2),
        let fourth = continuation(at: index + 3)
      else { return nil }
      let value = UInt32(first & 0x07) << 18 | second << 12 | third << 6 | fourth
      return (0x10000...0x10FFFF).contains(value) ? (value, 4) : nil
    default:
      return nil
    }
  }

  private func continuation(at index: Int) -> UInt32? {
    let byte = self[index]
    return byte & 0xC0 == 0x80 ? UInt32(byte & 0x3F) : nil
  }
}
