/// Something that is only done once the person has said yes to it.
enum Proposal: Sendable, Equatable {
  /// Lines that were pasted together.
  case batch([String])
  /// A file that the session is to be saved over.
  case overwriting(path: String)

  enum Reply: Sendable, Equatable {
    case yes, no
    /// Several lines are one question.
    case join

    init(_ text: String) {
      self =
        switch text.trimmed.lowercased() {
        case "y", "yes", "ya": .yes
        case "j", "join", "g", "gabung": .join
        default: .no
        }
    }
  }

  /// The letters that may be typed.
  var replies: String {
    switch self {
    case .batch: "y/j/n"
    case .overwriting: "y/n"
    }
  }
}

extension Session {
  mutating func propose(_ proposal: Proposal) {
    self.proposal = proposal
    switch proposal {
    case .batch(let lines): say(.pasted(lines: lines.count))
    case .overwriting(let path): say(.overwrite(path: path))
    }
  }

  mutating func decide(_ proposal: Proposal, reply: String) throws(CommandError) {
    switch (proposal, Proposal.Reply(reply)) {
    case (_, .no), (.overwriting, .join): break
    case (.batch(let lines), .yes): try askAll(lines)
    case (.batch(let lines), .join): try ask(lines.joined(separator: " "))
    case (.overwriting(let path), .yes): try write(to: path)
    }
  }
}
