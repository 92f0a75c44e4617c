import Model

/// Cleans the text of a PDF's pages. It removes repeated headers and footers, page numbers, and
/// lines of tables of contents, joins hyphenated words, and replaces ligatures. Paragraphs continue
/// across pages, and each page begins a new line.
enum PDFCleaner {
  /// The number of lines at the top and at the bottom of a page that may be headers and footers.
  private static let margin = 2

  /// Returns the text with the pages of its lines.
  ///
  /// - Complexity: O(*n*), where *n* is the number of bytes.
  static func clean(_ pages: [[[UInt8]]]) -> (text: [UInt8], places: PlaceMap) {
    let repeated = repeatedLines(pages)
    var text: [UInt8] = []
    var line = 1
    var places = PlaceMap()
    // The last line, which the next line may continue.
    var open: [UInt8]?
    func close() {
      guard let last = open else { return }
      text += last
      text.append(0x0A)
      line += 1
      open = nil
    }
    for (number, page) in pages.enumerated() {
      let kept = body(of: page, repeated)
      let width = commonWidth(of: kept)
      var isFirst = true
      for (index, content) in kept.enumerated() {
        if content.isEmpty {
          if open != nil {
            close()
            text.append(0x0A)
            line += 1
          }
          continue
        }
        var content = content
        if isFirst {
          // A paragraph that ends with a complete sentence does not continue on the next page.
          if let last = open, endsSentence(last) || !continues(content) {
            close()
            text.append(0x0A)
            line += 1
          }
          isFirst = false
        } else if let last = open, endsParagraph(last, width: width) {
          close()
          text.append(0x0A)
          line += 1
        }
        if let last = open, let (joined, rest) = dehyphenated(last, content) {
          open = joined
          content = rest
          close()
          places.append(Place(.page, number + 1), line: line)
          if content.isEmpty { continue }
        } else {
          close()
          places.append(Place(.page, number + 1), line: line)
        }
        open = heading(content, at: index, of: kept) ?? content
      }
    }
    close()
    return (text, places)
  }

  // MARK: Lines

