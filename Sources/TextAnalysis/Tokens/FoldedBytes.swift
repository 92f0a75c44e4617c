import Bytes

/// The folded form of a token while it is built, at most 64 bytes.
struct FoldedBytes {
  static let capacity = 64

  private(set) var bytes = InlineArray<64, UInt8>(repeating: 0)
  private(set) var count = 0
  /// A Boolean value that indicates whether something did not fit. Nothing is appended after that,
  /// so that no scalar is divided.
  private(set) var isCut = false

  subscript(index: Int) -> UInt8 { bytes[index] }

  mutating func removeAll() {
    count = 0
    isCut = false
  }

  /// Keeps the first `newCount` bytes.
  mutating func truncate(to newCount: Int) {
    guard newCount < count else { return }
    count = newCount
    isCut = false
  }

  /// Replaces the bytes with a word of fewer than eight.
  ///
  /// - Parameters:
  ///   - word: The folded bytes of the word. The first byte is the lowest.
  ///   - length: The number of bytes of the word.
  @inline(__always)
  mutating func replace(withShortWord word: UInt64, count length: Int) {
    var span = bytes.mutableSpan
    for index in 0..<8 {
      span[unchecked: index] = UInt8(truncatingIfNeeded: word &>> UInt64(8 &* index))
    }
    count = length
    isCut = false
  }

  mutating func append(_ byte: UInt8) {
    guard count < Self.capacity, !isCut else {
      isCut = true
      return
    }
    bytes[count] = byte
    count += 1
  }

  /// Appends the ASCII letters and digits at `start` in lower case, and returns their end.
  @inline(__always)
  mutating func appendRun(in view: ByteView, from start: Int) -> Int {
    var index = start
    var end = isCut ? Self.capacity : count
    var span = bytes.mutableSpan
    while case let letter = view[index].asciiFolded, letter != 0 {
      if end < Self.capacity { span[unchecked: end] = letter }
      end += 1
      index += 1
    }
    if !isCut {
      isCut = end > Self.capacity
      count = min(end, Self.capacity)
    }
    return index
  }

  mutating func append(_ scalar: FoldedScalar) {
    guard count + Int(scalar.count) <= Self.capacity, !isCut else {
      isCut = true
      return
    }
    for index in 0..<Int(scalar.count) {
      bytes[count] = scalar.bytes[index]
      count += 1
    }
  }

  /// A Boolean value that indicates whether the bytes are digits only.
  @inline(__always)
  var isNumber: Bool {
    for index in 0..<count where !bytes[index].isASCIIDigit { return false }
    return count > 0
  }

  func ends(with suffix: StaticString) -> Bool {
    let length = suffix.utf8CodeUnitCount
    guard length <= count else { return false }
    for index in 0..<length where bytes[count - length + index] != suffix.utf8Start[index] {
      return false
    }
    return true
  }
}
