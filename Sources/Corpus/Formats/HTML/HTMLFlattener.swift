import Bytes
import Glibc

/// Removes tags and attributes for which the parser would take more than linear time: tags that are
/// nested more deeply than browsers allow, and excessive attributes. The text of removed elements
/// is kept.
///
/// For each tag, the parser searches the open elements, so a page with *n* unclosed elements would
/// take O(*n*²). This pass keeps a list of open elements that is never shorter than the parser's
/// list, except by a constant factor, and overwrites tags with spaces while the list is full. It
/// reads a page like the parser's tokenizer (HTML Living Standard, 13.2.5): tags in comments,
/// attributes and scripts do not count.
///
/// - Complexity: O(*n*), where *n* is the length of the page in bytes.
struct HTMLFlattener {
  /// The greatest depth of nested elements, which is also the limit of browsers.
  static let maximumDepth = 512
  /// The greatest number of attributes of a tag. The parser compares each with all previous ones.
  static let maximumAttributes = 256
  /// The number of open elements among which the element of a closing tag is searched.
  private static let closestElements = 64

  /// An element's name in lowercase: its bytes, or a hash if it has more than fifteen.
  private typealias Name = UInt128

  private let page: UnsafeMutableBufferPointer<UInt8>
  private var open: [Name] = []
  /// The number of open elements whose tags were removed.
  private var removedCount = 0
  /// The length of `open` before the open `svg` or `math` element, or nil if there is none.
  private var foreignStart: Int?
  /// A Boolean value that indicates whether the open `svg` or `math` element contains an element in
  /// which HTML is allowed.
  private var hasIntegrationPoint = false

  /// Rewrites a page in place.
  static func flatten(_ page: UnsafeMutableBufferPointer<UInt8>) {
    var flattener = HTMLFlattener(page: page)
    flattener.run()
  }

  private init(page: UnsafeMutableBufferPointer<UInt8>) { self.page = page }

  private mutating func run() {
    var index = 0
    while let start = find(UInt8(ascii: "<"), from: index) {
      guard start + 1 < page.count else { return }
      let next = page[start + 1]
      if next.isASCIILetter {
        index = readTag(from: start, nameStart: start + 1)
      } else if next == UInt8(ascii: "/"), start + 2 < page.count, page[start + 2].isASCIILetter {
        index = readTag(from: start, nameStart: start + 2)
      } else if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") || next == UInt8(ascii: "/")
      {
        index = endOfComment(from: start)
      } else {
        index = start + 1
      }
    }
  }

  // MARK: Tokens

