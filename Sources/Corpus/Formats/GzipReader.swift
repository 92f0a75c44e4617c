/// Reads a file that is compressed with gzip as if it were not compressed.
struct GzipReader: FormatReader {
  /// The greatest ratio of the unpacked to the packed size of a file. Text reaches about ten.
  static let maximumRatio = 1000

  func read(_ input: SourceInput) throws(ReadingError) -> [ExtractedText] {
    let bytes = try Self.unpack(input.bytes)
    let inner = SourceInput(name: Self.innerName(of: input.name), bytes: bytes)
    guard case .read(let format)? = FormatMatch(fileName: inner.name), format.isReadUnderGzip,
      case .whole(let reader) = format.row.reading
    else { return try TextReader().read(inner) }
    return try reader.read(inner)
  }

  /// Returns the name of what is inside a file.
  static func innerName(of name: String) -> String {
    name.lowercased().hasSuffix(".gz") ? String(name.dropLast(3)) : name
  }

  /// Returns the first unpacked bytes, as many as there are before any damage.
  static func head(of packed: [UInt8], count: Int) -> [UInt8] {
    let inflater = inflater(of: packed)
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = (try? inflater.read(into: UnsafeMutableRawBufferPointer(buffer))) ?? 0
    }
  }

  private static func inflater(of packed: [UInt8]) -> Inflater {
    var position = 0
    return Inflater { buffer throws(ReadingError) in
      let count = min(buffer.count, packed.count - position)
      buffer.copyBytes(from: packed[position..<(position + count)])
      position += count
      return count
    }
  }

  /// Returns the unpacked bytes.
  ///
  /// - Parameters:
  ///   - packed: The compressed bytes.
  ///   - limit: The greatest size of the unpacked bytes.
  /// - Throws: `ReadingError` if the bytes are damaged or unpack to more than the limit.
  static func unpack(
    _ packed: [UInt8], limit: Int = SourceReader.maximumFileSize
  ) throws(ReadingError) -> [UInt8] {
    let limit = min(limit, packed.count * maximumRatio)
    let inflater = inflater(of: packed)
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
  /// A Boolean value that indicates whether a file of the format is read if it is compressed with
  /// gzip: the format must be read at once.
  var isReadUnderGzip: Bool {
    guard case .whole = row.reading else { return false }
    return self != .compressedText
  }
}
