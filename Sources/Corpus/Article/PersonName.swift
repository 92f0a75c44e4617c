/// Tells names of people from other short lines by their form alone.
enum PersonName {
  /// Whether a text is one to eight words that each begin with a capital letter, small words of
  /// names aside.
  static func isLikely(_ text: String) -> Bool {
    guard text.utf8.count <= 80 else { return false }
    let words = text.utf8.split { $0 <= 0x20 || $0 == UInt8(ascii: ",") }
    guard 1...8 ~= words.count, let first = words.first, beginsLikeName(first) else {
      return false
    }
    guard !text.utf8.contains(where: { "0123456789:;?!/\\@()\"“”".utf8.contains($0) && $0 < 0x80 })
    else { return false }
    return words.allSatisfy { beginsLikeName($0) || particles.contains(Substring($0)) }
  }

  private static func beginsLikeName(_ word: Substring.UTF8View) -> Bool {
    guard let first = word.first else { return false }
    return UInt8(ascii: "A")...UInt8(ascii: "Z") ~= first || 0xC3...0xD4 ~= first
  }

  private static let particles: Set<Substring> = Set(
    "and dan de da di del della der den du van von bin binti al el la le ibn e y &"
      .split(separator: " "))
}
