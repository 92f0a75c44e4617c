public import Bytes
public import Model

/// The headings and the text of a passage as the text section stores them.
public struct PassageRecord: Hashable, Sendable {
  public enum Text: Hashable, Sendable {
    case own(String)
    /// A part of the document's title, which the document's record holds: this number of bytes from
    /// the passage's offset on.
    case ofTitle(Int)
  }

  public var headings: [String]
  public var text: Text

  /// Appends a record: `varint headings │ strings` if there are headings, then the text's bytes.
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

  /// Appends the record of a passage of the title, which has no headings: `varint bytes`.
  public static func encode(titleLength: Int, into out: inout [UInt8]) {
    var writer = ByteWriter()
    writer.appendVarint(titleLength)
    out.append(contentsOf: writer.bytes)
  }

  /// - Parameters:
  ///   - bytes: The bytes of a record.
  ///   - row: The passage's row, which determines the layout of the record.
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

  /// Returns the text of the passage.
  ///
  /// - Parameters:
  ///   - row: The passage's row.
  ///   - title: The document's title.
  /// - Throws: `FormatError` if the title is shorter than the record says.
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

/// The values of one passage in the columns of a segment.
public struct PassageRow: Hashable, Sendable {
  /// The number of the document within the segment.
  public var document: Int
  /// The offset of the text in its field of the document, in bytes.
  public var byteOffset: Int
  /// The number of the line of the field on which the text begins, from 1.
  public var firstLine: Int
  /// Bit 0: the text is part of the title; bits 1 and 2: the role; bit 3: there are headings.
  public var flags: UInt8
  /// The number of terms in title, headings and text, without stop words.
  public var length: Int

  public init(document: Int, byteOffset: Int, firstLine: Int, flags: UInt8, length: Int) {
    self.document = document
    self.byteOffset = byteOffset
    self.firstLine = firstLine
    self.flags = flags
    self.length = length
  }

  public static func flags(field: Field, role: Role, hasHeadings: Bool) -> UInt8 {
    field.rawValue | role.rawValue << 1 | (hasHeadings ? 8 : 0)
  }

  public var field: Field { isOfTitle ? .title : .text }
  public var isOfTitle: Bool { flags & 1 == Field.title.rawValue }
  public var role: Role {
    get throws(FormatError) {
      guard let role = Role(rawValue: flags >> 1 & 3) else { throw FormatError(.malformed) }
      return role
    }
  }
  public var hasHeadings: Bool { flags & 8 != 0 }
}
