/// Reads a text file under gzip as if it lay there unpacked.
struct GzipReader: FormatReader {
  /// How many times its packed size a file may unpack to. Text reaches about ten.
  static let maximumRatio = 1000

  func read(_ input: SourceInput) throws(ReadingError) -> [ExtractedText] {
    let bytes = try Self.unpack(input.bytes)
    let name = input.name.lowercased().hasSuffix(".gz") ? input.name.dropLast(3) : input.name[...]
    let inner = SourceInput(name: String(name), bytes: bytes)
    guard case .read(let format)? = FormatMatch(fileName: inner.name), format.isReadUnderGzip,
      case .whole(let reader) = format.row.reading
    else { return try TextReader().read(inner) }
    return try reader.read(inner)
  }

  /// Returns the unpacked bytes.
  ///
  /// - Parameter limit: in bytes; what unpacks to more is refused.
  static func unpack(
    _ packed: [UInt8], limit: Int = SourceReader.maximumFileSize
  ) throws(ReadingError) -> [UInt8] {
    let limit = min(limit, packed.count * maximumRatio)
    var position = 0
    let inflater = Inflater { buffer throws(ReadingError) in
      let count = min(buffer.count, packed.count - position)
      buffer.copyBytes(from: packed[position..<(position + count)])
      position += count
      return count
    }
    let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { chunk.deallocate() }
    var bytes: [UInt8] = []
    while case let count = try inflater.read(into: chunk), count > 0 {
      guard bytes.count + count <= limit else { throw ReadingError(.unpacksTooLarge) }
      bytes.append(contentsOf: chunk[..<count])
    }
    return bytes
  }
}

extension SourceFormat {
  /// Whether a file of the format is read if it comes under gzip: in one piece and by tanya itself.
  var isReadUnderGzip: Bool {
    guard case .whole = row.reading else { return false }
    return row.helper == nil && self != .compressedText
  }
}
