extension ArticleReader {
  /// In words: a longer paragraph that begins like furniture is text about such things.
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

  /// Marks what stands under a heading, and returns where that ends.
  private mutating func markSection(from start: Int, level: Int) -> Int {
    var index = start
    while index < blocks.count {
      if case .heading(let next) = blocks[index].kind, next <= level { break }
      if blocks[index].role == .body { blocks[index].role = .boilerplate }
      index += 1
    }
    return index
  }

  /// Short lines over long paragraphs are headings, also without any markup.
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
  /// Whether a sentence ends at the end of `range`, quotation marks and brackets aside.
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
