import JSON
import Library
import Model
import Retrieval

/// Lines of a document as it was indexed.
struct ShownDocument: Sendable {
  var document: StoredDocument
  /// The passages in the order of the document.
  var passages: [ShownPassage]

  /// A part of the document. It consists of whole lines if a range of lines was requested.
  struct ShownPassage: Sendable, Equatable {
    /// The line of its first character, from 1.
    var line: Int
    /// The half-open range of UTF-8 bytes in the field of the source.
    var bytes: Range<Int>
    var text: String
  }

  /// - Parameters:
  ///   - name: The id of a document or the end of an id.
  ///   - lines: A range of lines; nil for all.
  init(
    _ name: String, lines: ClosedRange<Int>?, in reader: LibraryReader
  ) throws(CommandError) {
    let found = try asking { () throws(IndexError) in try reader.documents(named: name) }
    guard let id = found.first else { throw .noDocument(name) }
    guard found.count == 1 else { throw .severalDocuments(name, found) }
    let passages = try asking { () throws(IndexError) in try reader.passages(ofDocument: id) }
    guard let document = passages.first?.document else { throw .noDocument(name) }
    self.document = document
    self.passages = passages.compactMap { passage in
      ShownPassage(passage, within: lines ?? 1...Int.max)
    }
  }

  /// - Parameter place: A name, which may be followed by a colon and a line or a range of lines.
  init(place: String, in reader: LibraryReader) throws(CommandError) {
    let found = try asking { () throws(IndexError) in try reader.documents(named: place) }
    // `corpus.jsonl:17` is the name of a document.
    if found.isEmpty, let colon = place.lastIndex(of: ":"),
      let range = LineRange(place[place.index(after: colon)...])
    {
      try self.init(String(place[..<colon]), lines: range.lines, in: reader)
    } else {
      try self.init(place, lines: nil, in: reader)
    }
  }

  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      document.writeDescription(to: &writer)
      writer.key("passages")
      writer.array(of: passages) { writer, passage in
        writer.object { writer in
          writer.member("line", passage.line)
          writer.member("bytes", passage.bytes)
          writer.member("text", passage.text)
        }
      }
    }
  }

  /// The lines with their numbers, in which hidden characters are visible.
  var readableText: String {
    var text = ""
    for passage in passages {
      var number = passage.line
      for line in passage.text.split(separator: "\n", omittingEmptySubsequences: false) {
        if !line.utf8.allSatisfy(\.isBlank) {
          text += "\(number)  \(RevealedText.line(String(line)))\n"
        }
        number += 1
      }
    }
    return text
  }
}

extension ShownDocument.ShownPassage {
  /// Creates the part of a passage that is within a range of lines. The result is nil if the
  /// passage has none of them.
  fileprivate init?(_ passage: StoredPassage, within range: ClosedRange<Int>) {
    var number = passage.firstLine
    var start = passage.byteOffset
    var first: (line: Int, offset: Int)?
    var end = start
    for line in passage.text.utf8.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    {
      if range.contains(number) {
        if first == nil { first = (number, start) }
        end = start + line.count
      }
      start += line.count + 1
      number += 1
    }
    guard let first, end > first.offset else { return nil }
    self.line = first.line
    bytes = first.offset..<end
    text = String(
      decoding: passage.text.utf8.dropFirst(first.offset - passage.byteOffset)
        .prefix(end - first.offset), as: UTF8.self)
  }
}

extension StoredDocument {
  /// Writes the id, the source and the metadata as members of an object.
  func writeDescription(to writer: inout JSONWriter) {
    writer.member("document", id)
    if let library { writer.member("library", library) }
    writer.member("source", source)
    writer.member("title", title?.value)
    writer.member("author", author?.value)
    writer.member("date", date?.value)
    if !tags.isEmpty {
      writer.key("tags")
      writer.array(of: tags) { $0.string($1) }
    }
  }
}
