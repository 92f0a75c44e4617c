import Glibc
import Indexing
import Platform
import Retrieval
import SegmentFormat
import Translation

/// Puts an error into a sentence: what went wrong, where, and what to do next.
enum ErrorMessage {
  static func text(_ error: CommandError) -> String {
    switch error {
    case .index(let error): text(error)
    case .indexing(let error): text(error)
    case .file(let error): text(error)
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
    case .questionFile(let path, let error): text(error, in: path)
    case .savedRun(let path, let error): text(error, in: path)
    case .nothingToScore(let path): nothingToScore(in: path)
    case .noFigure(let measure): noFigure(measure)
    case .glossary(let path, let error): text(error, in: path)
    case .interrupted:
      "interrupted"
    }
  }

  static func text(_ error: UserGlossary.Failure, in path: String) -> String {
    switch error {
    case .file(let error): text(error)
    case .glossary(let problem):
      "\(shown(path)) is no glossary (\(DictionaryMessage.text(problem))): mend it or move it away"
    case .unusable(let word):
      "\(shown(word)) cannot stand in a glossary: an entry has one to"
        + " \(SynonymSet.maximumPhraseLength) words, not all of them too common, and no tab or ;"
    }
  }

  static func text(_ error: IndexError) -> String {
    switch error {
    case .noIndex(let path):
      "there is no index in \(shown(path)) (it holds no manifest of tanya's): make one with"
        + " tanya index --index \(shown(path)) PATH…"
    case .file(let error): text(error)
    case .format(let error): text(error)
    case .analysisChanged(let path, let language):
      "\(shown(path)) was made with other rules for words (\(language)) than this program has:"
        + " make the index anew with tanya index --rebuild"
    }
  }

  static func text(_ error: FormatError) -> String {
    let file = error.file.isEmpty ? "the index" : shown(error.file)
    let place = error.section.isEmpty ? "" : ", section \(shown(error.section))"
    switch error.kind {
    case .foreign:
      return "\(file) is not a file of tanya's: choose another folder with --index,"
        + " or make an index with tanya index PATH…"
    case .newer(let version):
      return "\(file) has format \(version), which is newer than this program:"
        + " use a newer tanya, or make the index anew with tanya index --rebuild PATH…"
    case .older(let version):
      return "\(file) has format \(version), which this program no longer reads:"
        + " make the index anew with tanya index --rebuild PATH…"
    case .truncated(let expected, let found):
      return "\(file) is damaged: expected \(expected) bytes, found \(found)\(place);"
        + " make the index anew with tanya index --rebuild PATH…"
    case .checksum(let expected, let found):
      return "\(file) is damaged: its checksum should be \(expected) and is \(found)\(place);"
        + " make the index anew with tanya index --rebuild PATH…"
    case .malformed:
      return "\(file) is damaged at byte \(error.offset)\(place);"
        + " make the index anew with tanya index --rebuild PATH…"
    }
  }

  static func text(_ error: IndexingError) -> String {
    switch error {
    case .folderTaken(let path, let found):
      "\(shown(path)) holds other files (\(shown(found))) and no index:"
        + " choose an empty or a new folder with --index"
    case .locked(let path):
      "another tanya is writing the index in \(shown(path)): wait until it is done, and try again"
    case .format(let error): text(error)
    case .file(let error): text(error)
    case .source(let error): text(error) + "; the index is as it was"
    case .duplicateID(let id, let first, let second):
      "two documents have the id \(shown(id)): \(shown(first)) and \(shown(second));"
        + " ids must differ, so the index is as it was"
    case .notIndexed(let path):
      "\(shown(path)) is not among the paths that are indexed: tanya status lists them"
    case .nothingToIndex:
      "nothing to index: name files or folders, as in: tanya index ~/Documents"
    case .tooManyPassages(let count):
      "\(Quantity.grouped(count)) passages of one language are more than an index can hold:"
        + " divide the sources among several indexes (--index)"
    case .interrupted:
      "interrupted; the index is as it was"
    }
  }

  static func text(_ error: FileError) -> String {
    "cannot \(verb(error.operation)) \(shown(error.path)): \(reason(error.code))"
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

  private static func verb(_ operation: FileError.Operation) -> String {
    switch operation {
    case .open: "open"
    case .status: "look at"
    case .read: "read"
    case .list: "list"
    case .map: "map"
    case .create: "create"
    case .write: "write"
    case .sync: "write out"
    case .rename: "rename"
    case .remove: "remove"
    case .lock: "lock"
    }
  }

  /// A name from outside, harmless for a terminal.
  private static func shown(_ name: String) -> String { VisibleText.line(name) }

  /// The system's words for an `errno`.
  static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }
}
