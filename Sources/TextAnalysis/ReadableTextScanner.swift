import Bytes

/// Finds the invisible parts of a text in one pass.
///
/// The scanner knows the marks of CommonMark and of common wikis and site generators. A mark
/// without a counterpart is text: `2**3`, `a < b` and `snake_case` are unchanged.
struct ReadableTextScanner {
  private let text: ByteView
  private(set) var gaps: [ReadableText.Gap] = []
  /// The number of bytes by which `gaps` shorten the text so far.
  private var removed = 0
  /// The end of the last gap in the source.
  private var gapEnd = 0
  /// The closing marks whose opening marks have been removed. The next one is the last.
  private var closings: [(offset: Int, length: Int)] = []
  private var isInFence = false
  /// A Boolean value that indicates whether a comment without an end was found: no later comment has
  /// an end either, so the rest of the text is searched for it only once.
  private var hasOpenComment = false

  /// The maximum distance in bytes between a mark and its counterpart.
  private static let reach = 400

  init(_ text: ByteView) { self.text = text }

  /// The readable text, valid after `scan()`.
  var visible: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count - removed)
    var start = 0
    for gap in gaps {
      bytes.append(contentsOf: text.buffer(start..<gap.source.lowerBound))
      if gap.count > 0 { bytes.append(gap.replacement) }
      start = gap.source.upperBound
    }
    bytes.append(contentsOf: text.buffer(start..<text.count))
    return bytes
  }

  /// A table that indicates which bytes an invisible part may begin with.
  private static let isTrigger: [Bool] = {
    var table = [Bool](repeating: false, count: 256)
    for byte in "<[]!{`*_%&-".utf8 { table[Int(byte)] = true }
    for byte in [0xC2, 0xE2, 0xEF, 0x0A] { table[byte] = true }
    return table
  }()

  mutating func scan() {
    Self.isTrigger.withUnsafeBufferPointer { isTrigger in
      var index = beginLine(at: 0)
      while true {
        // No invisible part begins with a letter, a digit or a space.
        index = text.plainEnd(from: index, before: text.count)
        guard index < text.count else { break }
        index = isTrigger[Int(text[index])] ? scanMark(at: index) : index + 1
      }
    }
  }

  /// Handles the byte at `index`, which may begin a mark, and returns the index to continue at.
  private mutating func scanMark(at index: Int) -> Int {
    if text[index] == 0x0A { return beginLine(at: index + 1) }
    if isInFence { return index + 1 }
    while let closing = closings.last, closing.offset < index { closings.removeLast() }
    if let closing = closings.last, closing.offset == index {
      closings.removeLast()
      remove(index..<index + closing.length, isMark: true)
      return index + closing.length
    }
    switch text[index] {
    case UInt8(ascii: "`"): return scanCode(at: index)
    case UInt8(ascii: "*"), UInt8(ascii: "_"): return scanEmphasis(at: index)
    case UInt8(ascii: "["): return scanLink(at: index)
    case UInt8(ascii: "!"): return scanImage(at: index)
    case UInt8(ascii: "<"): return scanTag(at: index)
    case UInt8(ascii: "{"): return scanTemplate(at: index)
    case UInt8(ascii: "%"): return scanNote(at: index)
    case UInt8(ascii: "&"): return scanEntity(at: index)
    case UInt8(ascii: "-"): return scanHyphen(at: index, length: 1)
    default: return scanInvisible(at: index)
    }
  }

  private mutating func remove(
    _ range: Range<Int>, isMark: Bool = false, leaving replacement: UInt8? = nil
  ) {
    guard range.lowerBound >= gapEnd else { return }
    gaps.append(
      .init(
        source: range, visible: range.lowerBound - removed, count: replacement == nil ? 0 : 1,
        replacement: replacement ?? 0, isMark: isMark))
    removed += range.count - (replacement == nil ? 0 : 1)
    gapEnd = range.upperBound
  }

  /// Returns the end of the first occurrence of `mark` at or after `start`, in the same paragraph
  /// and within `reach` bytes, or nil if there is none.
  private func end(of mark: StaticString, from start: Int, reach: Int = reach) -> Int? {
    let limit = min(text.count - mark.utf8CodeUnitCount + 1, start + reach)
    var index = start
    while index < limit {
      if text.starts(at: index, with: mark) { return index + mark.utf8CodeUnitCount }
      if text[index] == 0x0A, text.isBlankLine(at: index + 1) { return nil }
      index += 1
    }
    return nil
  }
}

// MARK: - Lines

extension ReadableTextScanner {
  /// Handles the marks that are only valid at the beginning of a line, and returns the index to
  /// continue at.
  private mutating func beginLine(at start: Int) -> Int {
    var index = start
    while index < text.count, text[index] == 0x20 { index += 1 }
    guard index < text.count else { return index }
    if text.starts(at: index, with: "```") || text.starts(at: index, with: "~~~") {
      isInFence.toggle()
      return text.lineEnd(from: index)
    }
    guard !isInFence else { return index }
    if text[index] == UInt8(ascii: ">"), start > 0 || text[index + 1] == 0x20 {
      // A block quotation, with a mark before each of its lines.
      var end = index
      while text[end] == UInt8(ascii: ">") || text[end] == 0x20 { end += 1 }
      remove(index..<end)
      return end
    }
    if text[index] == UInt8(ascii: "["), let end = definitionEnd(at: index) {
      remove(index..<end)
      return end
    }
    return index
  }

