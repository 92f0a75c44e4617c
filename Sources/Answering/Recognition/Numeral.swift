/// Reads one written number: `1.234,5`, `1,234.5`, `5,000`, `10th`, `1990s`.
struct Numeral {
  /// A language's decimal separator, for numbers whose digits alone are ambiguous.
  enum Convention { case decimalPoint, decimalComma }

  enum Suffix: Equatable { case none, ordinal, decade, other }

  var value: Double
  var suffix: Suffix
  /// Just digits, no point or comma.
  var isPlain: Bool
  var digitCount: Int

  init(_ bytes: Span<UInt8>, _ range: Range<Int>, _ convention: Convention) {
    var digits = range.lowerBound
    var points = 0
    var commas = 0
    var lastMark = 0
    while digits < range.upperBound {
      let byte = bytes[digits]
      if byte == UInt8(ascii: ".") {
        points += 1
        lastMark = digits
      } else if byte == UInt8(ascii: ",") {
        commas += 1
        lastMark = digits
      } else if !byte.isASCIIDigit {
        break
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
    } else if digits - lastMark - 1 == 3, bytes[range.lowerBound] != UInt8(ascii: "0") {
      let groups = (convention == .decimalPoint) == (commas == 1)
      decimalMark = groups ? nil : lastMark
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
    isPlain = points + commas == 0
    suffix = Numeral.suffix(bytes, digits..<range.upperBound)
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
