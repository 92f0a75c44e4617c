/// The beginnings of the furniture around articles, in English and Indonesian.
struct BoilerplatePhrases {
  enum Match {
    /// The block itself is furniture.
    case line
    /// The block is the heading of furniture.
    case opener
  }

  private struct Phrase {
    var text: [UInt8]
    var match: Match
    /// A Boolean value that indicates whether only punctuation may follow.
    var isWhole: Bool
  }

  /// The phrases, by their first byte.
  private let phrases: [UInt8: [Phrase]]

  static let shared = BoilerplatePhrases()

  private init() {
    var phrases: [UInt8: [Phrase]] = [:]
    for (list, match) in [(Self.lines, Match.line), (Self.openers, .opener)] {
      for line in list.split(separator: "\n") {
        for entry in line.split(separator: "|") {
          let words = entry.split(separator: " ").joined(separator: " ")
          let isWhole = words.hasSuffix("$")
          let text = Array(isWhole ? words.utf8.dropLast() : words.utf8[...])
          phrases[text[0], default: []].append(
            Phrase(text: text, match: match, isWhole: isWhole))
        }
      }
    }
    self.phrases = phrases
  }

  /// Returns the kind of furniture that a block is, judging by its beginning, or nil if it is none.
  func match(_ range: Range<Int>, in bytes: Span<UInt8>) -> Match? {
    var start = range.lowerBound
    while start < range.upperBound, Self.isMarkup(bytes[start]) { start += 1 }
    guard start < range.upperBound, let candidates = phrases[Self.folded(bytes[start])] else {
      return nil
    }
    return candidates.first { matches($0, start..<range.upperBound, in: bytes) }?.match
  }

  private func matches(_ phrase: Phrase, _ range: Range<Int>, in bytes: Span<UInt8>) -> Bool {
    guard phrase.text.count <= range.count else { return false }
    for (offset, byte) in phrase.text.enumerated()
    where Self.folded(bytes[range.lowerBound + offset]) != byte {
      return false
    }
    let rest = range.dropFirst(phrase.text.count)
    if phrase.isWhole { return rest.allSatisfy { !Self.isWordByte(bytes[$0]) } }
    return rest.isEmpty || !Self.isWordByte(bytes[rest.lowerBound])
  }

  private static func folded(_ byte: UInt8) -> UInt8 {
    UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte ? byte | 0x20 : byte
  }

  private static func isMarkup(_ byte: UInt8) -> Bool { "*_#>[(-\"' ".utf8.contains(byte) }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    0x30...0x39 ~= byte || 0x61...0x7A ~= byte | 0x20 || byte >= 0x80
  }
}
