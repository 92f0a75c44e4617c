import Bytes

/// The lines of a text, as ranges of bytes.
struct TextLines {
  /// Calls `body` with the number of each line, from 1 on, and its range without the line break (LF
  /// or CR LF), and without a byte order mark before the first. Stops when `body` returns `false`.
  static func forEach<Failure>(
    in text: Span<UInt8>, _ body: (Int, Range<Int>) throws(Failure) -> Bool
  ) throws(Failure) {
    var start = 0
    if text.count >= 3, text[0] == 0xEF, text[1] == 0xBB, text[2] == 0xBF { start = 3 }
    var number = 1
    while start < text.count {
      let end = text.index(of: 0x0A, in: start..<text.count) ?? text.count
      let isCRLF = end > start && text[end - 1] == 0x0D
      guard try body(number, start..<(isCRLF ? end - 1 : end)) else { return }
      start = end + 1
      number += 1
    }
  }
}

extension Span<UInt8> {
  func index(of byte: UInt8, in range: Range<Int>) -> Int? {
    for index in range where self[index] == byte { return index }
    return nil
  }

  func starts(_ prefix: StaticString, at start: Int = 0) -> Bool {
    guard start + prefix.utf8CodeUnitCount <= count else { return false }
    for index in 0..<prefix.utf8CodeUnitCount where self[start + index] != prefix.utf8Start[index] {
      return false
    }
    return true
  }

  /// Returns the parts of `range` between `separator` bytes, including empty ones.
  func split(_ range: Range<Int>, at separator: UInt8) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    while let end = index(of: separator, in: start..<range.upperBound) {
      parts.append(start..<end)
      start = end + 1
    }
    parts.append(start..<range.upperBound)
    return parts
  }

  /// Returns `range` without the spaces and tabs at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while let first = range.first, self[first] == 0x20 || self[first] == 0x09 {
      range.removeFirst()
    }
    while let last = range.last, self[last] == 0x20 || self[last] == 0x09 { range.removeLast() }
    return range
  }

  func string(_ range: Range<Int>) -> String {
    extracting(range).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }

  /// Returns the decimal number in `range`, or nil if that has other bytes than digits or more than
  /// nine digits.
  func number(_ range: Range<Int>) -> Int? {
    guard 1...9 ~= range.count else { return nil }
    var value = 0
    for index in range {
      guard self[index].isASCIIDigit else { return nil }
      value = value * 10 + Int(self[index] & 0x0F)
    }
    return value
  }
}
