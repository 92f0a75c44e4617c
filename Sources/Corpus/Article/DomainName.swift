/// Tells names of web sites by their form alone.
enum DomainName {
  /// Whether a text is `letters.letters`, such as `KABAR.ORG`.
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
