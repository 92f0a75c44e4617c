public import Bytes
import Platform

/// A table of strings (document ids) that are read by number, front-coded in groups of 16.
///
///     u32 strings │ u32 bytes of the column │ column of the groups' offsets │ groups
///
/// A string is stored as a `LengthPair`, the number of bytes to remove from the end of the previous
/// string and the number of bytes to append, followed by the bytes to append. The first string of a
/// group follows the empty string.
///
/// - Important: The bytes must outlive the table.
public struct StringTable {
  static let groupSize = 16

  /// The number of strings.
  public let count: Int
  private let groups: Column
  private let data: UnsafeRawBufferPointer

  public init(_ bytes: UnsafeRawBufferPointer) throws(FormatError) {
    var reader = ByteReader(bytes)
    count = Int(try reader.read(UInt32.self))
    let columnLength = Int(try reader.read(UInt32.self))
    groups = try Column(try reader.readBytes(columnLength))
    guard groups.count == (count + StringTable.groupSize - 1) / StringTable.groupSize else {
      throw FormatError(.malformed)
    }
    data = try reader.readBytes(reader.remaining)
  }

  /// Asks the system to read the directory of groups from disk.
  func prefetchDirectory() { groups.prefetch() }

  /// Asks the system to read the group of string `index` from disk, if there is such a string.
  func prefetchString(at index: Int) {
    guard index >= 0, index < count else { return }
    let group = index / StringTable.groupSize
    let start = groups.position(at: group)
    let end = group + 1 < groups.count ? groups.position(at: group + 1) : data.count
    guard start <= end, end <= data.count else { return }
    prefetch(UnsafeRawBufferPointer(rebasing: data[start..<end]))
  }

  /// Returns the string at `index`.
  ///
  /// - Complexity: O(1). At most sixteen strings are walked.
  public func string(at index: Int) throws(FormatError) -> String {
    guard index >= 0, index < count else { throw FormatError(.malformed) }
    let offset = groups.position(at: index / StringTable.groupSize)
    guard offset <= data.count else { throw FormatError(.malformed, offset: offset) }
    guard var cursor = ByteCursor(data, at: offset) else {
      throw FormatError(.malformed, offset: offset)
    }
    let last = index % StringTable.groupSize
    var shared = InlineArray<16, Int>(repeating: 0)
    var starts = InlineArray<16, Int>(repeating: 0)
    var length = 0
    for place in 0...last {
      guard let (lost, further) = cursor.takeLengths(), lost <= UInt64(length),
        further <= UInt64(cursor.remaining)
      else { throw FormatError(.malformed, offset: data.count - cursor.remaining) }
      shared[place] = length &- Int(truncatingIfNeeded: lost)
      starts[place] = data.count &- cursor.remaining
      _ = cursor.takeBytes(Int(truncatingIfNeeded: further))
      length = shared[place] &+ Int(truncatingIfNeeded: further)
    }
    return String(unsafeUninitializedCapacity: length) { out in
      // Filled from the end: the bytes that a string shares with earlier ones are stored there.
      var end = length
      for place in stride(from: last, through: 0, by: -1) where shared[place] < end {
        let start = shared[place]
        let part = data[starts[place]..<starts[place] + end - start]
        UnsafeMutableRawBufferPointer(out)[start..<end].copyBytes(from: part)
        end = start
      }
      return length
    }
  }

  /// Reads all strings in order.
  public struct SequentialReader {
    private let table: StringTable
    private var reader: ByteReader
    private var bytes: [UInt8] = []
    private var index = 0

    fileprivate init(_ table: StringTable) {
      self.table = table
      reader = ByteReader(table.data)
    }

    public mutating func next() throws(FormatError) -> String {
      guard index < table.count else { throw FormatError(.malformed) }
      if index % StringTable.groupSize == 0 { bytes.removeAll(keepingCapacity: true) }
      let (lost, further) = try reader.readLengths()
      guard lost <= bytes.count else { throw FormatError(.malformed, offset: reader.offset) }
      bytes.removeLast(lost)
      bytes.append(contentsOf: try reader.readBytes(further))
      index += 1
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  public func makeReader() -> SequentialReader { SequentialReader(self) }

  static func encode(_ strings: some Collection<String>) -> [UInt8] {
    var encoder = StringTableEncoder()
    for string in strings { encoder.append(string) }
    return encoder.header() + encoder.drain()
  }
}

/// Front-codes strings one after the other. The header, which precedes them, is known only after
/// the last string.
struct StringTableEncoder {
  private var offsets: [UInt64] = []
  private var data = ByteWriter()
  private var drained = 0
  private var count = 0
  private var previous: [UInt8] = []

  /// The number of bytes that can be drained.
  var pendingByteCount: Int { data.count }

  mutating func append(_ string: String) {
    if count % StringTable.groupSize == 0 {
      offsets.append(UInt64(drained + data.count))
      previous = []
    }
    let bytes = Array(string.utf8)
    let shared = zip(previous, bytes).prefix { $0 == $1 }.count
    data.appendLengths(previous.count - shared, bytes.count - shared)
    data.append(bytes[shared...])
    previous = bytes
    count += 1
  }

  mutating func drain() -> [UInt8] {
    drained += data.count
    return data.drain()
  }

  /// Returns the bytes that precede the groups.
  func header() -> [UInt8] {
    let column = Column.encode(offsets)
    var writer = ByteWriter()
    writer.append(UInt32(count))
    writer.append(UInt32(column.count))
    writer.append(column)
    return writer.bytes
  }
}
