public import Answering
import Glibc
import Retrieval

/// The place of a citation, in the form in which editors accept it.
public struct SourcePlace: Sendable, Equatable {
  /// The absolute path of the file.
  public var path: String
  /// The line, from 1.
  public var line: Int
  /// The column in bytes, from 1.
  public var column: Int

  /// Creates the place of a citation. Returns nil if the source is not a file. The column is 1 for
  /// a line of a collection, and for a file that has changed or whose text was converted.
  public init?(of citation: Citation) {
    guard let origin = citation.passage.document.origin else { return nil }
    path = origin.path
    line = origin.line > 0 ? origin.line : citation.fileLines?.lowerBound ?? 1
    column = 1
    guard origin.line == 0, citation.fileLines != nil,
      let start = Self.columnOffset(of: citation, in: origin.path)
    else {
      return
    }
    column = start + 1
  }

  /// The greatest number of bytes before a quotation to search for the start of its line.
  private static let reach = 1 << 16

  /// Returns the number of bytes between the start of the line and the quotation, or nil if the
  /// file does not contain the quotation there.
  private static func columnOffset(of citation: Citation, in path: String) -> Int? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    let end = citation.bytes.lowerBound
    let start = max(0, end - reach)
    let count = end - start + citation.bytes.count
    var bytes = [UInt8](repeating: 0, count: count)
    guard pread(descriptor, &bytes, count, start) == count,
      bytes[(end - start)...].elementsEqual(citation.snippet.utf8)
    else { return nil }
    let before = bytes[..<(end - start)]
    guard let feed = before.lastIndex(of: UInt8(ascii: "\n")) else {
      return start == 0 ? before.count : nil
    }
    return before.count - feed - 1
  }
}
