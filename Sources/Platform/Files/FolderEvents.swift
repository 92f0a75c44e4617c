import Glibc

/// The changes in folders, as the kernel reports them (inotify).
///
/// Folders are watched one by one: those below a watched folder are not.
public final class FolderEvents {
  /// Becomes readable when there are changes.
  public let descriptor: Int32
  private var folders: [Int32: String] = [:]

  /// The changes since the last call of ``take()``.
  public struct Changes: Sendable, Equatable {
    /// The names that changed in each folder, by its path.
    public var names: [String: Set<String>] = [:]
    /// A Boolean value that indicates whether a folder was made, moved or removed, so that others
    /// have to be watched.
    public var concernsFolders = false
    /// A Boolean value that indicates whether changes were lost, because there were too many at
    /// once.
    public var isIncomplete = false
  }

  private static let kinds = UInt32(
    IN_CLOSE_WRITE | IN_MOVED_FROM | IN_MOVED_TO | IN_CREATE | IN_DELETE | IN_ATTRIB
      | IN_DELETE_SELF | IN_MOVE_SELF)
  /// In bytes: some thousands of events.
  private static let bufferSize = 1 << 18

  public init() throws(FileError) {
    descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    guard descriptor >= 0 else { throw FileError(.open, path: "inotify", code: errno) }
  }

  deinit { close(descriptor) }

  /// The number of folders that are watched.
  public var count: Int { folders.count }

  /// Watches a folder; one that is watched already stays so.
  ///
  /// - Returns: Whether it was not watched before.
  /// - Throws: The code is `ENOSPC` if the system watches no more folders.
  @discardableResult
  public func watch(_ folder: String) throws(FileError) -> Bool {
    let number = inotify_add_watch(descriptor, folder, Self.kinds | UInt32(IN_ONLYDIR))
    guard number >= 0 else { throw FileError(.open, path: folder, code: errno) }
    // A folder that has moved keeps its number.
    return folders.updateValue(folder, forKey: number) != folder
  }

  /// Returns what has changed since the last call, without waiting.
  public func take() -> Changes {
    var changes = Changes()
    var buffer = [UInt8](repeating: 0, count: Self.bufferSize)
    while true {
      let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return changes }
      buffer.withUnsafeBytes { add(UnsafeRawBufferPointer(rebasing: $0[..<count]), to: &changes) }
    }
  }

  /// Reads events: `i32 watch │ u32 kinds │ u32 cookie │ u32 length │ name, filled up with zeros`.
  private func add(_ events: UnsafeRawBufferPointer, to changes: inout Changes) {
    var start = 0
    while start + 16 <= events.count {
      let number = events.loadUnaligned(fromByteOffset: start, as: Int32.self)
      let kinds = events.loadUnaligned(fromByteOffset: start + 4, as: UInt32.self)
      let length = Int(events.loadUnaligned(fromByteOffset: start + 12, as: UInt32.self))
      let name = events[(start + 16)...].prefix(length).prefix { $0 != 0 }
      start += 16 + length
      func has(_ kind: Int32) -> Bool { kinds & UInt32(bitPattern: kind) != 0 }
      if has(IN_Q_OVERFLOW) { changes.isIncomplete = true }
      let isFolder = has(IN_ISDIR) || has(IN_DELETE_SELF) || has(IN_MOVE_SELF)
      if isFolder { changes.concernsFolders = true }
      guard let folder = folders[number] else { continue }
      if has(IN_IGNORED) {
        folders[number] = nil
      } else if !name.isEmpty {
        changes.names[folder, default: []].insert(String(decoding: name, as: UTF8.self))
      }
    }
  }
}
