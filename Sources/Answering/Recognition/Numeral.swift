/// Reads one written number: `1.234,5`, `1,234.5`, `5,000`, `10th`, `1990s`.
struct Numeral {
  /// The decimal separator of a language, for numbers whose digits alone are ambiguous.
  enum Convention { case decimalPoint, decimalComma }

  enum Suffix: Equatable { case none, ordinal, decade, other }

  var value: Double
  var suffix: Suffix
  /// A Boolean value that indicates whether the number has digits only, without any separators or
  /// an exponent.
  var isPlain: Bool
  var digitCount: Int
  /// A Boolean value that indicates whether several points separate groups that do not have three
  /// digits, as in `3.11.2`. Such a number is not an amount.
  var isVersion = false

  init(_ bytes: Span<UInt8>, _ range: Range<Int>, _ convention: Convention) {
    var digits = range.lowerBound
    var points = 0
    var commas = 0
    var lastMark = 0
    var groups = 0
    while digits < range.upperBound {
      let byte = bytes[digits]
      if byte == UInt8(ascii: ".") {
        points += 1
        lastMark = digits
      } else if byte == UInt8(ascii: ",") {
        commas += 1
        lastMark = digits
      } else if !byte.isASCIIDigit {
        // A group separator must be between digits; letters end the number.
        let length = byte == 0xC2 ? 2 : byte == 0xE2 ? 3 : 1
        guard !byte.isASCIILetter, digits + length < range.upperBound,
          bytes[digits + length].isASCIIDigit
        else { break }
        groups += 1
        digits += length
        continue
      }
      digits += 1
    }
    let decimalMark: Int?
    if points + commas == 0 {
      decimalMark = nil
    } else if points > 0, commas > 0 {
      decimalMark = points + commas == 2 || min(points, commas) == 1 ? lastMark : nil
    } else if points + commas > 1 {
      decimalMark = nil
    } else if groups > 0 {
      decimalMark = lastMark
    } else if digits - lastMark - 1 == 3, bytes[range.lowerBound] != UInt8(ascii: "0") {
      let isGrouped = (convention == .decimalPoint) == (commas == 1)
      decimalMark = isGrouped ? nil : lastMark
    } else {
      decimalMark = lastMark
    }
    var whole = 0.0
    var scale = 1.0
    digitCount = 0
    for index in range.lowerBound..<digits where bytes[index].isASCIIDigit {
      whole = whole * 10 + Double(bytes[index] &- 0x30)
      digitCount += 1
      if let decimalMark, index > decimalMark { scale *= 10 }
    }
    value = whole / scale
    isPlain = points + commas + groups == 0
    if let (share, end) = Self.vulgarFraction(bytes, digits..<range.upperBound) {
      value += share
      digits = end
    } else if let (power, end) = Self.exponent(bytes, digits..<range.upperBound) {
      for _ in 0..<power { value *= 10 }
      isPlain = false
      digits = end
    }
    isVersion = points > 1 && commas == 0 && !Self.isGrouped(bytes, range.lowerBound..<digits)
    suffix = Numeral.suffix(bytes, digits..<range.upperBound)
  }

  /// Returns the share that `¼`, `½` or `¾` adds, and its end.
  private static func vulgarFraction(
    _ bytes: Span<UInt8>, _ range: Range<Int>
  ) -> (Double, end: Int)? {
    guard range.count >= 2, bytes[range.lowerBound] == 0xC2 else { return nil }
    let share: Double? =
      switch bytes[range.lowerBound + 1] {
      case 0xBC: 0.25
      case 0xBD: 0.5
      case 0xBE: 0.75
      default: nil
      }
    return share.map { ($0, range.lowerBound + 2) }
  }

  /// Returns the power of ten of `3.2e6`, and its end.
  private static func exponent(_ bytes: Span<UInt8>, _ range: Range<Int>) -> (Int, end: Int)? {
    guard range.count >= 2, bytes[range.lowerBound] | 0x20 == UInt8(ascii: "e") else { return nil }
    var power = 0
    for index in range.dropFirst() {
      guard bytes[index].isASCIIDigit, power < 100 else { return nil }
      power = power * 10 + Int(bytes[index] &- 0x30)
    }
    return (power, range.upperBound)
  }

  /// Returns whether every group after the first has three digits: `1.234.567`.
  private static func isGrouped(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var count: Int?
    for index in range {
      if bytes[index].isASCIIDigit {
        if let known = count { count = known + 1 }
      } else {
        if let known = count, known != 3 { return false }
        count = 0
      }
    }
    return count == nil || count == 3
  }

  private static func suffix(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Suffix {
    guard !range.isEmpty else { return .none }
    let first = bytes[range.lowerBound] | 0x20
    if range.count == 1 { return first == UInt8(ascii: "s") ? .decade : .other }
    guard range.count == 2 else { return .other }
    return switch (first, bytes[range.lowerBound + 1] | 0x20) {
    case (UInt8(ascii: "s"), UInt8(ascii: "t")), (UInt8(ascii: "n"), UInt8(ascii: "d")),
      (UInt8(ascii: "r"), UInt8(ascii: "d")), (UInt8(ascii: "t"), UInt8(ascii: "h")):
      .ordinal
    case (UInt8(ascii: "a"), UInt8(ascii: "n")): .decade
    default: .other
    }
  }
}
