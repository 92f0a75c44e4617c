import Model

/// Finds the layout of a text: headings, paragraphs of one or more lines, lists, tables, and code.
///
/// It recognizes a subset of CommonMark (0.31) that does not change the meaning of plain text:
/// plain text files often contain Markdown, and Markdown files often contain plain text.
struct BlockScanner {
  private var blocks: [Block] = []
  /// The paragraph or list item that the next line may continue.
  private var open: Block?
  /// The code block that is not closed yet.
  private var fence: (mark: UInt8, length: Int, code: Block?)?
  private var isInComment = false
  /// A Boolean value that indicates whether the rule of a table has been read, so that lines with
  /// bars are its rows.
  private var isInTable = false
  private var followsBlankLine = true

  /// Returns the blocks from `start` to the end.
  ///
  /// - Complexity: O(*n*), where *n* is the number of bytes.
  static func blocks(in bytes: Span<UInt8>, from start: Int = 0) -> [Block] {
    var scanner = BlockScanner()
    var start = start
    while start < bytes.count {
      let line = Line(at: start, in: bytes)
      scanner.add(line, in: bytes)
      start = line.nextStart
    }
    scanner.close()
    scanner.closeFence()
    return scanner.blocks
  }

  private mutating func add(_ line: Line, in bytes: Span<UInt8>) {
    if fence != nil { return addInsideFence(line, in: bytes) }
    if isInComment {
      isInComment = bytes.firstRange(of: "-->", in: line.content) == nil
      return
    }
    if line.isBlank {
      close()
      isInTable = false
      followsBlankLine = true
      return
    }
    let paragraph = open?.kind == .paragraph ? open?.range.count : nil
    let markup = LineMarkup(line, in: bytes, paragraph: paragraph)
    if isInTable, markup != .tableRule {
      isInTable =
        markup == .text && bytes.firstIndex(of: UInt8(ascii: "|"), in: line.content) != nil
    }
    switch markup {
    case .text where isInTable:
      append(.tableRow, line.content, in: bytes)
    case .text:
      extend(with: line.content, in: bytes)
    case .quote(let content):
      if content.isEmpty {
        close()
      } else {
        extend(with: content, in: bytes)
      }
    case .heading(let level, let content):
      close()
      append(.heading(level: level), content, in: bytes)
    case .underline(let level):
      if var heading = open, heading.lines == 1, heading.words <= 25 {
        heading.kind = .heading(level: level)
        open = heading
        close()
      } else {
        close()
        append(.rule, line.content, in: bytes)
      }
    case .listItem(let content):
      close()
      open = block(.listItem, content, in: bytes)
    case .tableRow:
      close()
      append(.tableRow, line.content, in: bytes)
    case .tableRule:
      openTable(in: bytes)
    case .fence(let mark, let length):
      close()
      fence = (mark, length, nil)
    case .rule:
      close()
      append(.rule, line.content, in: bytes)
    case .image:
      close()
      append(.image, line.content, in: bytes)
    case .markup:
      close()
    case .comment:
      close()
      isInComment = bytes.firstRange(of: "-->", in: line.content) == nil
    }
    followsBlankLine = false
  }

  /// Turns the line before a table's rule into a row, unless it is one already.
  private mutating func openTable(in bytes: Span<UInt8>) {
    isInTable = true
    guard var paragraph = open, paragraph.kind == .paragraph else { return close() }
    let start = bytes.lineStart(
      before: paragraph.range.upperBound, after: paragraph.range.lowerBound)
    let header = Line.content(of: start..<paragraph.range.upperBound, in: bytes)
    guard bytes.firstIndex(of: UInt8(ascii: "|"), in: header) != nil else { return close() }
    let rest = Line.content(of: paragraph.range.lowerBound..<start, in: bytes)
    if !rest.isEmpty {
      paragraph.range = rest
      paragraph.words = bytes.wordCount(in: rest)
      paragraph.lines -= 1
      blocks.append(paragraph)
    }
    open = nil
    append(.tableRow, header, in: bytes)
  }

  /// Continues the open block or opens a paragraph.
  private mutating func extend(with content: Range<Int>, in bytes: Span<UInt8>) {
    guard var block = open else {
      open = block(.paragraph, content, in: bytes)
      return
    }
    block.range = block.range.lowerBound..<content.upperBound
    block.words += bytes.wordCount(in: content)
    block.lines += 1
    open = block
  }

  private mutating func addInsideFence(_ line: Line, in bytes: Span<UInt8>) {
    guard var open = fence else { return }
    if bytes.isClosingFence(line.content, mark: open.mark, length: open.length) {
      closeFence()
      followsBlankLine = true
    } else if !line.isBlank {
      var code = open.code ?? block(.code, line.content, in: bytes)
      if open.code != nil {
        code.range = code.range.lowerBound..<line.content.upperBound
        code.words += bytes.wordCount(in: line.content)
        code.lines += 1
      }
      open.code = code
      fence = open
    }
  }

  private mutating func closeFence() {
    if let code = fence?.code { blocks.append(code) }
    fence = nil
  }

  private mutating func close() {
    if let block = open, !block.range.isEmpty { blocks.append(block) }
    open = nil
  }

  private mutating func append(_ kind: Block.Kind, _ range: Range<Int>, in bytes: Span<UInt8>) {
    blocks.append(block(kind, range, in: bytes))
  }

  private func block(_ kind: Block.Kind, _ range: Range<Int>, in bytes: Span<UInt8>) -> Block {
    Block(
      kind: kind, range: range, words: bytes.wordCount(in: range),
      followsBlankLine: followsBlankLine)
  }
}

/// A part of a text's layout, such as a paragraph.
struct Block: Equatable {
  enum Kind: Equatable {
    case paragraph, listItem, tableRow, code
    /// A heading. The level of the outermost headings is 1.
    case heading(level: Int)
    /// A line with nothing but an image or markup.
    case image
    case rule
  }

  var kind: Kind
  /// The range of the text in bytes, without surrounding markers and line breaks.
  var range: Range<Int>
  /// The number of words: see `Span.wordCount(in:)`.
  var words: Int
  /// The number of lines of the block.
  var lines = 1
  var role = Role.body
  /// A Boolean value that indicates whether a blank line, or the beginning of the text, precedes
  /// the block.
  var followsBlankLine = true
}

/// Finds the paragraphs of a text without markup: runs of lines between blank lines.
enum PlainTextScanner {
  static func blocks(in bytes: Span<UInt8>) -> [Block] {
    var blocks: [Block] = []
    var paragraph: Range<Int>?
    func close() {
      guard let range = paragraph else { return }
      blocks.append(Block(kind: .paragraph, range: range, words: bytes.wordCount(in: range)))
      paragraph = nil
    }
    var start = 0
    while start < bytes.count {
      let line = Line(at: start, in: bytes)
      if line.isBlank {
        close()
      } else {
        paragraph = (paragraph?.lowerBound ?? line.content.lowerBound)..<line.content.upperBound
      }
      start = line.nextStart
    }
    close()
    return blocks
  }
}
