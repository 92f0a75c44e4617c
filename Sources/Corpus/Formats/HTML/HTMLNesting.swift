/// Guards the parser, whose work grows with depth, against absurdly nested pages.
struct HTMLNesting {
  /// The depth at which browsers stop, too.
  static let maximumDepth = 512

  private var depth = 0
  /// The depth around the drawing or formula (SVG, MathML) that is open; nil outside of these.
  private var outside: Int?
  /// The number of open elements inside of a drawing or formula that contain HTML again.
  private var islands = 0

  /// Returns whether elements are nested at most `maximumDepth` deep, counting opening and closing
  /// tags; the count is never too low.
  ///
  /// - Complexity: O(*n*) in the size of the page.
  static func isBounded(_ page: Span<UInt8>) -> Bool {
    var nesting = HTMLNesting()
    var index = 0
    while let open = page.firstIndex(of: UInt8(ascii: "<"), in: index..<page.count) {
      index = open + 1
      guard index < page.count else { return true }
      let isClosing = page[index] == UInt8(ascii: "/")
      var end = isClosing ? index + 1 : index
      let start = end
      while end < page.count, isLetter(page[end]) || page.isDigit(at: end) { end += 1 }
      guard end > start, end - start <= longestName else { continue }
      let name = page.string(in: start..<end).lowercased()
      index = end
      if isClosing {
        nesting.close(name[...])
      } else if nesting.isForeign, isSelfClosing(from: end, in: page) {
        nesting.breakOut(name[...])
      } else {
        nesting.open(name[...])
      }
      if nesting.depth > maximumDepth { return false }
    }
    return true
  }

  /// Whether a tag that ends with `/>` closes itself, which it does only in drawings and formulas.
  private var isForeign: Bool { outside != nil && islands == 0 }

  private mutating func open(_ name: Substring) {
    if Self.foreign.contains(name) {
      if outside == nil { outside = depth }
    } else if outside != nil {
      if Self.islandNames.contains(name) { islands += 1 }
      breakOut(name)
    }
    if !Self.unpaired.contains(name) || outside != nil { depth += 1 }
  }

  /// An element of HTML ends the drawing or formula around it.
  private mutating func breakOut(_ name: Substring) {
    if isForeign, Self.breakingOut.contains(name) { outside = nil }
  }

  private mutating func close(_ name: Substring) {
    if name == "p" || name == "br" { breakOut(name) }
    if isForeign, Self.foreign.contains(name), let outer = outside {
      depth = outer
      outside = nil
      return
    }
    if outside != nil, Self.islandNames.contains(name) { islands = max(0, islands - 1) }
    if !Self.unpaired.contains(name) || outside != nil { depth = max(0, depth - 1) }
  }

  /// Returns whether the tag whose name ends at `start` ends with `/>`.
  private static func isSelfClosing(from start: Int, in page: Span<UInt8>) -> Bool {
    var quote: UInt8?
    var index = start
    while index < page.count {
      let byte = page[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return page[index - 1] == UInt8(ascii: "/")
      }
      index += 1
    }
    return false
  }

  private static func isLetter(_ byte: UInt8) -> Bool { 0x61...0x7A ~= byte | 0x20 }

  /// In bytes: longer names are no elements that matter here.
  private static let longestName = 16

  private static func names(_ list: String) -> Set<Substring> {
    Set(list.split { $0 == " " || $0 == "\n" })
  }

  private static let foreign = names("svg math")

  /// Elements of drawings and formulas whose content is HTML.
  private static let islandNames = names("foreignobject desc title annotation mi mo mn ms mtext")

  /// Elements of HTML that may not occur in drawings and formulas.
  private static let breakingOut = names(
    """
    b big blockquote body br center code dd div dl dt em embed font h1 h2 h3 h4 h5 h6 head hr i img
    li listing menu meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var
    """)

  /// Elements without content, and those closed by the next of their kind.
  private static let unpaired = names(
    """
    area base br col embed hr img input link meta param source track wbr p li dt dd tr td th
    thead tbody tfoot colgroup option optgroup html head body
    """)
}