  /// Returns a line of `pdftotext` without surrounding white space, control characters and
  /// ligatures.
  static func line(_ raw: ArraySlice<UInt8>) -> [UInt8] {
    guard raw.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0xEF || $0 == 0xE2 }) else {
      return trimmed(raw)
    }
    var line: [UInt8] = []
    line.reserveCapacity(raw.count)
    var index = raw.startIndex
    while index < raw.endIndex {
      let byte = raw[index]
      if byte == 0xEF, index + 2 < raw.endIndex, raw[index + 1] == 0xAC,
        (0x80...0x86).contains(raw[index + 2])
      {
        // The ligatures U+FB00 to U+FB06.
        line += ["ff", "fi", "fl", "ffi", "ffl", "st", "st"][Int(raw[index + 2] - 0x80)].utf8
        index += 3
      } else if byte == 0xE2, index + 2 < raw.endIndex, raw[index + 1] == 0x80,
        raw[index + 2] == 0xA2, line.isEmpty
      {
        // A bullet begins an item.
        line += "- ".utf8
        index += 3
      } else {
        if byte >= 0x20 && byte != 0x7F || byte == 0x09 { line.append(byte) }
        index += 1
      }
    }
    return trimmed(line[...])
  }

  private static func trimmed(_ line: ArraySlice<UInt8>) -> [UInt8] {
    let start = line.firstIndex { $0 > 0x20 } ?? line.endIndex
    let end = line.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? start
    return Array(line[start..<end])
  }

  // MARK: Heads and feet

  /// Returns a line with each run of digits replaced by one character, so that headers with page
  /// numbers are equal.
  private static func mask(_ line: [UInt8]) -> [UInt8] {
    var masked: [UInt8] = []
    for byte in line {
      let isDigit = (0x30...0x39).contains(byte)
      if isDigit, masked.last == 0x23 { continue }
      if byte <= 0x20, masked.last == 0x20 { continue }
      masked.append(isDigit ? 0x23 : byte <= 0x20 ? 0x20 : byte)
    }
    return masked
  }

  /// Returns the masked first and last lines that occur on several pages.
  private static func repeatedLines(_ pages: [[[UInt8]]]) -> Set<[UInt8]> {
    guard pages.count > 1 else { return [] }
    var counts: [[UInt8]: Int] = [:]
    for page in pages {
      let lines = page.filter { !$0.isEmpty }
      let edges =
        lines.count <= 2 * margin ? lines[...] : lines.prefix(margin) + lines.suffix(margin)
      for line in Set(edges.map(mask)) where line.count <= 120 { counts[line, default: 0] += 1 }
    }
    let least = pages.count == 2 ? 2 : max(3, pages.count / 8)
    return Set(counts.filter { $0.value >= least }.keys)
  }

  /// Returns the lines of a page without headers, footers, page numbers, blank lines at the edges,
  /// and lines of a table of contents.
  private static func body(of page: [[UInt8]], _ repeated: Set<[UInt8]>) -> [[UInt8]] {
    let filled = page.indices.filter { !page[$0].isEmpty }
    let edges = filled.prefix(margin) + filled.suffix(margin)
    let kept = page.indices.filter { index in
      let line = page[index]
      if edges.contains(index), repeated.contains(mask(line)) || isPageNumber(line) { return false }
      return !isContents(line)
    }.map { page[$0] }
    let start = kept.firstIndex { !$0.isEmpty } ?? kept.count
    let end = kept.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? start
    return Array(kept[start..<end])
  }

  /// Returns whether a line is a page number: `12`, `- 12 -`, `xii`, `Page 3 of 9` or `Halaman 3`.
  static func isPageNumber(_ line: [UInt8]) -> Bool {
    guard line.count <= 24, !line.isEmpty else { return false }
    let words = String(decoding: line, as: UTF8.self).lowercased()
      .split { !$0.isLetter && !$0.isNumber }
    guard let last = words.last else { return false }
    let known = ["page", "halaman", "hal", "of", "dari", "seite", "p", "pg"]
    let isNumber = { (word: Substring) in
      word.allSatisfy { $0.isASCII && $0.isNumber } && word.count <= 4
        || word.count <= 6 && word.allSatisfy { "ivxlc".contains($0) }
    }
    return isNumber(last) && words.allSatisfy { isNumber($0) || known.contains(String($0)) }
  }

  /// Returns whether a line belongs to a table of contents: `Introduction ........ 12`.
  static func isContents(_ line: [UInt8]) -> Bool {
    guard let last = line.last, (0x30...0x39).contains(last) || last == UInt8(ascii: ".") else {
      return false
    }
    var dots = 0
    for byte in line {
      if byte == UInt8(ascii: ".") {
        dots += 1
        if dots >= 5 { return true }
      } else if byte != 0x20 {
        dots = 0
      }
    }
    return false
  }

  // MARK: Paragraphs

  /// The number of lines that tell how wide the lines of a page are.
  private static let fewestLines = 6

  /// Returns the length that nine in ten lines of a page do not exceed, in bytes, or nil if the page
  /// has too few lines to tell.
  private static func commonWidth(of page: [[UInt8]]) -> Int? {
    let lengths = page.lazy.map(\.count).filter { $0 > 0 }.sorted()
    return lengths.count < fewestLines ? nil : lengths[lengths.count * 9 / 10]
  }

  /// Returns whether a line ends a paragraph: its sentence is complete, and it is clearly shorter than
  /// others. Paragraphs may have nothing else between them than a little space.
  private static func endsParagraph(_ line: [UInt8], width: Int?) -> Bool {
    guard let width, width >= 24 else { return false }
    return line.count * 4 < width * 3 && endsSentence(line)
  }

  // MARK: Joining

  private static func endsSentence(_ line: [UInt8]) -> Bool {
    for byte in line.reversed() {
      switch byte {
      case 0x22, 0x27, 0x29, 0x5D: continue
      default:
        return byte == UInt8(ascii: ".") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "!")
          || byte == UInt8(ascii: ":")
      }
    }
    return true
  }

  /// Returns whether the first line of a page may continue the previous paragraph: it does not
  /// begin with the mark of an item or a heading.
  private static func continues(_ line: [UInt8]) -> Bool {
    !line.starts(with: "- ".utf8) && !line.starts(with: "#".utf8)
  }

  /// Joins a line that ends with a hyphenated word and the beginning of the next line. Returns the
  /// line with the whole word and the rest of the next line, or nil if the word is not hyphenated.
  static func dehyphenated(
    _ line: [UInt8], _ next: [UInt8]
  ) -> (joined: [UInt8], rest: [UInt8])? {
    guard let last = line.last else { return nil }
    var stem = line[...]
    if last == 0xAD, line.count > 1, line[line.count - 2] == 0xC2 {
      stem = line.dropLast(2)
    } else if last == UInt8(ascii: "-"), line.count > 2,
      isLetter(line[line.count - 2]), let first = next.first, isLower(first)
    {
      stem = line.dropLast()
    } else {
      return nil
    }
    let end = next.firstIndex { $0 <= 0x20 } ?? next.count
    let rest = next[end...].drop { $0 <= 0x20 }
    return (Array(stem + next[..<end]), Array(rest))
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20)
  }

  private static func isLower(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x61...0x7A).contains(byte)
  }

  /// Returns the heading for a short numbered line between blank lines, such as `2.3 Methods`, or
  /// nil for other lines.
  private static func heading(
    _ line: [UInt8], at index: Int, of page: [[UInt8]]
  ) -> [UInt8]? {
    guard line.count <= 80, let first = line.first, (0x31...0x39).contains(first),
      let last = line.last, !".,;:-".utf8.contains(last),
      index == 0 || page[index - 1].isEmpty, index + 1 >= page.count || page[index + 1].isEmpty
    else { return nil }
    let number = line.prefix { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
    let rest = line[number.endIndex...].drop { $0 <= 0x20 }
    guard number.count <= 8, number.endIndex < line.count, line[number.endIndex] == 0x20,
      let letter = rest.first, (0x41...0x5A).contains(letter)
    else { return nil }
    let level = number.split(separator: UInt8(ascii: ".")).count + 1
    return Array(String(repeating: "#", count: min(level, 6)).utf8) + [0x20] + line
  }
}
