import Glibc

/// A new file that is written from front to back, then made durable and given its name.
///
/// Until `publish` it stands under a temporary name beside its place, and it is removed if it is
/// let go of unpublished; a reader sees the whole file or none of it.
public final class OutputFile {
  public let path: String
  private let temporaryPath: String
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var isPublished = false
  /// Bytes written so far.
  public private(set) var count = 0

  private static let bufferSize = 1 << 18
  private static let temporarySuffix = ".new"

  /// The name of the file that a name in a folder is the unpublished form of; nil for a name that
  /// is no unpublished file's.
  public static func publishedName(ofTemporary name: String) -> String? {
    guard name.hasSuffix(temporarySuffix) else { return nil }
    let rest = name.dropLast(temporarySuffix.count)
    guard let dot = rest.lastIndex(of: "."), !rest[rest.index(after: dot)...].isEmpty,
      rest[rest.index(after: dot)...].utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return String(rest[..<dot])
  }

  public init(path: String) throws(FileError) {
    self.path = path
    // The process's number keeps two programs that write the same file out of each other's way.
    temporaryPath = "\(path).\(getpid())\(OutputFile.temporarySuffix)"
    // What a run that was killed left behind is written over.
    descriptor = open(temporaryPath, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw FileError(.create, path: temporaryPath, code: errno) }
    buffer.reserveCapacity(OutputFile.bufferSize)
  }

  deinit {
    close(descriptor)
    if !isPublished { unlink(temporaryPath) }
  }

  public func write(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
    count += bytes.count
    if buffer.count + bytes.count <= OutputFile.bufferSize {
      buffer.append(contentsOf: bytes)
      return
    }
    try flush()
    if bytes.count <= OutputFile.bufferSize / 2 {
      buffer.append(contentsOf: bytes)
    } else {
      try writeAll(bytes)
    }
  }

  public func write(copying bytes: [UInt8]) throws(FileError) {
    var failure: FileError?
    bytes.withUnsafeBytes { bytes in
      do throws(FileError) { try write(bytes) } catch { failure = error }
    }
    if let failure { throw failure }
  }

  /// Waits until the bytes are on disk, then renames the file to its place and makes that durable.
  public func publish() throws(FileError) {
    try flush()
    guard fsync(descriptor) == 0 else { throw FileError(.sync, path: path, code: errno) }
    guard rename(temporaryPath, path) == 0 else {
      throw FileError(.rename, path: path, code: errno)
    }
    isPublished = true
    try syncFolder(of: path)
  }

  private func flush() throws(FileError) {
    let pending = buffer
    buffer.removeAll(keepingCapacity: true)
    var failure: FileError?
    pending.withUnsafeBytes { bytes in
      do throws(FileError) { try writeAll(bytes) } catch { failure = error }
    }
    if let failure { throw failure }
  }

  private func writeAll(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
    var rest = bytes
    while !rest.isEmpty {
      let written = Glibc.write(descriptor, rest.baseAddress, rest.count)
      if written < 0 {
        guard errno == EINTR else { throw FileError(.write, path: path, code: errno) }
        continue
      }
      rest = UnsafeRawBufferPointer(rebasing: rest[written...])
    }
  }
}

/// Makes the names in the folder that holds `path` durable.
func syncFolder(of path: String) throws(FileError) {
  let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  let descriptor = open(folder.isEmpty ? "/" : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  guard descriptor >= 0 else { throw FileError(.open, path: folder, code: errno) }
  defer { close(descriptor) }
  // Some file systems cannot sync a folder; the rename is atomic all the same.
  guard fsync(descriptor) == 0 || errno == EINVAL else {
    throw FileError(.sync, path: folder, code: errno)
  }
}
