import Model
import TextAnalysis

/// Separates the text of an article from the metadata and furniture around it, and reads the
/// metadata.
struct ArticleReader {
  /// The number of blocks at the top that may state metadata.
  static let headLength = 16
  /// The number of blocks at the top among which a heading is the title.
  static let titleLength = 3
  /// The number of blocks at the end that may state metadata.
  static let tailLength = 4
  /// The number of words from which a paragraph belongs to the article and ends its head.
  static let bodyWords = 25

  var blocks: [Block]
  var metadata: Metadata

  /// - Parameters:
  ///   - blocks: The blocks of the text.
  ///   - metadata: The known metadata, which is kept.
  init(_ blocks: [Block], metadata: Metadata = Metadata()) {
    self.blocks = blocks
    self.metadata = metadata
  }

  mutating func read(_ bytes: Span<UInt8>) {
    findTitle(in: bytes)
    readHead(bytes)
    readTail(bytes)
    markBoilerplate(in: bytes)
    findPlainHeadings(in: bytes)
  }

  /// Takes the first heading, or else a single first line, as the title.
  private mutating func findTitle(in bytes: Span<UInt8>) {
    let heading = blocks.prefix(Self.headLength).firstIndex { $0.kind == .heading(level: 1) }
    let isFirst = blocks.first?.isHeading == true || isTitleLine(in: bytes)
    // A badge or motto may precede the title; a heading further down belongs to a section.
    let index = (heading ?? Int.max) < Self.titleLength || !isFirst ? heading : 0
    guard let index else { return }
    let text = bytes.string(in: blocks[index].range).readable
    if let title = metadata[.title] {
      // A repeated title is not text; a different one is a heading.
      if title.value == text, title.range == nil {
        metadata[.title]?.range = blocks[index].range
        blocks[index].role = .metadata
      }
      return
    }
    metadata[.title] = .init(value: Self.withoutMarkup(text), range: blocks[index].range)
    blocks[index].role = .metadata
  }

  /// Returns whether the first block is a single short line, followed by a blank line and more
  /// text.
  private func isTitleLine(in bytes: Span<UInt8>) -> Bool {
    guard blocks.count > 1, let first = blocks.first, first.kind == .paragraph, first.lines == 1,
      first.words <= 30, first.range.count <= StatementReader.maximumLength,
      blocks[1].followsBlankLine, metadata[.title] == nil
    else { return false }
    return !".:;,".utf8.contains(bytes[first.range.upperBound - 1])
      && BoilerplatePhrases.shared.match(first.range, in: bytes) == nil
      && StatementReader.statements(in: bytes.string(in: first.range)).isEmpty
  }

  private static func withoutMarkup(_ text: String) -> String {
    let marks: Set<Character> = ["*", "_", "`"]
    var text = text[...]
    while let first = text.first, marks.contains(first), text.last == first, text.count > 2 {
      text = text.dropFirst().dropLast()
    }
    return String(text)
  }

  private mutating func readHead(_ bytes: Span<UInt8>) {
    var index = 0
    while index < min(blocks.count, Self.headLength) {
      splitStatements(at: index, in: bytes)
      let block = blocks[index]
      if block.kind == .paragraph, block.role == .body {
        let statements = StatementReader.statements(in: bytes.string(in: block.range))
        if !statements.isEmpty {
          add(statements, at: index)
        } else if isBiography(at: index, in: bytes) || isCategory(at: index, in: bytes) {
          blocks[index].role = .boilerplate
        } else if block.words >= Self.bodyWords {
          readDateline(block, in: bytes)
          return
        }
      }
      index += 1
    }
  }

  private mutating func add(_ statements: [StatementReader.Statement], at index: Int) {
    blocks[index].role = .metadata
    for statement in statements where metadata[statement.key] == nil {
      metadata[statement.key] = .init(value: statement.value, range: blocks[index].range)
    }
  }

  /// Splits the lines of a paragraph that state metadata into separate blocks.
  private mutating func splitStatements(at index: Int, in bytes: Span<UInt8>) {
    let block = blocks[index]
    guard block.kind == .paragraph, 2...8 ~= block.lines else { return }
    var pieces: [Block] = []
    var mayJoin = false
    var start = block.range.lowerBound
    while start < block.range.upperBound {
      let line = Line(at: start, in: bytes)
      let content = line.content.clamped(to: block.range)
      // A line inside a sentence states nothing: `debianized on` / `Sun, 13 Oct 2002`.
      let isContinuation = mayJoin && (pieces.last?.words ?? 0) > 6 && !hasEnded(pieces, in: bytes)
      let isStatement =
        !isContinuation && !StatementReader.statements(in: bytes.string(in: content)).isEmpty
      if let last = pieces.last, mayJoin, !isStatement {
        let joined = last.range.lowerBound..<content.upperBound
        pieces[pieces.count - 1].range = joined
        pieces[pieces.count - 1].words = bytes.wordCount(in: joined)
        pieces[pieces.count - 1].lines += 1
      } else {
        pieces.append(
          Block(
            kind: .paragraph, range: content, words: bytes.wordCount(in: content),
            followsBlankLine: pieces.isEmpty && block.followsBlankLine))
      }
      mayJoin = !isStatement
      start = line.nextStart
    }
    if pieces.count > 1 { blocks.replaceSubrange(index...index, with: pieces) }
  }

  private func hasEnded(_ pieces: [Block], in bytes: Span<UInt8>) -> Bool {
    pieces.last.map { bytes.endsSentence($0.range) } ?? true
  }

  /// Returns whether a paragraph directly after the author's line is about that person.
  private func isBiography(at index: Int, in bytes: Span<UInt8>) -> Bool {
    guard index > 0, let author = metadata[.author], author.range == blocks[index - 1].range else {
      return false
    }
    let first = bytes.string(in: blocks[index].range).prefix { $0.isLetter }
    return author.value.split(separator: " ").contains { $0 == first }
  }

  /// Returns whether a short line under the date names the article's category.
  private func isCategory(at index: Int, in bytes: Span<UInt8>) -> Bool {
    guard index > 0, let date = metadata[.date], date.range == blocks[index - 1].range,
      blocks[index].lines == 1, blocks[index].words <= 4
    else { return false }
    let range = blocks[index].range
    return bytes.starts(range, with: "In ") || bytes.starts(range, with: "Dalam ")
      || bytes.starts(range, with: "Filed under") || bytes.starts(range, with: "Kategori")
      || bytes.starts(range, with: "Category") || bytes.starts(range, with: "Tags")
  }

  /// Reads the publisher from `Bisnis.com, JAKARTA - …` and `Jakarta (ANTARA) - …`.
  private mutating func readDateline(_ block: Block, in bytes: Span<UInt8>) {
    guard metadata[.publisher] == nil, let dateline = Dateline(block.range, in: bytes) else {
      return
    }
    metadata[.publisher] = .init(value: dateline.publisher, range: dateline.range)
  }
}
