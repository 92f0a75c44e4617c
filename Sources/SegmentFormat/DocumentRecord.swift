public import Bytes
public import Model

/// The metadata of a document as the documents section keeps it: for each key a value and the
/// line of the source that states it.
public struct DocumentRecord: Hashable, Sendable {
  public var statements: [MetadataKey: Statement]

  public init(statements: [MetadataKey: Statement]) { self.statements = statements }

  /// `varint keys │ statements`, those of the highest key first, the title last. Of the keys, bit k
  /// is set where key k is stated, and bit 8 + k where a line states it.
  ///
  /// A statement: of its line `string │ varint byte offset │ varint number`, then its value, as a
  /// string, or the last one as the bytes to the end.
  public func encode() -> [UInt8] {
    var keys = 0
    for (key, statement) in statements {
      keys |= (statement.line == nil ? 1 : 1 << DocumentRecord.keyCount | 1) << Int(key.rawValue)
    }
    var writer = ByteWriter()
    writer.appendVarint(keys)
    var left = statements.count
    for (_, statement) in statements.sorted(by: { $0.key.rawValue > $1.key.rawValue }) {
      left -= 1
      if let line = statement.line {
        writer.appendString(line.text)
        writer.appendVarint(line.byteOffset)
        writer.appendVarint(line.number)
      }
      if left > 0 {
        writer.appendString(statement.value)
      } else {
        writer.append(Array(statement.value.utf8))
      }
    }
    return writer.bytes
  }

  public init(decoding bytes: UnsafeRawBufferPointer) throws(FormatError) {
    var reader = ByteReader(bytes)
    let keys = try reader.readCount(atMost: 1 << (2 * DocumentRecord.keyCount) - 1)
    statements = [:]
    for bit in (0..<DocumentRecord.keyCount).reversed() where keys >> bit & 1 != 0 {
      guard let key = MetadataKey(rawValue: UInt8(bit)) else {
        throw FormatError(.malformed, offset: reader.offset)
      }
      var statement = Statement(value: "")
      if keys >> (DocumentRecord.keyCount + bit) & 1 != 0 {
        let text = try reader.readString()
        let offset = try reader.readCount(atMost: Int.max >> 1)
        statement.line = Statement.Line(
          text: text, byteOffset: offset, number: try reader.readCount())
      }
      let isLast = keys & (1 << bit - 1) == 0
      let value = try reader.readBytes(isLast ? reader.remaining : try reader.readCount())
      statement.value = String(decoding: value, as: UTF8.self)
      statements[key] = statement
    }
  }

  /// The number of keys that a record has room for.
  private static let keyCount = 8
}
