import Answering
import JSON
import Library
import Model
import Retrieval

extension ContextTool {
  /// The number of documents on a page of a list.
  static let pageSize = 100

  static let passage = ContextTool(
    name: "passage", title: "Read a document",
    description: """
      Returns lines of a document as it was indexed, for example around a citation.
      """,
    input: """
      {"type": "object", "additionalProperties": false, "required": ["document"], "properties": {
        "document": {"type": "string", "minLength": 1,
          "description": "The id of a document, or the end of it after a slash"},
        "lines": {"type": "string", "pattern": "^[0-9]+(-[0-9]+)?$",
          "description": "A line such as 17, or a range such as 10-20; all lines without it"}}}
      """,
    output: """
      {"type": "object", "required": ["document", "source", "passages"], "properties": {
        "document": {"type": "string"}, "source": {"type": "string"},
        "title": {"type": ["string", "null"]}, "author": {"type": ["string", "null"]},
        "date": {"type": ["string", "null"]},
        "passages": {"type": "array", "items": {"type": "object",
          "required": ["line", "bytes", "text"], "properties": {
            "line": {"type": "integer", "description": "The line of the first character, from 1"},
            "bytes": {"type": "array", "items": {"type": "integer"}},
            "text": {"type": "string"}}}}}}
      """
  ) { arguments, library throws(ContextFailure) in
    let name = try arguments.text("document")
    let lines = try arguments.lines("lines")
    let shown = try ContextFailure.converting { () throws(CommandError) in
      try ShownDocument(name, lines: lines, in: try library.current().reader)
    }
    return ContextResult(text: shown.readableText) { shown.write(to: &$0) }
  }

  static let sources = ContextTool(
    name: "sources", title: "List documents",
    description: "Lists the documents of the library, a page at a time.",
    input: """
      {"type": "object", "additionalProperties": false, "properties": {
        "cursor": {"type": "string", "description": "nextCursor of the page before"},
        \(narrowingProperties)}}
      """,
    output: """
      {"type": "object", "required": ["total", "sources"], "properties": {
        "total": {"type": "integer"}, "nextCursor": {"type": "string"},
        "sources": {"type": "array", "items": {"type": "object",
          "required": ["document", "source"], "properties": {
            "document": {"type": "string"}, "source": {"type": "string"},
            "title": {"type": ["string", "null"]}, "author": {"type": ["string", "null"]},
            "date": {"type": ["string", "null"]}}}}}}
      """
  ) { arguments, library throws(ContextFailure) in
    let narrowing = try arguments.narrowing()
    let cursor = try arguments.string("cursor")
    let all = try ContextFailure.converting { () throws(CommandError) in
      let library = try library.current().library
      return try asking { () throws(IndexError) in try library.documents() }
    }
    guard
      let page = Page(of: all.filter { narrowing.admits($0) }, cursor: cursor, size: pageSize)
    else { throw ContextFailure("the cursor is not one that this tool returned") }
    let text =
      ["\(page.total) documents"]
      + page.items.map { document in
        let title = document.title.map { "  \($0.value)" } ?? ""
        return RevealedText.line(document.id + title)
      }
      + (page.next.map { ["… (cursor \($0) continues)"] } ?? [])
    return ContextResult(text: text.joined(separator: "\n")) { writer in
      writer.object { writer in
        writer.member("total", page.total)
        writer.key("sources")
        writer.array(of: page.items) { writer, document in
          writer.object { document.writeDescription(to: &$0) }
        }
        if let next = page.next { writer.member("nextCursor", next) }
      }
    }
  }

