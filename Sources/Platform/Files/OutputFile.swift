import Glibc

/// A new file that is written from beginning to end, and replaces an existing file atomically.
///
/// Until `publish` is called, the file has a unique temporary name in the same folder. It is
/// removed if the last reference is released before that. A reader therefore sees either the whole
/// file or none of it. The file gets the permissions of the file that it replaces. If the path is
/// that of a device or a pipe, which must not be replaced, the bytes are written directly to it.
///
/// ```swift
/// let file = try OutputFile(path: "report.json")
/// try file.write(copying: Array("{}".utf8))
/// try file.publish()
/// ```
///
/// `replace(_:with:)` does the same for bytes that are in memory.
public final class OutputFile {
  /// The path of the file. A symbolic link is resolved, so that its target is replaced, not the
  /// link.
  public let path: String
  /// The path of the file until it is published.
  private let temporaryPath: String
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var isPublished = false
  /// The number of bytes written so far.
  public private(set) var count = 0

  private static let bufferSize = 1 << 18
  private static let temporarySuffix = ".new"

  /// Returns the final name of an unpublished file, or nil if `name` is not the name of an
  /// unpublished file.
  public static func publishedName(ofTemporary name: String) -> String? {
    guard name.hasSuffix(temporarySuffix) else { return nil }
    let rest = name.dropLast(temporarySuffix.count)
    guard let dot = rest.lastIndex(of: "."), !rest[rest.index(after: dot)...].isEmpty,
      rest[rest.index(after: dot)...].utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return String(rest[..<dot])
  }

  /// Returns a random temporary path, at which nobody can have placed a link.
  static func temporaryPath(of path: String) -> String {
    "\(path).\(UInt64.random(in: 0 ... .max))\(temporarySuffix)"
  }

  /// - Parameters:
  ///   - path: The path of the file to write.
  ///   - permissions: The permissions of a new file, from which the process's mask is removed.
  /// - Throws: `FileError` if no file can be created.
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

  /// Writes a file as a whole.
  ///
  /// - Throws: `FileError` if the file cannot be created, written or renamed. An existing file is
  ///   then unchanged.
  public static func replace(_ path: String, with bytes: [UInt8]) throws(FileError) {
    let file = try OutputFile(path: path)
    try file.write(copying: bytes)
    try file.publish()
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

  /// Waits until the bytes are on disk, then renames the file to its final name and makes the name
  /// durable.
  ///
  /// - Parameter isDurable: Pass `false` for a file that no later run needs. It is only renamed.
  /// - Throws: `FileError` if any of these steps fails.
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
