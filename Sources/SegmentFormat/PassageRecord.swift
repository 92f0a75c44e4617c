public import Bytes

/// Headings and text of a passage as the text section keeps them.
public struct PassageRecord: Hashable, Sendable {
  public enum Text: Hashable, Sendable {
    case own(String)
    /// So many bytes of the document's title, from the passage's offset on: the document's record
    /// has them already.
    case ofTitle(Int)
  }

  public var headings: [String]
  public var text: Text

  /// `the text's bytes`, behind `varint headings │ strings` where there are any
  public static func encode(
    headings: [String], text: UnsafeRawBufferPointer, into out: inout [UInt8]
  ) {
    if !headings.isEmpty {
      var writer = ByteWriter()
      writer.appendVarint(headings.count)
      for heading in headings { writer.appendString(heading) }
      out.append(contentsOf: writer.bytes)
    }
    out.append(contentsOf: text)
  }

  /// A passage of the title, which has no headings: `varint bytes`
  public static func encode(titleLength: Int, into out: inout [UInt8]) {
    var writer = ByteWriter()
    writer.appendVarint(titleLength)
    out.append(contentsOf: writer.bytes)
  }

  /// - Parameter row: the passage's, which tells what stands in the record.
  public init(decoding bytes: UnsafeRawBufferPointer, of row: PassageRow) throws(FormatError) {
    var reader = ByteReader(bytes)
    headings = []
    if row.isOfTitle {
      text = .ofTitle(try reader.readCount())
    } else {
      if row.hasHeadings {
        for _ in 0..<(try reader.readCount(atMost: 64)) {
          headings.append(try reader.readString())
        }
      }
      text = .own(String(decoding: try reader.readBytes(reader.remaining), as: UTF8.self))
    }
  }

  /// The text of the passage that a row is of.
  ///
  /// - Parameter title: the document's.
  public func text(of row: PassageRow, title: String) throws(FormatError) -> String {
    switch text {
    case .own(let text): return text
    case .ofTitle(let count):
      let bytes = title.utf8.dropFirst(row.byteOffset).prefix(count)
      guard bytes.count == count else { throw FormatError(.malformed) }
      return String(decoding: bytes, as: UTF8.self)
    }
  }
}
