import Bytes
public import Platform

/// Writes a segment, section by section, to a sink. See `SegmentLayout`.
///
/// ```swift
/// var writer = try SegmentWriter { bytes throws(FileError) in try file.write(bytes) }
/// try contents.write(to: &writer)
/// ```
public struct SegmentWriter {
  public typealias Sink = (UnsafeRawBufferPointer) throws(FileError) -> Void

  private let sink: Sink
  private var entries: [(section: SegmentLayout.Section, checksum: UInt32, range: Range<Int>)] = []
  /// The number of bytes written so far.
  public private(set) var count = 0
  /// The CRC-32 of all bytes written so far.
  public private(set) var checksum: UInt32 = 0

  public init(sink: @escaping Sink) throws(FileError) {
    self.sink = sink
    var header = ByteWriter()
    header.append(SegmentLayout.magic)
    header.append(SegmentLayout.version)
    header.append(UInt32(0))
    try emit(header.bytes)
  }

  public mutating func append(
    _ section: SegmentLayout.Section, _ bytes: [UInt8]
  ) throws(FileError) {
    begin(section)
    try write(bytes)
    try end()
  }

  public mutating func append(
    _ section: SegmentLayout.Section, _ properties: SegmentLayout.Properties
  ) throws(FileError) {
    try append(section, properties.encode())
  }

  /// Opens a section, to which `write` appends until `end` is called.
  public mutating func begin(_ section: SegmentLayout.Section) {
    entries.append((section, 0, count..<count))
  }

  /// Writes more bytes of the open section.
  public mutating func write(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
    let (section, before, range) = entries[entries.count - 1]
    let sum = CRC32.sum(of: bytes, continuing: before)
    entries[entries.count - 1] = (section, sum, range.lowerBound..<range.upperBound + bytes.count)
    try emit(bytes)
  }

  public mutating func write(_ bytes: [UInt8]) throws(FileError) {
    try bytes.withBytes { bytes throws(FileError) in try write(bytes) }
  }

  /// Closes the open section.
  public mutating func end() throws(FileError) {
    let gap = -count & (SegmentLayout.alignment - 1)
    if gap > 0 { try emit([UInt8](repeating: 0, count: gap)) }
  }

  public mutating func finish() throws(FileError) {
    var footer = ByteWriter()
    for entry in entries {
      footer.append(entry.section.rawValue)
      footer.append(entry.checksum)
      footer.append(UInt64(entry.range.lowerBound))
      footer.append(UInt64(entry.range.count))
    }
    footer.append(UInt32(entries.count))
    footer.append(crc(footer.bytes))
    footer.append(SegmentLayout.endMagic)
    try emit(footer.bytes)
  }

  private func crc(_ bytes: [UInt8]) -> UInt32 {
    bytes.withUnsafeBytes { CRC32.sum(of: $0) }
  }

  private mutating func emit(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
    checksum = CRC32.sum(of: bytes, continuing: checksum)
    count += bytes.count
    try sink(bytes)
  }

  private mutating func emit(_ bytes: [UInt8]) throws(FileError) {
    try bytes.withBytes { bytes throws(FileError) in try emit(bytes) }
  }
}

/// Sections that are too large to be held in memory.
extension SegmentWriter {
  private static var pieceSize: Int { 1 << 16 }

  /// Writes a `Column`.
  ///
  /// - Parameters:
  ///   - section: The section to write.
  ///   - forEach: A closure that calls its argument with each of the values, in order.
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
  /// - Parameters:
  ///   - section: The section to write.
  ///   - forEach: A closure that calls its argument with each of the strings, in order. It is
  ///     called twice.
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

  /// Writes the contents of a scratch file as a section.
  public mutating func append(
    _ section: SegmentLayout.Section, _ scratch: ScratchFile
  ) throws {
    begin(section)
    try scratch.forEachPiece { bytes throws(FileError) in try write(bytes) }
    try end()
  }
}
