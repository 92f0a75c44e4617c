import Corpus
import Indexing
import JSON
import Library
import Model
import Retrieval
import SegmentFormat
import TextAnalysis
import Translation

/// Writes the contents of an index for scripts, in English in every locale.
enum StatusJSON {
  static func bytes(_ status: LibraryStatus) -> [UInt8] {
    var writer = JSONWriter()
    writeObject(status, to: &writer)
    writer.newline()
    return writer.bytes
  }

  static func writeObject(_ status: LibraryStatus, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("version", AnswerJSON.reportVersion)
      writer.member("index", status.folder)
      writer.member("documents", status.documents)
      writer.member("passages", status.passages)
      writer.key("languages")
      writer.object { writer in
        for part in status.index.languages {
          writer.key(part.language.rawValue)
          writer.object {
            write(
              [("documents", part.documents), ("passages", part.passages), ("terms", part.terms)],
              to: &$0)
          }
        }
      }
      writer.key("sources")
      writer.array(of: status.index.catalog?.roots ?? []) { $0.string($1) }
      writer.member("bytes", status.index.bytes)
      writer.key("parts")
      writer.object { write(status.index.sections.map { ($0.section.name, $0.bytes) }, to: &$0) }
      writer.key("dictionaries")
      writer.array(of: status.dictionaries?.entries ?? []) { write($1, to: &$0) }
      write(status.skipped, to: &writer)
      writer.key("changes")
      writer.object { writer in
        for (name, paths) in [
          ("added", status.changes.added), ("changed", status.changes.changed),
          ("removed", status.changes.removed),
        ] {
          writer.key(name)
          writer.array(of: paths) { $0.string($1) }
        }
      }
    }
  }

  static func bytes(_ summary: IndexSummary, folder: String) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("version", AnswerJSON.reportVersion)
      writer.member("index", folder)
      write(
        [
          ("documents", summary.documents),
          ("passages", summary.passages.values.reduce(0, +)),
          ("source_bytes", summary.sourceBytes), ("bytes", summary.indexBytes),
        ], to: &writer)
      writer.member("seconds", summary.seconds)
      writer.member("unchanged", summary.isUnchanged)
      write(summary.skipped, to: &writer)
    }
    writer.newline()
    return writer.bytes
  }

  private static func write(_ counts: [(String, Int)], to writer: inout JSONWriter) {
    for (name, count) in counts {
      writer.key(name)
      writer.integer(count)
    }
  }

  private static func write(_ entry: DictionaryReport.Entry, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("kind", String(describing: entry.dictionary.kind))
      writer.member("path", entry.dictionary.path.isEmpty ? nil : entry.dictionary.path)
      writer.key("languages")
      let languages = entry.outcome.languages
      writer.array(of: languages.map { [$0.source, $0.target] } ?? []) { $0.string($1.rawValue) }
      writer.member("pairs", entry.outcome.pairCount)
      writer.member("problem", entry.outcome.problem.map { DictionaryMessage.phrase($0).english })
    }
  }

  /// Writes the skipped sources, and their number for each reason.
  private static func write(_ skipped: [SkippedSource], to writer: inout JSONWriter) {
    writer.key("skipped")
    writer.array(of: skipped) { write($1, to: &$0) }
    let counts = Dictionary(grouping: skipped) { SkipMessage.phrase($0.reason).english }
      .mapValues(\.count)
    writer.key("skipped_by_reason")
    writer.object { writer in
      for (reason, count) in counts.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
        writer.member(reason, count)
      }
    }
  }

  private static func write(_ skipped: SkippedSource, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("path", skipped.path)
      switch skipped.reason {
      case .notUTF8(let offset): writer.member("byte", offset)
      case .malformedLine(let line, let problem):
        if line > 0 { writer.member("line", line) }
        if case .repeatedID(let id, let first) = problem {
          writer.member("id", id)
          writer.member("first", first)
        }
      default: break
      }
      writer.member("reason", SkipMessage.phrase(skipped.reason).english)
    }
  }
}
