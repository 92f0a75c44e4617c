/// A list of translations as dictionaries print them: `resep ([[masakan|masak]]), cara / jalan`.
///
/// Commas, semicolons and slashes separate the terms. Links are replaced by the text that they
/// show. Labels in braces, brackets and angle brackets are removed. Words in parentheses are
/// optional, and both readings count. Affixes, which begin or end with a hyphen, are left out.
struct TermList {
  /// The maximum number of terms in a line.
  private static let maximumCount = 64

  /// Calls `body` with the position of each term, from `first` on, and its text. Returns the
  /// position after the last.
  static func forEach(
    in text: Span<UInt8>, _ range: Range<Int>, from first: Int = 1,
    _ body: (Int, Span<UInt8>) -> Void
  ) -> Int {
    var position = first
    for part in parts(text, range).prefix(maximumCount) {
      let long = reading(text, part, withParentheses: true)
      guard !long.isEmpty else { continue }
      let short = reading(text, part, withParentheses: false)
      if short != long, !short.isEmpty { body(position, short.span) }
      body(position, long.span)
      position += 1
    }
    return position
  }

  private static func parts(_ text: Span<UInt8>, _ range: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var depth = 0
    var start = range.lowerBound
    for index in range {
      switch text[index] {
      case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"): depth = max(0, depth - 1)
      case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "/"):
        guard depth == 0 else { continue }
        parts.append(start..<index)
        start = index + 1
      default: break
      }
    }
    parts.append(start..<range.upperBound)
    return parts
  }

  /// Returns a term without its markup, or an empty array for an affix.
  private static func reading(
    _ text: Span<UInt8>, _ range: Range<Int>, withParentheses: Bool
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    let range = text.trimmed(range)
    var parentheses = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = text[index]
      if byte == UInt8(ascii: "["), text.starts("[[", at: index),
        let end = text.index(of: UInt8(ascii: "]"), in: index..<range.upperBound)
      {
        let bar = text.index(of: UInt8(ascii: "|"), in: index..<end)
        for shown in (bar ?? index + 1) + 1..<end { bytes.append(text[shown]) }
        index = end
      } else if let closing = label(byte),
        let end = text.index(of: closing, in: index..<range.upperBound)
      {
        index = end
      } else if byte == UInt8(ascii: "(") {
        parentheses += 1
      } else if byte == UInt8(ascii: ")") {
        parentheses = max(0, parentheses - 1)
      } else if byte != UInt8(ascii: "["), byte != UInt8(ascii: "]"),
        withParentheses || parentheses == 0
      {
        bytes.append(byte)
      }
      index += 1
    }
    let ends = bytes.span.trimmed(bytes.indices)
    guard let first = ends.first, let last = ends.last, bytes[first] != UInt8(ascii: "-"),
      bytes[last] != UInt8(ascii: "-")
    else { return [] }
    return Array(bytes[ends])
  }

  /// Returns the byte that closes a label that `opening` opens, or nil for other bytes.
  private static func label(_ opening: UInt8) -> UInt8? {
    switch opening {
    case UInt8(ascii: "{"): UInt8(ascii: "}")
    case UInt8(ascii: "["): UInt8(ascii: "]")
    case UInt8(ascii: "<"): UInt8(ascii: ">")
    default: nil
    }
  }
}
