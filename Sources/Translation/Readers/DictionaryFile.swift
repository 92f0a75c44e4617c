import CZlib
import Platform

/// Reads whole files of dictionaries, up to a maximum size.
enum DictionaryFile {
  /// The maximum size in bytes after decompression, ten times that of the largest FreeDict
  /// dictionary.
  static let maximumSize = 1 << 29

  static func read(_ path: String) throws(DictionaryReport.Problem) -> [UInt8] {
    do throws(FileError) {
      let file = try OpenFile(path: path)
      let info = try file.info()
      if info.size <= maximumSize { return try file.readToEnd() }
    } catch {
      throw .unreadable
    }
    throw .tooLarge
  }

  /// Returns the decompressed content of a gzip file (RFC 1952). Dictzip files are gzip files whose
  /// table of chunks, for random access, is an extra field that zlib skips.
  static func readCompressed(_ path: String) throws(DictionaryReport.Problem) -> [UInt8] {
    let compressed = try read(path)
    var stream = z_stream()
    // Adding 16 to the window bits selects a gzip header and trailer, which zlib verifies.
    guard
      inflateInit2_(&stream, MAX_WBITS + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        == Z_OK
    else { throw .damaged }
    defer { inflateEnd(&stream) }
    return try compressed.withUnsafeBufferPointer {
      (input) throws(DictionaryReport.Problem) -> [UInt8] in
      stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
      stream.avail_in = uInt(clamping: input.count)
      return try drain(&stream)
    }
  }

  private static func drain(_ stream: inout z_stream) throws(DictionaryReport.Problem) -> [UInt8] {
    var content: [UInt8] = []
    let chunk = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 18)
    defer { chunk.deallocate() }
    while true {
      stream.next_out = chunk.baseAddress
      stream.avail_out = uInt(chunk.count)
      let code = inflate(&stream, Z_NO_FLUSH)
      content.append(contentsOf: chunk[..<(chunk.count - Int(stream.avail_out))])
      if content.count > maximumSize { throw .tooLarge }
      if code == Z_STREAM_END { return content }
      guard code == Z_OK else { throw .damaged }
    }
  }
}
