import Glibc

/// A file without a name, for temporary data that would take too much memory. It disappears when
/// the program ends, no matter how.
///
/// ```swift
/// let file = try ScratchFile(in: Folder.temporary)
/// try bytes.withBytes { bytes throws(FileError) in try file.write(bytes) }
/// try file.forEachPiece { piece in print(piece.count) }
/// ```
public final class ScratchFile {
  private let path: String
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  /// The number of bytes written so far.
  public private(set) var count = 0

  private static let chunkSize = 1 << 18

  /// - Parameter folder: The folder in which the file is created. It determines the disk.
  /// - Throws: `FileError` if no file can be created.
  public init(in folder: String) throws(FileError) {
    path = folder + "/scratch"
    // Not every file system supports O_TMPFILE (0o20000000 together with O_DIRECTORY).
    let unnamed = open(folder, O_RDWR | 0o20000000 | O_DIRECTORY | O_CLOEXEC, 0o600)
    if unnamed >= 0, FaultPlan.failure(of: .create(path: path)) == nil {
      descriptor = unnamed
    } else {
      if unnamed >= 0 { close(unnamed) }
      let file = try FileSystem.createTemporary(beside: path, flags: O_RDWR, mode: 0o600)
      descriptor = file.descriptor
      unlink(file.path)
    }
  }

  deinit { close(descriptor) }

  public func write(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
    count += bytes.count
    buffer.append(contentsOf: bytes)
    if buffer.count >= ScratchFile.chunkSize { try flush() }
  }

  private func flush() throws(FileError) {
    let pending = buffer
    buffer.removeAll(keepingCapacity: true)
    try pending.withBytes { bytes throws(FileError) in
      try FileSystem.write(bytes, to: descriptor, path: path)
    }
  }

  /// Calls `body` with all bytes of the file, piece by piece.
  ///
  /// - Parameters:
  ///   - pieceSize: The size of all pieces but the last, in bytes.
  ///   - body: A closure that receives each piece, in order.
  /// - Complexity: O(*n*), where *n* is the size of the file in bytes.
  public func forEachPiece<Failure>(
    ofSize pieceSize: Int = 1 << 18,
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Void
  ) throws {
    try flush()
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: pieceSize, alignment: 16)
    defer { room.deallocate() }
    var offset = 0
    while offset < count {
      var filled = 0
      while filled < pieceSize, offset + filled < count {
        let read = pread(
          descriptor, room.baseAddress.map { $0 + filled }, pieceSize - filled,
          off_t(offset + filled))
        if read < 0, errno == EINTR { continue }
        guard read > 0 else { throw FileError(.read, path: path, code: read < 0 ? errno : EIO) }
        filled += read
      }
      try body(UnsafeRawBufferPointer(rebasing: room[..<filled]))
      offset += filled
    }
  }
}

extension [UInt8] {
  /// Calls `body` with the bytes of the array. Unlike `withUnsafeBytes`, it preserves the type of
  /// errors.
  public func withBytes<Value, Failure>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    try withUnsafeBytes { bytes -> Result<Value, Failure> in
      do throws(Failure) { return .success(try body(bytes)) } catch { return .failure(error) }
    }.get()
  }
}