  private func find(_ byte: UInt8, from start: Int) -> Int? {
    guard start < page.count, let base = page.baseAddress,
      let found = memchr(base + start, Int32(byte), page.count - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  private func starts(with text: StaticString, at index: Int) -> Bool {
    guard index + text.utf8CodeUnitCount <= page.count else { return false }
    for offset in 0..<text.utf8CodeUnitCount
    where page[index + offset].asciiLowercased != text.utf8Start[offset] {
      return false
    }
    return true
  }

  /// Returns the index after a comment, a declaration or CDATA.
  private func endOfComment(from start: Int) -> Int {
    if starts(with: "<!--", at: start) {
      if starts(with: ">", at: start + 4) { return start + 5 }
      if starts(with: "->", at: start + 4) { return start + 6 }
      var index = start + 4
      while let dash = find(UInt8(ascii: "-"), from: index) {
        if starts(with: "-->", at: dash) { return dash + 3 }
        if starts(with: "--!>", at: dash) { return dash + 4 }
        index = dash + 1
      }
      return page.count
    }
    if foreignStart != nil, starts(with: "<![cdata[", at: start) {
      var index = start + 9
      while let bracket = find(UInt8(ascii: "]"), from: index) {
        if starts(with: "]]>", at: bracket) { return bracket + 3 }
        index = bracket + 1
      }
      return page.count
    }
    return (find(UInt8(ascii: ">"), from: start + 2) ?? page.count - 1) + 1
  }

  /// Reads a tag. Returns the index after it, or after the text of an element that contains only
  /// text.
  private mutating func readTag(from start: Int, nameStart: Int) -> Int {
    var index = nameStart
    while index < page.count, !Self.endsName(page[index]) { index += 1 }
    let name = name(in: nameStart..<index)
    guard let end = endOfAttributes(from: index) else { return page.count }
    if nameStart == start + 2 {
      close(name, tag: start..<end)
      return end
    }
    let isSelfClosing = page[end - 2] == UInt8(ascii: "/")
    let kind = ElementKind(name)
    let isKept = self.open(name, kind, isSelfClosing: isSelfClosing, tag: start..<end)
    guard foreignStart == nil, isKept, kind.contains(.text) else { return end }
    return endOfText(of: name, length: index - nameStart, from: end)
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    byte.isASCIIWhiteSpace || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">")
  }

  private func name(in range: Range<Int>) -> Name {
    guard range.count > 15 else {
      var name: Name = 0
      for index in range { name = name << 8 | Name(page[index].asciiLowercased) }
      return name
    }
    var hash = FNVHash()
    hash.combine(page[range].lazy.map(\.asciiLowercased))
    return Name(hash.value) | 0xFF << 120
  }

  /// Returns the index after the `>` of a tag, or nil if the page ends before it. Attributes beyond
  /// the limit are overwritten with spaces.
  private func endOfAttributes(from start: Int) -> Int? {
    var index = start
    var count = 0
    var firstRemoved: Int?
    while index < page.count {
      let byte = page[index]
      if byte == UInt8(ascii: ">") {
        if let firstRemoved { erase(firstRemoved..<index) }
        return index + 1
      }
      if byte.isASCIIWhiteSpace || byte == UInt8(ascii: "/") {
        index += 1
        continue
      }
      count += 1
      if count > Self.maximumAttributes, firstRemoved == nil { firstRemoved = index }
      guard let end = endOfAttribute(from: index) else { return nil }
      index = end
    }
    return nil
  }

  private func endOfAttribute(from start: Int) -> Int? {
    // An equals sign at the beginning is part of the name.
    var index = start + 1
    while index < page.count, !Self.endsName(page[index]), page[index] != UInt8(ascii: "=") {
      index += 1
    }
    let nameEnd = index
    while index < page.count, page[index].isASCIIWhiteSpace { index += 1 }
    guard index < page.count else { return nil }
    guard page[index] == UInt8(ascii: "=") else { return nameEnd }
    index += 1
    while index < page.count, page[index].isASCIIWhiteSpace { index += 1 }
    guard index < page.count else { return nil }
    let quote = page[index]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      return find(quote, from: index + 1).map { $0 + 1 }
    }
    while index < page.count, !page[index].isASCIIWhiteSpace, page[index] != UInt8(ascii: ">") {
      index += 1
    }
    return index
  }

  /// Returns the index after the text of an element without tags, which ends at its closing tag. In
  /// a script, `<!-- <script>` makes the next closing tag a part of the text.
  private func endOfText(of name: Name, length: Int, from start: Int) -> Int {
    if name == ElementKind.plaintext { return page.count }
    var index = start
    var isEscaped = false
    var isNested = false
    while let open = find(UInt8(ascii: "<"), from: index) {
      index = open + 1
      if name == ElementKind.script {
        // The end of a comment, if any, precedes this tag.
        if isEscaped, endsComment(in: start..<open) { (isEscaped, isNested) = (false, false) }
        if starts(with: "<!--", at: open) { isEscaped = true }
        if isEscaped, starts(with: "<script", at: open), isNameEnd(at: open + 7) { isNested = true }
      }
      let nameStart = open + 2
      guard nameStart + length < page.count, page[open + 1] == UInt8(ascii: "/"),
        Self.endsName(page[nameStart + length]),
        self.name(in: nameStart..<nameStart + length) == name
      else { continue }
      if isNested {
        isNested = false
        continue
      }
      return endOfAttributes(from: nameStart + length) ?? page.count
    }
    return page.count
  }

  private func isNameEnd(at index: Int) -> Bool { index < page.count && Self.endsName(page[index]) }

  /// Returns whether the last `-->` of a script follows its last `<!--`.
  private func endsComment(in range: Range<Int>) -> Bool {
    var index = range.upperBound - 1
    // Comments in scripts are short or rare; longer ones count as open.
    let limit = max(range.lowerBound, range.upperBound - 4096)
    while index >= limit {
      if page[index] == UInt8(ascii: ">"), index - 2 >= range.lowerBound,
        page[index - 1] == UInt8(ascii: "-"), page[index - 2] == UInt8(ascii: "-")
      {
        return true
      }
      if starts(with: "<!--", at: index) { return false }
      index -= 1
    }
    return false
  }

  private func erase(_ range: Range<Int>) {
    page[range].update(repeating: UInt8(ascii: " "))
  }

