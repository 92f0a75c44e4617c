import Bytes

/// Two lengths of a front-coded string, usually in one byte, with the first in the lower half and
/// the second in the upper half. If a half is 15, the rest of that length follows as a varint.
enum LengthPair {
  fileprivate static let large = 15
}

extension ByteWriter {
  mutating func appendLengths(_ first: Int, _ second: Int) {
    let large = LengthPair.large
    append(UInt8(min(first, large) | min(second, large) << 4))
    for length in [first, second] where length >= large { appendVarint(length - large) }
  }
}

extension ByteReader {
  mutating func readLengths() throws(FormatError) -> (Int, Int) {
    let byte = Int(try read(UInt8.self))
    let first = try readLength(byte & 15)
    return (first, try readLength(byte >> 4))
  }

  @inline(__always)
  private mutating func readLength(_ stated: Int) throws(FormatError) -> Int {
    stated < LengthPair.large ? stated : stated + (try readCount())
  }
}

extension ByteCursor {
  @inline(__always)
  mutating func takeLengths() -> (UInt64, UInt64)? {
    guard let byte = takeByte() else { return nil }
    var (first, second) = (UInt64(byte & 15), UInt64(byte >> 4))
    let large = UInt64(LengthPair.large)
    if first == large {
      guard let above = takeVarint() else { return nil }
      first &+= above
    }
    if second == large {
      guard let above = takeVarint() else { return nil }
      second &+= above
    }
    return (first, second)
  }
}
