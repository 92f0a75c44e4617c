import Answering
import Glibc
import Library
import Platform
import Retrieval

extension Session {
  /// Writes all questions and answers to a file.
  mutating func save(_ path: String) throws(CommandError) {
    guard !path.isEmpty else { return say(SessionMessage.usage(":save", "answers.md")) }
    guard !transcript.isEmpty else { return say(SessionMessage.noAnswerYet) }
    let file = absolute(path)
    var status = stat()
    guard isInteractive, stat(file, &status) == 0 else { return try write(to: file) }
    propose(.overwriting(path: file))
  }

  mutating func write(to path: String) throws(CommandError) {
    let transcript = transcript.suffix(Self.longestTranscript)
    let bibliography = Bibliography(of: transcript.flatMap(\.answer.citations))
    let text =
      path.hasSuffix(".bib")
      ? bibliography.text
      : path.hasSuffix(".html")
        ? AnswerHTML.header + transcript.map { AnswerHTML.section($0) }.joined()
        : notebook(of: transcript, with: bibliography)
    do throws(FileError) {
      try OutputFile.replace(path, with: Array(text.utf8))
    } catch {
      throw .file(error)
    }
    say(
      SessionMessage.saved(
        answers: transcript.count, sources: bibliography.entries.count, to: path))
  }

  /// Returns the answers in order, followed by their sources.
  private func notebook(
    of transcript: ArraySlice<AnsweredQuestion>, with bibliography: Bibliography
  ) -> String {
    let answers = transcript.map { AnswerMarkdown.text($0) }.joined()
    guard !bibliography.entries.isEmpty else { return answers }
    let heading = SessionMessage.sourcesHeading.text(in: language)
    return answers + "## \(heading)\n\n```bibtex\n\(bibliography.text)```\n"
  }

  /// Returns the absolute form of a typed path.
  func absolute(_ path: String) -> String {
    LibraryLocation.absolute(
      path.expandingTilde(home: Environment.process["HOME"] ?? ""),
      from: LibraryLocation.currentFolder)
  }
}
