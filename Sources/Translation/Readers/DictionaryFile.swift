import CZlib
import Platform

/// Reads a dictionary's files whole, up to a limit.
enum DictionaryFile {
  /// In bytes, inflated; the largest FreeDict dictionary has a tenth of it.
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

  /// Inflates a gzip file (RFC 1952), which a dictzip file is too: its table of chunks, there for
  /// random access, is an extra field that zlib passes over.
  static func readCompressed(_ path: String) throws(DictionaryReport.Problem) -> [UInt8] {
    let compressed = try read(path)
    var stream = z_stream()
    // 16 more than the window's bits: a gzip header and trailer, checked by zlib.
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
