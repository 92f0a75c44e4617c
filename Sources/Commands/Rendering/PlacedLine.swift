import Corpus
import JSON
import Model

/// A line of a text with its place, as a row of tab-separated values.
struct PlacedLine {
  /// The offset of the line's first byte in the text.
  var byte: Int
  /// The number of the line, from 1.
  var number: Int
  var place: Place?
  var content: String

  var text: String {
    let place = place.flatMap { PlaceText.short($0, to: $0) ?? $0.name } ?? ""
    return TabSeparatedText.row(["\(byte)", "\(number)", place, content])
  }

  /// Returns the lines of a document's text.
  ///
  /// - Complexity: O(*n*), where *n* is the length of the text in bytes.
  static func lines(of document: Document) -> [PlacedLine] {
    var lines: [PlacedLine] = []
    var byte = 0
    for line in document.text.utf8.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    {
      let number = lines.count + 1
      lines.append(
        PlacedLine(
          byte: byte, number: number, place: document.places[line: number],
          content: String(decoding: line, as: UTF8.self)))
      byte += line.count + 1
    }
    // A line break at the end of the text does not begin another line.
    if lines.last?.content.isEmpty == true { lines.removeLast() }
    return lines
  }
}

/// Writes the text extracted from a file, for scripts.
enum ExtractedTextJSON {
  static func write(_ document: Document, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("version", AnswerJSON.reportVersion)
      writer.member("document", document.id)
      writer.member("line", document.collectionLine)
      writer.member("title", document.metadata[.title]?.value)
      writer.member("author", document.metadata[.author]?.value)
      writer.member("date", document.metadata[.date]?.value)
      writer.member("text", document.text)
      writer.key("places")
      writer.array(of: document.places.marks) { writer, mark in
        writer.object { writer in
          writer.member("line", mark.line)
          writer.key("place")
          AnswerJSON.write(mark.place, to: mark.place, of: document.places, to: &writer)
          if mark.step > 0 { writer.member("step", mark.step) }
        }
      }
    }
  }
}
