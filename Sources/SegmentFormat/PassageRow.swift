import Bytes
public import Model

/// What stands in a segment for each passage beside its postings.
public struct PassageRow: Hashable, Sendable {
  /// Number of the document within the segment.
  public var document: Int
  /// First byte of the text in its field of the source.
  public var byteOffset: Int
  /// Line of the field on which the text begins, from 1.
  public var firstLine: Int
  /// Bit 0: the field; bits 1…2: the role; bit 3: under headings.
  public var flags: UInt8
  /// Terms in title, headings and text.
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
