/// Splits a command's discussion into paragraphs and lists.
enum HelpText {
  /// A paragraph, or a list whose lines begin with spaces and are not filled.
  struct Block: Equatable {
    /// The heading without its colon; empty if the block has none.
    var heading: String
    var lines: [String]

    var isLiteral: Bool { lines.first?.hasPrefix(" ") == true }

    var text: String { lines.joined(separator: " ") }
  }

  static func blocks(_ discussion: String) -> [Block] {
    var blocks: [Block] = []
    var isOpen = false
    for line in discussion.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty {
        isOpen = false
      } else if line.hasSuffix(":"), !isOpen {
        blocks.append(Block(heading: String(line.dropLast()), lines: []))
        isOpen = true
      } else if isOpen, let last = blocks.indices.last {
        blocks[last].lines.append(String(line))
      } else {
        blocks.append(Block(heading: "", lines: [String(line)]))
        isOpen = true
      }
    }
    return blocks
  }
}
