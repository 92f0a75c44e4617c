/// Copies the bytes of a scanned string and replaces its escapes.
struct JSONUnescaper {
  private let source: UnsafeBufferPointer<UInt8>
  private let target: UnsafeMutableBufferPointer<UInt8>
  private var read = 0
  private var written = 0

  /// `target` is at least as long as `source`, whose escapes the scanner has checked.
  init(source: UnsafeBufferPointer<UInt8>, target: UnsafeMutableBufferPointer<UInt8>) {
    self.source = source
    self.target = target
  }

  /// Returns the number of bytes written.
  consuming func run() -> Int {
    while read < source.count {
      let byte = source[read]
      read &+= 1
      if byte == UInt8(ascii: "\\") {
        unescape()
      } else {
        append(byte)
      }
    }
    return written
  }

  private mutating func append(_ byte: UInt8) {
    target.initializeElement(at: written, to: byte)
    written &+= 1
  }

  private mutating func unescape() {
    let byte = source[read]
    read += 1
    if let plain = JSONScanner.unescaped(byte) {
      append(plain)
      return
    }
    var value = codeUnit()
    if value & 0xFC00 == 0xD800 {
      read += 2
      value = 0x10000 + (value - 0xD800) << 10 + (codeUnit() - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(value), let encoded = UTF8.encode(scalar) else { return }
    for byte in encoded { append(byte) }
  }

  /// The value of the next four hexadecimal digits.
  private mutating func codeUnit() -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      value = value << 4 | (JSONScanner.hexadecimalDigit(source[read]) ?? 0)
      read += 1
    }
    return value
  }
}
