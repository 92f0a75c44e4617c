/// Finds the paragraphs of a text without any markup: runs of lines between blank ones.
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
