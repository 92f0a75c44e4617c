import Corpus
import Indexing
import JSON
import Retrieval
import SegmentFormat
import TextAnalysis
import Translation

/// What an index holds, for scripts: in English whatever the locale is.
enum StatusJSON {
  static func bytes(_ status: LibraryStatus) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("version")
      writer.integer(AnswerJSON.version)
      writer.key("index")
      writer.string(status.folder)
      writer.key("documents")
      writer.integer(status.documents)
      writer.key("passages")
      writer.integer(status.passages)
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
      writer.key("bytes")
      writer.integer(status.index.bytes)
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
      writer.key("version")
      writer.integer(AnswerJSON.version)
      writer.key("index")
      writer.string(folder)
      write(
        [
          ("documents", summary.documents),
          ("passages", summary.passages.values.reduce(0, +)),
          ("source_bytes", summary.sourceBytes), ("bytes", summary.indexBytes),
        ], to: &writer)
      writer.key("seconds")
      writer.double(summary.seconds)
      writer.key("unchanged")
      writer.boolean(summary.isUnchanged)
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
      writer.key("kind")
      writer.string(String(describing: entry.dictionary.kind))
      writer.key("path")
      writer.string(entry.dictionary.path.isEmpty ? nil : entry.dictionary.path)
      writer.key("languages")
      let languages = entry.outcome.languages
      writer.array(of: languages.map { [$0.source, $0.target] } ?? []) { $0.string($1.rawValue) }
      writer.key("pairs")
      writer.integer(entry.outcome.pairCount)
      writer.key("problem")
      writer.string(entry.outcome.problem.map { DictionaryMessage.phrase($0).english })
    }
  }

  private static func write(_ skipped: SkippedSource, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("path")
      writer.string(SkipMessage.place(skipped).english)
      writer.key("reason")
      writer.string(SkipMessage.phrase(skipped.reason).english)
    }
  }
}