  /// Returns the end of a line that defines a link target (`[1]: https://a.b`) or holds a comment
  /// (`[//]: # (comment)`), or nil for other lines.
  private func definitionEnd(at start: Int) -> Int? {
    let end = text.lineEnd(from: start)
    var index = start + 1
    while index < end, text[index] != UInt8(ascii: "]") { index += 1 }
    guard index < end, text.starts(at: index, with: "]: "), text[start + 1] != UInt8(ascii: "^")
    else { return nil }
    let target = index + 3
    let isTarget =
      text.starts(at: target, with: "http") || text.starts(at: target, with: "#")
      || text.starts(at: target, with: "<") || text.starts(at: target, with: "/")
      || text.starts(at: target, with: "./") || text.starts(at: target, with: "../")
      || text.starts(at: target, with: "mailto:")
    return isTarget ? end : nil
  }
}

// MARK: - Emphasis, code and links

extension ReadableTextScanner {
  private mutating func scanCode(at start: Int) -> Int {
    let length = text.runLength(from: start)
    var index = start + length
    let limit = min(text.count, start + Self.reach)
    while index < limit {
      if text[index] == 0x0A, text.isBlankLine(at: index + 1) { break }
      guard text[index] == UInt8(ascii: "`") else {
        index += 1
        continue
      }
      let closing = text.runLength(from: index)
      if closing == length {
        remove(start..<start + length, isMark: true)
        remove(index..<index + length, isMark: true)
        return index + length
      }
      index += closing
    }
    return start + length
  }

  private mutating func scanEmphasis(at start: Int) -> Int {
    let length = text.runLength(from: start)
    let content = start + length
    guard length <= 3, content < text.count, !text[content].isASCIIWhiteSpace,
      start == 0 || !text.isWordByte(at: start - 1)
    else { return content }
    let limit = min(text.count, start + Self.reach)
    var index = content
    while index < limit {
      if text[index] == 0x0A, text.isBlankLine(at: index + 1) { break }
      if text[index] == text[start] {
        let run = text.runLength(from: index)
        let behind = index + run
        if run == length, !text[index - 1].isASCIIWhiteSpace,
          behind == text.count || !text.isWordByte(at: behind)
        {
          // Marks are removed in order, the closing one when the scan reaches it.
          guard closings.allSatisfy({ $0.offset > index }) else { return content }
          closings.append((index, length))
          remove(start..<content, isMark: true)
          return content
        }
        index = behind
      } else {
        index += 1
      }
    }
    return content
  }

  /// Handles `[label](target)`, `[label][name]`, `[[target|label]]` and `[^note]`.
  private mutating func scanLink(at start: Int) -> Int {
    if text.starts(at: start, with: "[[") { return scanWikilink(at: start) }
    if text.starts(at: start, with: "[^"), let end = end(of: "]", from: start, reach: 40) {
      if end < text.count, text[end] == UInt8(ascii: ":") { return end }
      remove(start..<end)
      return end
    }
    guard let label = text.closingBracket(from: start, reach: Self.reach) else { return start + 1 }
    guard label + 1 < text.count, closings.allSatisfy({ $0.offset > label }) else {
      return start + 1
    }
    let end: Int?
    switch text[label + 1] {
    case UInt8(ascii: "("): end = text.closingParenthesis(from: label + 1, reach: 2 * Self.reach)
    // `[1][10]` are two footnotes.
    case UInt8(ascii: "[") where !text.isNumber(start + 1..<label):
      end = text.closingBracket(from: label + 1, reach: 100).map { $0 + 1 }
    default: end = nil
    }
    guard let end, label > start + 1 else { return start + 1 }
    remove(start..<start + 1, isMark: true)
    closings.append((label, end - label))
    return start + 1
  }

  private mutating func scanWikilink(at start: Int) -> Int {
    guard let end = end(of: "]]", from: start + 2, reach: 200) else { return start + 2 }
    var label = start + 2
    for index in label..<end - 2 {
      if text[index] == 0x0A || text[index] == UInt8(ascii: "[") { return start + 2 }
      if text[index] == UInt8(ascii: "|") { label = index + 1 }
    }
    remove(start..<label, isMark: true)
    remove(end - 2..<end, isMark: true)
    return end
  }

  private mutating func scanImage(at start: Int) -> Int {
    guard text.starts(at: start, with: "!["),
      let alternative = text.closingBracket(from: start + 1, reach: Self.reach),
      alternative + 1 < text.count, text[alternative + 1] == UInt8(ascii: "("),
      let end = text.closingParenthesis(from: alternative + 1, reach: 2 * Self.reach)
    else { return start + 1 }
    remove(start..<end)
    return end
  }
}

