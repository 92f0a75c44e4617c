import Model
import Platform

/// Makes text of the files of one format.
///
/// A reader holds no state, so that any thread can use it. It throws for input that is no file of
/// its format, and never traps, whatever the bytes are: its test target fuzzes it.
protocol FormatReader: Sendable {
  /// Returns the texts that a file holds, in the order of the file; most formats hold one.
  func read(_ input: SourceInput) throws(ReadingError) -> [ExtractedText]
}

/// The input of a reader: one file.
struct SourceInput {
  /// The file's name without its folder. For a file under gzip, the name of what is inside.
  var name: String
  /// The file's content, or what the format's helper program made of it.
  var bytes: [UInt8]
}

/// A text that a reader found in a file; it becomes one document.
struct ExtractedText {
  /// UTF-8, with Markdown's marks for headings, list items, tables and code. Citations count its
  /// bytes and lines.
  var text: [UInt8]
  /// Facts from outside of the text, such as a page's head; without ranges.
  var metadata = Metadata()
  /// The suffix of the file's id that makes the document's (`#2`), if the file holds several documents.
  var idSuffix = ""
  /// The places of the text's lines, in a format that has pages, slides, rows and the like.
  var places = PlaceMap()
  /// Whether the rest of the file was left out, because it would have been too much.
  var isPart = false
}

extension ExtractedText {
  /// The text that a writer holds.
  init(_ writer: MarkupWriter, metadata: Metadata = Metadata(), idSuffix: String = "") {
    self.init(
      text: writer.bytes, metadata: metadata, idSuffix: idSuffix, places: writer.places,
      isPart: writer.isFull)
  }
}

/// Why a file, or a part of it, could not be read.
struct ReadingError: Error {
  var reason: SkippedSource.Reason

  init(_ reason: SkippedSource.Reason) { self.reason = reason }

  /// Returns the result of `body`, with the system's refusals as `unreadable`.
  static func wrap<Value>(_ body: () throws(FileError) -> Value) throws(ReadingError) -> Value {
    do throws(FileError) {
      return try body()
    } catch {
      throw ReadingError(.unreadable(code: error.code))
    }
  }
}
