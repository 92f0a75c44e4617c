/// Reads a list of words byte by byte: words end at white space, `=` or `:`.
///
/// The program starts once per question, and generic splitting of strings would cost more
/// than everything else that it reads.
struct WordListReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0

  init(_ list: StaticString) {
    bytes = UnsafeBufferPointer(start: list.utf8Start, count: list.utf8CodeUnitCount)
    skip()
  }

  /// Returns the next word and its separator, or nil at the end of the list. The separator is `=`
  /// or `:`, or else the end of a line (or of the list), or else a space.
  mutating func next() -> (word: WordKey, mark: UInt8)? {
    guard index < bytes.count else { return nil }
    var word = WordKeyBuilder()
    while index < bytes.count, !isMark(bytes[index]) {
      word.append(bytes[index])
      index += 1
    }
    return (word.key, skip())
  }

  /// Returns the decimal number that comes next: `12`, `0.5`, `1e6`.
  mutating func number() -> Double {
    let mantissa = digits()
    var value = Double(mantissa.value)
    if take(UInt8(ascii: ".")) {
      let fraction = digits()
      value += Double(fraction.value) / power(of: fraction.count)
    }
    if take(UInt8(ascii: "e")) { value *= power(of: digits().value) }
    skip()
    return value
  }

  private func isMark(_ byte: UInt8) -> Bool {
    byte <= UInt8(ascii: " ") || byte == UInt8(ascii: "=") || byte == UInt8(ascii: ":")
  }

  @discardableResult
  private mutating func skip() -> UInt8 {
    var mark = UInt8(ascii: " ")
    while index < bytes.count, isMark(bytes[index]) {
      if bytes[index] > UInt8(ascii: " ") {
        mark = bytes[index]
      } else if bytes[index] == UInt8(ascii: "\n"), mark == UInt8(ascii: " ") {
        mark = bytes[index]
      }
      index += 1
    }
    return index == bytes.count ? UInt8(ascii: "\n") : mark
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard index < bytes.count, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  private mutating func digits() -> (value: Int, count: Int) {
    var value = 0
    let start = index
    while index < bytes.count, bytes[index].isASCIIDigit {
      value = value * 10 + Int(bytes[index] &- 0x30)
      index += 1
    }
    return (value, index - start)
  }

  private func power(of exponent: Int) -> Double {
    var value = 1.0
    for _ in 0..<exponent { value *= 10 }
    return value
  }
}
