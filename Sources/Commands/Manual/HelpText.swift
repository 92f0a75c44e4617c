/// The parts of what help says about a command beside its arguments.
enum HelpText {
  /// A paragraph; lines that begin with spaces are kept as they are.
  struct Block: Equatable {
    /// Of a list, without its colon; empty for plain text.
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
