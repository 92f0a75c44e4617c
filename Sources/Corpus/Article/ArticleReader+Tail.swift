extension ArticleReader {
  /// Statements at the end: `Penulis: …`, or a name, the same name once more and what the person
  /// does, as bylines with a portrait come out as text.
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
