import Glibc
import Library

/// An action that needs the user's consent.
enum Proposal: Sendable, Equatable {
  /// Asking several lines that were pasted together.
  case batch([String])
  /// Overwriting a file with the session.
  case overwriting(path: String)

  enum Reply: Sendable, Equatable {
    case yes, no
    /// Asks the lines as one question.
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

  /// The letters of the replies.
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
    case .batch(let lines): say(SessionMessage.pasted(lines: lines.count))
    case .overwriting(let path): say(SessionMessage.overwrite(path))
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

extension Session {
  /// Asks the questions of a file in the format of `tanya batch`, one after the other.
  mutating func askFile(_ path: String) throws(CommandError) {
    guard !path.isEmpty else { return say(SessionMessage.usage(":batch", "questions.txt")) }
    let file = absolute(path)
    let descriptor = Glibc.open(file, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .input(path: path, code: errno) }
    defer { close(descriptor) }
    var lines = QuestionLines(descriptor: descriptor, path: path)
    while let line = try lines.next(beforeWaiting: {}) {
      let question = BatchQuestion(line: line.bytes, number: line.number)
      switch question.text {
      case .success(let text):
        do throws(CommandError) {
          try askNext(text)
        } catch .nothingAdmitted(let narrowing) {
          say(SessionMessage.badLine(line.number, .nothingAdmitted(narrowing)))
        }
      case .failure(let error): say(SessionMessage.badLine(line.number, error))
      }
    }
  }

  mutating func askAll(_ questions: [String]) throws(CommandError) {
    for question in questions { try askNext(question) }
  }

  /// Writes a question and its answer at once, so that the first of many appears early.
  private mutating func askNext(_ question: String) throws(CommandError) {
    let answered = try answer(currentReader().analyze(question), top: settings.top)
    if isInterrupted { throw .interrupted }
    record(answered)
    writeHeader()
    output.append(writer.entry(answered))
    try output.flush()
  }
}
