/// The place and agency at the beginning of a news article: `Jakarta (ANTARA) - …` or
/// `TEMPO.CO, Jakarta - …`.
struct Dateline {
  let publisher: String
  /// The range of the dateline, up to the dash.
  let range: Range<Int>

  /// The number of bytes in which the dash must occur. A dash after them is punctuation.
  private static let maximumLength = 60

  /// Creates the dateline of a text. Returns nil if the text does not begin with a publisher's
  /// name.
  init?(_ text: Range<Int>, in bytes: Span<UInt8>) {
    let head = text.lowerBound..<min(text.upperBound, text.lowerBound + Self.maximumLength)
    let dashes = [
      bytes.firstRange(of: " - ", in: head), bytes.firstRange(of: " – ", in: head),
      bytes.firstRange(of: " — ", in: head),
    ]
    guard let end = dashes.compactMap({ $0?.lowerBound }).min() else { return nil }
    range = text.lowerBound..<end
    let words = bytes.string(in: range).filter { $0 != "*" }
    if let open = words.firstIndex(of: "("), words.last == ")" {
      publisher = String(words[words.index(after: open)...].dropLast())
      guard PersonName.isLikely(publisher) || DomainName.isLikely(publisher) else { return nil }
    } else {
      publisher = String(words.prefix { $0 != "," && !$0.isWhitespace })
      guard DomainName.isLikely(publisher) else { return nil }
    }
  }
}

/// Recognizes names of people by their form alone.
enum PersonName {
  /// Returns whether a text consists of one to eight words that begin with capital letters, apart
  /// from particles such as *van*.
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

/// Recognizes names of web sites by their form alone.
enum DomainName {
  /// Returns whether a text has the form `letters.letters`, such as `KABAR.ORG`.
  static func isLikely(_ text: String) -> Bool {
    let labels = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard labels.count >= 2, let last = labels.last, 2...12 ~= last.count else { return false }
    let isWord = labels.allSatisfy { label in
      !label.isEmpty
        && label.allSatisfy { 0x61...0x7A ~= $0 | 0x20 || 0x30...0x39 ~= $0 || $0 == 0x2D }
    }
    return isWord && last.allSatisfy { 0x61...0x7A ~= $0 | 0x20 }
  }
}
