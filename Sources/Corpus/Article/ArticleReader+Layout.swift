import Model

extension ArticleReader {
  /// The number of words above which a paragraph that begins like furniture is ordinary text.
  private static let boilerplateWords = 80

  mutating func markBoilerplate(in bytes: Span<UInt8>) {
    var index = 0
    while index < blocks.count {
      let block = blocks[index]
      index += 1
      guard block.role == .body, block.kind != .code, block.words <= Self.boilerplateWords,
        let match = BoilerplatePhrases.shared.match(block.range, in: bytes)
      else { continue }
      blocks[index - 1].role = .boilerplate
      guard match == .opener, block.words <= 10 else { continue }
      if case .heading(let level) = block.kind {
        index = markSection(from: index, level: level)
      } else if index < blocks.count, !blocks[index].isHeading, blocks[index].role == .body,
        blocks[index].words <= Self.boilerplateWords
      {
        blocks[index].role = .boilerplate
        index += 1
      }
    }
  }

  /// Marks the blocks under a heading and returns the index after them.
  private mutating func markSection(from start: Int, level: Int) -> Int {
    var index = start
    while index < blocks.count {
      if case .heading(let next) = blocks[index].kind, next <= level { break }
      if blocks[index].role == .body { blocks[index].role = .boilerplate }
      index += 1
    }
    return index
  }

  /// Turns short lines above long paragraphs into headings, even without markup.
  mutating func findPlainHeadings(in bytes: Span<UInt8>) {
    for index in blocks.indices.dropLast() {
      let block = blocks[index]
      let next = blocks[index + 1]
      guard block.kind == .paragraph, block.role == .body, block.lines == 1, block.words <= 12,
        block.range.count <= 90, block.followsBlankLine, next.followsBlankLine,
        next.kind == .paragraph, next.role == .body, next.words >= Self.bodyWords,
        bytes.endsSentence(next.range), isHeadingText(block.range, in: bytes)
      else { continue }
      blocks[index].kind = .heading(level: 3)
    }
  }

  private func isHeadingText(_ range: Range<Int>, in bytes: Span<UInt8>) -> Bool {
    let first = bytes[range.lowerBound]
    let last = bytes[range.upperBound - 1]
    let isCapital =
      UInt8(ascii: "A")...UInt8(ascii: "Z") ~= first || bytes.isDigit(at: range.lowerBound)
    return isCapital && !".,;:!\"')".utf8.contains(last)
  }
}

extension Block {
  var isHeading: Bool {
    if case .heading = kind { true } else { false }
  }
}

extension Span<UInt8> {
  /// Returns whether a sentence ends at the end of `range`, apart from quotation marks and
  /// brackets.
  func endsSentence(_ range: Range<Int>) -> Bool {
    for index in range.reversed().prefix(4) {
      switch self[index] {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"): return true
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), 0x80...: continue
      default: return false
      }
    }
    return false
  }
}

extension ArticleReader {
  /// Reads statements at the end: `Penulis: …`, or a name, the same name again and a description of
  /// the person, which is the text of a byline with a portrait.
  mutating func readTail(_ bytes: Span<UInt8>) {
    guard blocks.count > 1 else { return }
    let start = max(1, blocks.count - Self.tailLength)
    for index in start..<blocks.count
    where blocks[index].kind == .paragraph && blocks[index].role == .body {
      if readRepeatedName(at: index, in: bytes) { return }
      if metadata[.author] == nil, blocks[index].lines == 1 {
        let statements = StatementReader.statements(in: bytes.string(in: blocks[index].range))
        if let author = statements.first(where: { $0.key == .author }) {
          metadata[.author] = .init(value: author.value, range: blocks[index].range)
          blocks[index].role = .metadata
        }
      }
    }
  }

  private mutating func readRepeatedName(at index: Int, in bytes: Span<UInt8>) -> Bool {
    let block = blocks[index]
    guard 2...4 ~= block.lines, block.words <= 60 else { return false }
    let first = Line(at: block.range.lowerBound, in: bytes)
    let second = Line(at: first.nextStart, in: bytes)
    let name = bytes.string(in: first.content)
    guard name == bytes.string(in: second.content), PersonName.isLikely(name) else { return false }
    let rest = second.content.lowerBound..<block.range.upperBound
    blocks[index].range = first.content
    blocks[index].role = .metadata
    var description = block
    description.range = rest
    description.role = .metadata
    blocks.insert(description, at: index + 1)
    if metadata[.author] == nil { metadata[.author] = .init(value: name, range: first.content) }
    return true
  }
}
