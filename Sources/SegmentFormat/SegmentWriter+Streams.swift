public import Platform

/// Sections that are too large to be held.
extension SegmentWriter {
  private static var pieceSize: Int { 1 << 16 }

  /// Writes a `Column`.
  ///
  /// - Parameter forEach: calls what it is given with each of the values, in order.
  public mutating func appendColumn(
    _ section: SegmentLayout.Section, _ forEach: ((UInt64) throws -> Void) throws -> Void
  ) throws {
    var column = ColumnWriter()
    begin(section)
    try forEach {
      column.append($0)
      if column.pendingByteCount >= SegmentWriter.pieceSize { try write(column.drain()) }
    }
    try write(column.finish())
    try end()
  }

  /// Writes a `StringTable`.
  ///
  /// - Parameter forEach: calls what it is given with each of the strings, in order; called twice.
  public mutating func appendStrings(
    _ section: SegmentLayout.Section, _ forEach: ((String) throws -> Void) throws -> Void
  ) throws {
    var encoder = StringTableEncoder()
    try forEach {
      encoder.append($0)
      if encoder.pendingByteCount >= SegmentWriter.pieceSize { _ = encoder.drain() }
    }
    begin(section)
    try write(encoder.header())
    encoder = StringTableEncoder()
    try forEach {
      encoder.append($0)
      if encoder.pendingByteCount >= SegmentWriter.pieceSize { try write(encoder.drain()) }
    }
    try write(encoder.drain())
    try end()
  }

  /// Writes a section that waited in a scratch file.
  public mutating func append(
    _ section: SegmentLayout.Section, _ scratch: ScratchFile
  ) throws {
    begin(section)
    try scratch.forEachPiece { bytes throws(FileError) in try write(bytes) }
    try end()
  }
}