  // MARK: Elements

  /// Opens an element. Returns whether its tag is kept.
  private mutating func open(
    _ name: Name, _ kind: ElementKind, isSelfClosing: Bool, tag: Range<Int>
  ) -> Bool {
    if let start = foreignStart, !hasIntegrationPoint, kind.contains(.breakout) {
      // The parser returns to HTML.
      open.removeLast(open.count - start)
      foreignStart = nil
    }
    if foreignStart != nil {
      if isSelfClosing { return true }
      if kind.contains(.integrationPoint) { hasIntegrationPoint = true }
    } else if !kind.isDisjoint(with: [.unnested, .text]) {
      return true
    }
    guard open.count < Self.maximumDepth else {
      erase(tag)
      removedCount += 1
      return false
    }
    if foreignStart == nil, kind.contains(.foreign) {
      if isSelfClosing { return true }
      foreignStart = open.count
      hasIntegrationPoint = false
    }
    open.append(name)
    return true
  }

  private mutating func close(_ name: Name, tag: Range<Int>) {
    let kind = ElementKind(name)
    if foreignStart == nil, kind.contains(.unnested) { return }
    if removedCount > 0 {
      removedCount -= 1
      return erase(tag)
    }
    if open.last == name {
      open.removeLast()
    } else if foreignStart == nil, kind.contains(.block) {
      closeBlock(name)
    }
    if let start = foreignStart, open.count <= start { foreignStart = nil }
  }

  /// Closes a block and everything in it, unless a barrier such as a table cell is in between.
  /// Formatting continues after the block, as in the parser.
  private mutating func closeBlock(_ name: Name) {
    var index = open.count - 1
    let limit = max(0, open.count - Self.closestElements)
    while index >= limit, open[index] != name {
      if ElementKind(open[index]).contains(.barrier) { return }
      index -= 1
    }
    guard index >= limit else { return }
    let formatting = open[(index + 1)...].filter { ElementKind($0).contains(.formatting) }
    open.removeLast(open.count - index)
    open += formatting
  }
}

/// The ways in which the parser treats an element, by its name.
private struct ElementKind: OptionSet {
  let rawValue: UInt16

  /// The element has no content, or is closed by the next one of its kind or by its table.
  static let unnested = ElementKind(rawValue: 1)
  /// The element contains only text.
  static let text = ElementKind(rawValue: 2)
  /// The element ends `svg` and `math`.
  static let breakout = ElementKind(rawValue: 4)
  /// The element belongs to `svg` or `math`, and HTML is allowed in it.
  static let integrationPoint = ElementKind(rawValue: 8)
  /// The closing tag of the element closes everything in it.
  static let block = ElementKind(rawValue: 16)
  /// A closing tag in the element closes nothing outside.
  static let barrier = ElementKind(rawValue: 32)
  /// The element continues after the block in which it was opened.
  static let formatting = ElementKind(rawValue: 64)
  /// The element is `svg` or `math`.
  static let foreign = ElementKind(rawValue: 128)

  init(rawValue: UInt16) { self.rawValue = rawValue }

  init(_ name: UInt128) { self = Self.kinds[name] ?? [] }

  static let script = name("script")
  static let plaintext = name("plaintext")

  private static let kinds: [UInt128: ElementKind] = {
    var kinds: [UInt128: ElementKind] = [:]
    for (kind, names) in lists {
      for word in names.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
        kinds[name(String(word)), default: []].insert(kind)
      }
    }
    return kinds
  }()

  private static func name(_ text: String) -> UInt128 {
    text.utf8.reduce(0) { $0 << 8 | UInt128($1) }
  }

  private static let lists: [(ElementKind, String)] = [
    (
      .unnested,
      """
      area base br col embed hr img input link meta param source track wbr p li dt dd tr td th
      thead tbody tfoot colgroup option html head body
      """
    ),
    (.text, "script style textarea title xmp iframe noembed noframes plaintext"),
    (
      .breakout,
      """
      b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img
      li listing menu meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var
      """
    ),
    (.integrationPoint, "foreignobject desc title mi mo mn ms mtext annotation-xml"),
    (
      .block,
      """
      address article aside blockquote center details dialog dir div dl fieldset figcaption figure
      footer header hgroup main menu nav ol pre section summary ul
      """
    ),
    (.barrier, "applet caption marquee object table template svg math button select"),
    (.formatting, "a b big code em font i nobr s small strike strong tt u"),
    (.foreign, "svg math"),
  ]
}
