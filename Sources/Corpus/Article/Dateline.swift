/// The place and the agency at the beginning of a news text: `Jakarta (ANTARA) - …`,
/// `TEMPO.CO, Jakarta - …`.
struct Dateline {
  let publisher: String
  /// Up to the dash.
  let range: Range<Int>

  /// In bytes: further on a dash is punctuation.
  private static let maximumLength = 60

  /// nil where the text names no publisher so.
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
