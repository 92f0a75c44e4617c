public import Bytes
public import Platform

/// The order of the sources of several segments: the rank of each in the catalog. It breaks ties
/// between passages of equal score, so that an index of several segments gives the same answers as
/// one with a single segment.
///
///     "TANYAORD" │ u32 version │ u32 zero │ u32 segments
///     │ for each segment: u32 length │ `Column` of ranks by number of the source
///
/// A source whose passages are all deleted has rank 0.
///
/// History: version 1 stored all values of a column at the same width.
public final class SourceOrder {
  public static let version: UInt32 = 2
  static let magic = Array("TANYAORD".utf8)

  public let segmentCount: Int
  private let ranks: [Column]
  private let file: MappedFile

  /// - Parameters:
  ///   - file: The mapped file.
  ///   - path: The path that errors name.
  public init(_ file: MappedFile, path: String) throws(FormatError) {
    do throws(FormatError) {
      var reader = ByteReader(file.bytes)
      try reader.readHeader(SourceOrder.magic, version: SourceOrder.version)
      segmentCount = try Int(reader.read(UInt32.self))
      var ranks: [Column] = []
      for _ in 0..<segmentCount {
        let length = Int(try reader.read(UInt32.self))
        ranks.append(try Column(try reader.readBytes(length)))
      }
      guard reader.remaining == 0 else { throw FormatError(.malformed, offset: reader.offset) }
      self.ranks = ranks
      self.file = file
    } catch {
      throw error.inFile(path)
    }
  }

  /// Returns the rank of a segment's source among all sources, or 0 if the source is unknown.
  public func rank(ofSource source: Int, segment: Int) -> UInt32 {
    guard segment < ranks.count, source < ranks[segment].count else { return 0 }
    return UInt32(truncatingIfNeeded: ranks[segment][source])
  }

  /// Returns the bytes of an order file.
  ///
  /// - Parameter ranks: The ranks of the sources of each segment. The segments are in the order of
  ///   the manifest.
  public static func encode(_ ranks: [[UInt64]]) -> [UInt8] {
    var writer = ByteWriter()
    writer.append(magic)
    writer.append(version)
    writer.append(UInt32(0))
    writer.append(UInt32(ranks.count))
    for ranks in ranks {
      let column = Column.encode(ranks)
      writer.append(UInt32(column.count))
      writer.append(column)
    }
    return writer.bytes
  }
}