  static let facts = ContextTool(
    name: "facts", title: "List dates or numbers",
    description: "Lists the sentences about a topic that give dates or numbers, sorted by value.",
    input: """
      {"type": "object", "additionalProperties": false, "required": ["kind", "topic"],
       "properties": {
        "kind": {"enum": ["dates", "numbers"]},
        "topic": {"type": "string", "minLength": 1}}}
      """,
    output: """
      {"type": "object", "required": ["topic", "kind", "facts"], "properties": {
        "topic": {"type": "string"}, "kind": {"type": "string"},
        "facts": {"type": "array", "items": {"type": "object",
          "required": ["values", "document", "source", "lines", "bytes", "snippet"],
          "properties": {
            "values": {"type": "array", "items": {"type": "string"}},
            "document": {"type": "string"}, "source": {"type": "string"},
            "lines": {"type": "array", "items": {"type": "integer"}},
            "bytes": {"type": "array", "items": {"type": "integer"}},
            "snippet": {"type": "string"}}}}}}
      """
  ) { arguments, library throws(ContextFailure) in
    let topic = try arguments.text("topic")
    let name = try arguments.text("kind")
    let kinds: [String: FactKind] = ["dates": .dates, "numbers": .quantities]
    guard let kind = kinds[name] else {
      throw ContextFailure("kind must be dates or numbers")
    }
    let found = try ContextFailure.converting { () throws(CommandError) in
      let reader = try library.current().reader
      return try asking { () throws(IndexError) in try reader.facts(kind, about: topic) }
    }
    let rows = found.table.facts.map { fact in
      let citation = found.table.citations[fact.citation]
      let bytes = Array(citation.snippet.utf8)
      return (
        values: fact.mentions.map { String(decoding: bytes[$0], as: UTF8.self) },
        citation: citation, state: found.sentences.sourceState(ofCitationAt: fact.citation)
      )
    }
    let text =
      rows.isEmpty
      ? AnswerMessage.noFacts(kind, about: RevealedText.line(topic)).english
      : rows.map { row in
        "\(RevealedText.line(row.values.joined(separator: " · "))): "
          + quotation(row.citation, row.state)
      }.joined(separator: "\n")
    return ContextResult(text: text) { writer in
      writer.object { writer in
        writer.member("topic", topic)
        writer.member("kind", name)
        writer.key("facts")
        writer.array(of: rows) { writer, row in
          writer.object { writer in
            writer.key("values")
            writer.array(of: row.values) { $0.string($1) }
            writer.member("document", row.citation.passage.document.id)
            writer.member("source", row.citation.passage.document.source)
            writer.key("lines")
            writer.array {
              $0.integer(row.citation.lines.lowerBound)
              $0.integer(row.citation.lines.upperBound)
            }
            writer.member("bytes", row.citation.bytes)
            writer.member("snippet", row.citation.snippet)
          }
        }
      }
    }
  }

  static let status = ContextTool(
    name: "status", title: "Show the state of the library",
    description: "Reports what the index holds, what was skipped, and which sources have changed.",
    input: #"{"type": "object", "additionalProperties": false, "properties": {}}"#,
    output: """
      {"type": "object", "required": ["version", "documents", "passages", "changes"],
       "properties": {
        "version": {"type": "integer"}, "index": {"type": ["string", "null"]},
        "documents": {"type": "integer"}, "passages": {"type": "integer"},
        "changes": {"type": "object"}}}
      """
  ) { _, library throws(ContextFailure) in
    let status = try ContextFailure.converting { () throws(CommandError) in
      let library = try library.current().library
      return try asking { () throws(IndexError) in try library.status() }
    }
    let changes =
      status.changes.isEmpty
      ? "No source has changed since it was indexed."
      : IndexMessage.changes(status.changes).english + ": the user can run tanya index."
    let text = """
      \(status.documents) documents, \(status.passages) passages, \(status.skipped.count) sources \
      skipped. \(changes)
      """
    return ContextResult(text: text) { StatusJSON.writeObject(status, to: &$0) }
  }
}

/// A page of a list.
struct Page<Item> {
  var total: Int
  var items: ArraySlice<Item>
  /// The cursor of the next page; nil after the last.
  var next: String?

  /// Creates the page at a cursor; the first page if there is no cursor. The result is nil if no
  /// page has that cursor.
  init?(of all: [Item], cursor: String?, size: Int) {
    var start = 0
    if let cursor {
      guard let number = Int(cursor), number > 0, number < all.count else { return nil }
      start = number
    }
    total = all.count
    items = all[start...].prefix(size)
    next = items.endIndex < all.count ? "\(items.endIndex)" : nil
  }
}
