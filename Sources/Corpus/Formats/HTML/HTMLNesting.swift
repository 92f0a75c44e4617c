/// Guards the parser, whose work grows with depth, against pages that are nested absurdly.
enum HTMLNesting {
  /// Browsers stop at about 512.
  static let maximumDepth = 512

  /// Whether elements lie at most `maximumDepth` deep, by a count of opening and closing tags that
  /// takes none for closed which are not.
  static func isBounded(_ page: Span<UInt8>) -> Bool {
    var depth = 0
    var index = 0
    while let open = page.firstIndex(of: UInt8(ascii: "<"), in: index..<page.count) {
      index = open + 1
      guard index < page.count else { return true }
      let isClosing = page[index] == UInt8(ascii: "/")
      var end = isClosing ? index + 1 : index
      let start = end
      while end < page.count, isLetter(page[end]) || page.isDigit(at: end) { end += 1 }
      guard end > start, end - start <= 10 else { continue }
      let name = page.string(in: start..<end).lowercased()
      index = end
      if unpaired.contains(Substring(name)) { continue }
      depth = max(0, depth + (isClosing ? -1 : 1))
      if depth > maximumDepth { return false }
    }
    return true
  }

  private static func isLetter(_ byte: UInt8) -> Bool { 0x61...0x7A ~= byte | 0x20 }

  /// Elements without content, and those that the next of their kind closes.
  private static let unpaired: Set<Substring> = Set(
    """
    area base br col embed hr img input link meta param source track wbr p li dt dd tr td th
    thead tbody tfoot colgroup option optgroup html head body
    """.split { $0 == " " || $0 == "\n" })
}
