import Glibc

/// A file without a name, for bytes that have to wait and would take too much memory. It is gone
/// with the program, however that ends.
public final class ScratchFile {
  private let path: String
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  /// Bytes written so far.
  public private(set) var count = 0

  private static let chunkSize = 1 << 18

  /// - Parameter folder: where it is made, to lie on the same disk as what it is for.
  public init(in folder: String) throws(FileError) {
    path = folder + "/scratch"
    // Not every file system knows O_TMPFILE (0o20000000, and a folder's flag with it).
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

  /// Calls `body` with all bytes from the first one on, piece by piece.
  ///
  /// - Parameters:
  ///   - body: Called with each piece, in order.
  ///   - pieceSize: of all pieces but the last, in bytes.
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
  /// `withUnsafeBytes` for a body that throws one type of error.
  public func withBytes<Value, Failure>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    try withUnsafeBytes { bytes -> Result<Value, Failure> in
      do throws(Failure) { return .success(try body(bytes)) } catch { return .failure(error) }
    }.get()
  }
}
