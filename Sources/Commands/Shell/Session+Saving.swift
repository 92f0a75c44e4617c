import Answering
import Glibc
import Library
import Platform
import Retrieval

extension Session {
  /// Writes what was asked and answered so far to a file.
  mutating func save(_ path: String) throws(CommandError) {
    guard !path.isEmpty else { return say(.commandNeeds(":save", argument: "answers.md")) }
    guard !transcript.isEmpty else { return say(.noAnswerYet) }
    let file = absolute(path)
    var status = stat()
    guard isInteractive, stat(file, &status) == 0 else { return try write(to: file) }
    propose(.overwriting(path: file))
  }

  mutating func write(to path: String) throws(CommandError) {
    let transcript = transcript.suffix(Self.longestTranscript)
    let documents = transcript.flatMap { $0.answer.citations.map(\.passage.document) }
    let bibliography = Bibliography(of: documents)
    let text =
      path.hasSuffix(".bib") ? bibliography.text : notebook(of: transcript, with: bibliography)
    do throws(FileError) {
      let file = try OutputFile(path: path)
      try file.write(copying: Array(text.utf8))
      try file.publish()
    } catch {
      throw .file(error)
    }
    say(
      .saved(answers: transcript.count, sources: bibliography.entries.count, path: path))
  }

  /// The answers in order, then their sources.
  private func notebook(
    of transcript: ArraySlice<AnsweredQuestion>, with bibliography: Bibliography
  ) -> String {
    let answers = transcript.map { AnswerMarkdown.text($0) }.joined()
    guard !bibliography.entries.isEmpty else { return answers }
    let heading = SessionMessage.sourcesHeading.phrase.text(in: language)
    return answers + "## \(heading)\n\n```bibtex\n\(bibliography.text)```\n"
  }

  /// A path as a person types it, from the root on.
  func absolute(_ path: String) -> String {
    LibraryLocation.absolute(
      path.expandingTilde(home: Environment.process["HOME"] ?? ""),
      from: LibraryLocation.currentFolder)
  }
}

extension String {
  /// With `~/` at its beginning as the home folder.
  func expandingTilde(home: String) -> String {
    if self == "~" { return home }
    return hasPrefix("~/") ? home + dropFirst() : self
  }
}
