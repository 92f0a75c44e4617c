import Glibc
import Library

extension Session {
  /// Asks the questions of a file as `tanya batch` reads them, one after the other.
  mutating func askFile(_ path: String) throws(CommandError) {
    guard !path.isEmpty else { return say(.commandNeeds(":batch", argument: "questions.txt")) }
    let file = absolute(path)
    let descriptor = Glibc.open(file, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .input(path: path, code: errno) }
    defer { close(descriptor) }
    var lines = QuestionLines(descriptor: descriptor, path: path)
    while let line = try lines.next(beforeWaiting: {}) {
      let question = BatchQuestion(line: line.bytes, number: line.number)
      switch question.text {
      case .success(let text): try askNext(text)
      case .failure(let error): say(.badLine(line.number, error))
      }
    }
  }

  mutating func askAll(_ questions: [String]) throws(CommandError) {
    for question in questions { try askNext(question) }
  }

  /// An answer under its question, written at once: who waits for many wants to see the first.
  private mutating func askNext(_ question: String) throws(CommandError) {
    let answered = try answer(currentReader().analyze(question), top: settings.top)
    if isInterrupted { throw .interrupted }
    record(answered)
    writeHeader()
    output.append(writer.entry(answered))
    try output.flush()
  }
}
