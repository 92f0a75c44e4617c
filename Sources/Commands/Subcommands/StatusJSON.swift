import Corpus
import Indexing
import JSON
import Library
import Model
import Retrieval
import SegmentFormat
import TextAnalysis
import Translation

/// What an index holds, for scripts: in English whatever the locale is.
enum StatusJSON {
  static func bytes(_ status: LibraryStatus) -> [UInt8] {
    var writer = JSONWriter()
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
      writer.key("skipped")
      writer.array(of: status.skipped) { write($1, to: &$0) }
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
    writer.newline()
    return writer.bytes
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
      writer.key("skipped")
      writer.array(of: summary.skipped) { write($1, to: &$0) }
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

  private static func write(_ skipped: SkippedSource, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("path", SkipMessage.place(skipped).english)
      writer.member("reason", SkipMessage.phrase(skipped.reason).english)
    }
  }
}
