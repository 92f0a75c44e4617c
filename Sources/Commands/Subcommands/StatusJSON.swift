import JSON

/// What an index holds, for scripts.
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
      writer.object { write(status.languages.map { ($0.tag, $0.passages) }, to: &$0) }
      writer.key("sources")
      writer.array(of: status.sources) { $0.string($1) }
      writer.key("bytes")
      writer.integer(status.bytes)
      writer.key("parts")
      writer.object { write(status.parts.map { ($0.name, $0.bytes) }, to: &$0) }
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

  static func bytes(_ summary: IndexingSummary, folder: String) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("version")
      writer.integer(AnswerJSON.version)
      writer.key("index")
      writer.string(folder)
      write(
        [
          ("documents", summary.documents), ("passages", summary.passages),
          ("bytes", summary.bytes),
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

  private static func write(_ file: SkippedFile, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("path")
      writer.string(file.path)
      writer.key("reason")
      writer.string(file.reason)
    }
  }
}
