import Glibc

/// A new file that is written from front to back, then made durable and given its name.
///
/// Until `publish` it has a temporary name beside its place, one that nothing else has, and it is
/// removed if it is released unpublished; a reader sees the whole file or none of it. It takes over
/// the permissions of a file that it replaces. If a device or a pipe has the name, which no file may
/// take from it, the bytes go straight there.
public final class OutputFile {
  /// Where the file is: what a symbolic link points to is replaced, not the link.
  public let path: String
  /// Where the bytes go until they are published.
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

  /// A name that nobody can have put a link at before.
  static func temporaryPath(of path: String) -> String {
    "\(path).\(UInt64.random(in: 0 ... .max))\(temporarySuffix)"
  }

  /// - Parameters:
  ///   - path: The path of the file to write.
  ///   - permissions: The bits of a new file, from which the process's mask takes away.
  public init(path: String, permissions: UInt32 = 0o644) throws(FileError) {
    let path = FileSystem.resolved(path)
    self.path = path
    let replaced = try? FileInfo(path: path)
    if replaced?.kind == .special {
      temporaryPath = path
      descriptor = try FileSystem.openSpecial(path)
    } else {
      (temporaryPath, descriptor) = try FileSystem.createTemporary(
        beside: path, flags: O_WRONLY, mode: replaced == nil ? permissions : 0o600)
      if let replaced { fchmod(descriptor, replaced.permissions) }
    }
    buffer.reserveCapacity(OutputFile.bufferSize)
  }

  deinit {
    close(descriptor)
    if !isPublished, temporaryPath != path { try? FileSystem.remove(temporaryPath) }
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
    try bytes.withBytes { bytes throws(FileError) in try write(bytes) }
  }

  /// Waits until the bytes are on disk, then renames the file to its place and makes that durable.
  ///
  /// - Parameter isDurable: false for a file that is of no use to a later run: it is renamed only.
  public func publish(isDurable: Bool = true) throws(FileError) {
    try flush()
    guard temporaryPath != path else { return }
    do throws(FileError) {
      if isDurable { try FileSystem.sync(descriptor, path: temporaryPath) }
    } catch {
      throw FileError(error.operation, path: path, code: error.code)
    }
    try FileSystem.rename(temporaryPath, to: path)
    isPublished = true
    if isDurable { try FileSystem.syncFolder(of: path) }
  }

  private func flush() throws(FileError) {
    let pending = buffer
    buffer.removeAll(keepingCapacity: true)
    try pending.withBytes { bytes throws(FileError) in try writeAll(bytes) }
  }

  private func writeAll(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
    guard !bytes.isEmpty else { return }
    do throws(FileError) {
      try FileSystem.write(bytes, to: descriptor, path: temporaryPath)
    } catch {
      throw FileError(error.operation, path: path, code: error.code)
    }
  }
}