// MARK: - Tags, templates and characters

extension ReadableTextScanner {
  private mutating func scanTag(at start: Int) -> Int {
    if text.starts(at: start, with: "<!--") {
      guard !hasOpenComment, let end = text.end(of: "-->", from: start + 4) else {
        hasOpenComment = true
        return start + 4
      }
      remove(start..<end)
      return end
    }
    var index = start + 1
    if index < text.count, text[index] == UInt8(ascii: "/") { index += 1 }
    let name = index
    while index < text.count, text[index].isASCIILetter || text[index].isASCIIDigit { index += 1 }
    guard index > name, index - name <= 10, index < text.count else { return start + 1 }
    let tag = text.string(name..<index).lowercased()
    let isInline = Self.inlineTags.contains(tag)
    guard isInline || Self.blockTags.contains(tag),
      text[index].isASCIIWhiteSpace || text[index] == UInt8(ascii: ">")
        || text[index] == UInt8(ascii: "/"),
      let end = end(of: ">", from: index, reach: 2 * Self.reach)
    else { return start + 1 }
    if isInline {
      remove(start..<end, isMark: true)
    } else {
      // The tag stands for a break, which separates words.
      remove(start..<end, leaving: 0x20)
    }
    return end
  }

  /// Handles `{% … %}`, `{{ … }}`, `{# … #}` and attributes such as `{: …}`.
  private mutating func scanTemplate(at start: Int) -> Int {
    guard start + 1 < text.count else { return start + 1 }
    let end: Int? =
      switch text[start + 1] {
      case UInt8(ascii: "%"): end(of: "%}", from: start + 2)
      case UInt8(ascii: "{"): end(of: "}}", from: start + 2)
      case UInt8(ascii: "#"): end(of: "#}", from: start + 2) ?? attributeEnd(from: start)
      case UInt8(ascii: ":"), UInt8(ascii: "."): attributeEnd(from: start)
      default: nil
      }
    guard let end else { return start + 1 }
    remove(start..<end)
    return end
  }

  /// Returns the end of attributes such as `{#id .class key="value"}`, or nil if they extend beyond
  /// the line.
  private func attributeEnd(from start: Int) -> Int? {
    guard let end = end(of: "}", from: start, reach: 200) else { return nil }
    for index in start..<end where text[index] == 0x0A { return nil }
    return end
  }

  /// Handles `%% … %%`, a comment in Obsidian.
  private mutating func scanNote(at start: Int) -> Int {
    guard text.starts(at: start, with: "%%"), start == 0 || text[start - 1].isASCIIWhiteSpace,
      let end = end(of: "%%", from: start + 2)
    else { return start + 1 }
    remove(start..<end)
    return end
  }

  private mutating func scanEntity(at start: Int) -> Int {
    for (entity, byte) in Self.entities where text.starts(at: start, with: entity) {
      let end = start + entity.utf8CodeUnitCount
      remove(start..<end, leaving: byte)
      return end
    }
    return start + 1
  }

  /// Removes a hyphen or soft hyphen that divides a word at the end of a line.
  private mutating func scanHyphen(at start: Int, length: Int) -> Int {
    let lineBreak = start + length
    var index = lineBreak
    if text[index] == 0x0D { index += 1 }
    guard text[index] == 0x0A, start > 0, text[start - 1].isASCIILower else {
      return lineBreak
    }
    index += 1
    while index < text.count, text[index] == 0x20 || text[index] == 0x09 { index += 1 }
    guard index < text.count, text[index].isASCIILower else { return lineBreak }
    if length == 1, isCompound(at: start, next: index) { return lineBreak }
    remove(start..<index, isMark: true)
    return index
  }

  /// Returns whether a hyphen belongs to a compound, such as `well-known` or `anak-anak`, and must
  /// be kept.
  private func isCompound(at hyphen: Int, next: Int) -> Bool {
    var first = hyphen
    while first > 0, text[first - 1].isASCIILetter { first -= 1 }
    if first > 0, text[first - 1] == UInt8(ascii: "-") { return true }
    var last = next
    while last < text.count, text[last].isASCIILetter { last += 1 }
    let part = text.string(first..<hyphen).lowercased()
    return part == text.string(next..<last) || Self.compoundParts.contains(part)
  }

  /// Removes a zero width space, word joiner, byte order mark or soft hyphen.
  private mutating func scanInvisible(at start: Int) -> Int {
    if text.starts(at: start, with: "\u{AD}") {
      let next = scanHyphen(at: start, length: 2)
      if next == start + 2 { remove(start..<next, isMark: true) }
      return next
    }
    guard
      text.starts(at: start, with: "\u{200B}") || text.starts(at: start, with: "\u{2060}")
        || text.starts(at: start, with: "\u{FEFF}")
    else { return start + 1 }
    remove(start..<start + 3, isMark: true)
    return start + 3
  }
}
