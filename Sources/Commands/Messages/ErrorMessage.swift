import Glibc

/// Puts an error into a sentence: what went wrong, where, and what to do next.
enum ErrorMessage {
  static func text(_ error: CommandError) -> String {
    switch error {
    case .library(let error): text(error)
    case .input(let path, let code):
      "cannot read questions from \(shown(path)): \(reason(code))"
    case .output(let code):
      "cannot write the answer: \(reason(code))"
    case .editor(let command):
      "cannot start the editor \(shown(command)): set VISUAL or EDITOR to one that is installed"
    case .line(let number, let error):
      "line \(number): \(text(error))"
    case .emptyQuestion:
      "the question is empty: write it after the command, as in: tanya ask \"Who is …?\""
    case .interrupted:
      "interrupted"
    }
  }

  static func text(_ error: LibraryError) -> String {
    switch error {
    case .missing(let folder):
      "there is no index in \(shown(folder)) (no manifest of tanya's): make one with"
        + " tanya index --index \(shown(folder)) PATH…"
    case .notAnIndex(let folder):
      "\(shown(folder)) holds other files, and no index: choose an empty or a new folder"
    case .newerFormat(let folder, let version, let supported):
      "the index in \(shown(folder)) has format \(version), and this program reads up to"
        + " \(supported): use a newer tanya, or make it anew with tanya index --rebuild"
    case .otherAnalysis(let folder):
      "the index in \(shown(folder)) was made with other rules for words than this program has:"
        + " make it anew with tanya index --index \(shown(folder)) --rebuild"
    case .damaged(let file, let offset, let detail):
      "the index is damaged: \(shown(file))"
        + (offset.map { " at byte \($0)" } ?? "") + ": \(shown(detail));"
        + " make it anew with tanya index --rebuild"
    case .busy(let folder):
      "another tanya is writing the index in \(shown(folder)): wait until it is done, and try again"
    case .sourceMissing(let path):
      "\(shown(path)): no such file or folder; nothing was changed"
    case .unknownSource(let path):
      "\(shown(path)) is not one of the index's sources; tanya status lists them"
    case .nothingToIndex:
      "nothing to index: name files or folders, as in: tanya index ~/Documents"
    case .duplicateIdentifier(let id, let first, let second):
      "two documents have the id \(shown(id)): \(shown(first)) and \(shown(second));"
        + " ids must differ, so nothing was changed"
    case .file(let operation, let path, let code):
      "cannot \(operation) \(shown(path)): \(reason(code))"
    case .builtIn:
      "the built-in articles are part of the program: there is nothing to verify or update;"
        + " make an index of your own with tanya index FOLDER"
    case .interrupted:
      "interrupted; the index is as it was before"
    }
  }

  static func text(_ error: BatchLineError) -> String {
    switch error {
    case .invalidUTF8(let offset): "the line is not UTF-8 from its byte \(offset) on"
    case .malformedJSON(let offset):
      "the line begins with { but is no JSON object: see its byte \(offset)"
    case .noQuestion: "the object has no string \"question\" or \"text\""
    case .invalidIdentifier: "the object's \"id\" must be a string or a number"
    case .emptyQuestion: "the question is empty"
    }
  }

  /// A name from outside, harmless for a terminal.
  private static func shown(_ name: String) -> String { VisibleText.line(name) }

  /// The system's words for an `errno`.
  private static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }
}
