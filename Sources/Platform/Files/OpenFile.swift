import Glibc

/// A regular file that is open for reading. It is closed when the last reference is released.
public final class OpenFile: Sendable {
  public let path: String
  let descriptor: Int32

  /// Opens a regular file.
  ///
  /// - Throws: `FileError`, with the code `EISDIR` for directories and `EINVAL` for special files,
  ///   which could block.
  public init(path: String) throws(FileError) {
    // With O_NONBLOCK, a FIFO that has replaced a file cannot block the program.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { throw FileError(.open, path: path, code: errno) }
    self.descriptor = descriptor
    self.path = path
    let kind = try info().kind
    guard kind == .regular else {
      throw FileError(.open, path: path, code: kind == .directory ? EISDIR : EINVAL)
    }
  }

  deinit { close(descriptor) }

  /// Returns the file's current metadata (`fstat`).
  public func info() throws(FileError) -> FileInfo {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw FileError(.status, path: path, code: errno)
    }
    return FileInfo(status)
  }

  /// Reads up to the buffer's size with one system call.
  ///
  /// - Returns: The number of bytes read, or 0 at the end of the file.
  public func read(into buffer: UnsafeMutableRawBufferPointer) throws(FileError) -> Int {
    guard let start = buffer.baseAddress else { return 0 }
    while true {
      let count = Glibc.read(descriptor, start, buffer.count)
      if count >= 0 { return count }
      guard errno == EINTR else { throw FileError(.read, path: path, code: errno) }
    }
  }

  /// Reads a part of the file, whose current position does not change. Several threads may call this
  /// method at the same time.
  ///
  /// - Parameters:
  ///   - count: The number of bytes.
  ///   - offset: The offset of the first byte.
  ///   - buffer: A buffer of at least `count` bytes.
  /// - Returns: A Boolean value that indicates whether all bytes were read.
  func read(_ count: Int, at offset: Int, into buffer: UnsafeMutableRawBufferPointer) -> Bool {
    guard let start = buffer.baseAddress, count <= buffer.count else { return count == 0 }
    var done = 0
    while done < count {
      let read = pread(descriptor, start + done, count - done, off_t(offset + done))
      if read > 0 { done += read } else if read == 0 || errno != EINTR { return false }
    }
    return true
  }

  /// Calls `body` with the file's descriptor, which is valid during the call.
  public func withDescriptor<R, E>(_ body: (Int32) throws(E) -> R) throws(E) -> R {
    try body(descriptor)
  }

  /// Reads from the current position to the end of the file.
  ///
  /// - Parameter limit: The greatest number of bytes to read.
  /// - Complexity: O(*n*), where *n* is the number of bytes.
  public func readToEnd(atMost limit: Int = .max) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(try info().size, limit))
    let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { chunk.deallocate() }
    while true {
      let count = try read(into: chunk)
      if count == 0 { return bytes }
      bytes.append(contentsOf: chunk[..<min(count, limit - bytes.count)])
      if bytes.count == limit { return bytes }
    }
  }
}

/// Returns the bytes of a regular file.
///
/// - Parameters:
///   - path: The path of the file.
///   - limit: The greatest number of bytes to read from its beginning.
/// - Complexity: O(*n*), where *n* is the number of bytes.
public func readFile(_ path: String, atMost limit: Int = .max) throws(FileError) -> [UInt8] {
  try OpenFile(path: path).readToEnd(atMost: limit)
}
