import Model
import Platform

/// Converts the files of one format to text.
///
/// A reader has no state, so that any thread can use it. It throws an error for input that is not a
/// file of its format, and never traps, whatever the bytes are; the tests fuzz every reader.
protocol FormatReader: Sendable {
  /// Returns the texts in a file, in the order of the file. Most formats have one.
  func read(_ input: SourceInput) throws(ReadingError) -> [ExtractedText]
}

/// The input of a reader: one file.
struct SourceInput {
  /// The file's name without its folder. For a file compressed with gzip, the name of its contents.
  var name: String
  /// The contents of the file, or the output of the format's helper program.
  var bytes: [UInt8]
}

/// A text that a reader found in a file. It becomes one document.
struct ExtractedText {
  /// The text in UTF-8, with the marks of Markdown for headings, list items, tables and code.
  /// Citations refer to its bytes and lines.
  var text: [UInt8]
  /// Metadata from outside the text, such as a page's head, without ranges.
  var metadata = Metadata()
  /// The suffix that is appended to the file's id to form the document's id (`#2`), if the file
  /// contains several documents.
  var idSuffix = ""
  /// The places of the text's lines, in a format that has pages, slides, rows and the like.
  var places = PlaceMap()
  /// A Boolean value that indicates whether the rest of the file was left out, because it would
  /// have been too much.
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

/// The reason that a file, or a part of it, could not be read.
struct ReadingError: Error {
  var reason: SkippedSource.Reason

  init(_ reason: SkippedSource.Reason) { self.reason = reason }

  /// Returns the result of `body`, and converts file errors to `unreadable`.
  static func wrap<Value>(_ body: () throws(FileError) -> Value) throws(ReadingError) -> Value {
    do throws(FileError) {
      return try body()
    } catch {
      throw ReadingError(.unreadable(code: error.code))
    }
  }
}
