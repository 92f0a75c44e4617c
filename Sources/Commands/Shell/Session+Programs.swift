import Glibc
import Library
import Model
import Platform
import Retrieval

/// Commands that start other programs. Only a typed command with a colon starts one, never a
/// question, a pasted line or the content of a document.
extension Session {
  /// Lets the user write a question in an editor, and asks it.
  mutating func edit(_ text: String) throws(CommandError) {
    guard mayRun(":edit") else { return }
    try flush()
    let start = text.isEmpty ? last?.query.text ?? "" : text
    let edited = try Editor(environment: .process, configured: settings.editor)
      .edit(start.isEmpty ? "" : start + "\n")
    let lines = edited.split(whereSeparator: \.isNewline).map { String($0).trimmed }
      .filter { !$0.isEmpty }
    let question = lines.joined(separator: " ")
    guard !question.isEmpty, question != start || !text.isEmpty else {
      return say(SessionMessage.nothingEdited)
    }
    output.append(writer.typesetter.lines([StyledText(question, .quiet)]))
    // Text from the editor is always a question, whatever it begins with.
    try takeUp(question)
  }

  /// Passes the last answer to a program, without colours and without the line breaks of the
  /// window.
  mutating func pipe(to command: String) throws(CommandError) {
    guard !command.isEmpty else { return say(SessionMessage.usage(":pipe", "less")) }
    guard mayRun(":pipe") else { return }
    guard let last else { return say(SessionMessage.noAnswerYet) }
    let plain = AnswerWriter(
      format: writer.format, typesetter: Typesetter(width: 80, isColored: false))
    try send(plain.document(last), to: command)
  }

  /// Runs a program, which has the terminal until it ends.
  mutating func runProgram(_ command: String) throws(CommandError) {
    guard !command.isEmpty else { return say(SessionMessage.usage(":!", "ls")) }
    guard mayRun(":!") else { return }
    try flush()
    guard let child = ChildProcess(command: "sh", arguments: ["-c", command]),
      child.wait() == .ended
    else { throw .program(command: command) }
    _ = Interrupt.take()
  }

  /// Runs a command and passes its output to a program: `:sources | grep minutes`.
  mutating func run(
    _ command: SessionCommand, _ argument: String, into program: String
  ) throws(CommandError) {
    guard !program.isEmpty else { return say(SessionMessage.usage(command.name, "| less")) }
    guard mayRun("|") else { return }
    try flush()
    let typesetter = writer.typesetter
    writer.typesetter = Typesetter(width: typesetter.width, isColored: false)
    defer { writer.typesetter = typesetter }
    try command.run(&self, argument)
    let text = output.pending
    output.discard()
    try send(text, to: program)
  }

  /// Returns whether a program may be run. If not, the reason is reported.
  private mutating func mayRun(_ name: String) -> Bool {
    if !isInteractive {
      say(SessionMessage.needsTerminal(name))
    } else if !isTyped {
      say(SessionMessage.notTyped(name))
    }
    return isInteractive && isTyped
  }

  private mutating func send(_ text: [UInt8], to command: String) throws(CommandError) {
    try flush()
    guard Pager.feed(text, to: "sh", arguments: ["-c", command]) else {
      throw .program(command: command)
    }
    _ = Interrupt.take()
  }
}
