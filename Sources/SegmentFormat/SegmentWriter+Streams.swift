public import Platform

/// Sections that are too large to be held: their values are gone through twice.
extension SegmentWriter {
  private static var pieceSize: Int { 1 << 16 }

  /// Writes a `Column`.
  ///
  /// - Parameter forEach: calls what it is given with each of `count` values, in order.
  public mutating func appendColumn(
    _ section: SegmentLayout.Section, count: Int,
    _ forEach: ((UInt64) throws -> Void) throws -> Void
  ) throws {
    var least = UInt64.max
    var greatest = UInt64.min
    try forEach {
      least = min(least, $0)
      greatest = max(greatest, $0)
    }
    var column = ColumnWriter(least: min(least, greatest), greatest: greatest, count: count)
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
  /// - Parameter forEach: calls what it is given with each of the strings, in order.
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
