/// The metadata of a document as the documents section keeps it: for each key a value and the
/// line of the source that states it.
public struct DocumentRecord: Hashable, Sendable {
  public struct Statement: Hashable, Sendable {
    public var value: String
    /// The stating line's text, its first byte and its number; nil where no line states it.
    public var line: (text: String, byteOffset: Int, number: Int)?

    public init(value: String, line: (text: String, byteOffset: Int, number: Int)? = nil) {
      self.value = value
      self.line = line
    }

    public static func == (a: Statement, b: Statement) -> Bool {
      a.value == b.value && a.line?.text == b.line?.text
        && a.line?.byteOffset == b.line?.byteOffset && a.line?.number == b.line?.number
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(value) }
  }

  /// By the raw value of `Metadata.Key`.
  public var statements: [UInt8: Statement]

  public init(statements: [UInt8: Statement]) { self.statements = statements }

  /// `varint keys │ statements`, those of the highest key first, the title last. Of the keys, bit k
  /// is set where key k is stated, and bit 8 + k where a line states it.
  ///
  /// A statement: of its line `string │ varint byte offset │ varint number`, then its value, as a
  /// string, or the last one as the bytes to the end.
  public func encode() -> [UInt8] {
    var keys = 0
    for (key, statement) in statements {
      precondition(key < DocumentRecord.keyCount)
      keys |= (statement.line == nil ? 1 : 1 << DocumentRecord.keyCount | 1) << Int(key)
    }
    var writer = ByteWriter()
    writer.appendVarint(keys)
    var left = statements.count
    for (_, statement) in statements.sorted(by: { $0.key > $1.key }) {
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
    for key in (0..<DocumentRecord.keyCount).reversed() where keys >> key & 1 != 0 {
      var statement = Statement(value: "")
      if keys >> (DocumentRecord.keyCount + key) & 1 != 0 {
        let text = try reader.readString()
        let offset = try reader.readCount(atMost: Int.max >> 1)
        statement.line = (text, offset, try reader.readCount())
      }
      let isLast = keys & (1 << key - 1) == 0
      let value = try reader.readBytes(isLast ? reader.remaining : try reader.readCount())
      statement.value = String(decoding: value, as: UTF8.self)
      statements[UInt8(key)] = statement
    }
  }

  /// Keys that a record has room for.
  private static let keyCount = 8
}
