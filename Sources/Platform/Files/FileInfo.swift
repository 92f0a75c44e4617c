public import Glibc

/// The metadata of a file (`stat`).
public struct FileInfo: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case regular, directory, symbolicLink
    /// A FIFO, a socket or a device. Opening one may block or have other effects.
    case special
  }

  /// The identity of a file, regardless of its path.
  public struct Identity: Hashable, Sendable {
    public var device: UInt64
    public var inode: UInt64
  }

  public var kind: Kind
  /// The size in bytes.
  public var size: Int
  /// The time of the last modification of the content, in nanoseconds since 1970.
  public var modified: Int64
  /// When the content or the name last changed (`ctime`), in nanoseconds since 1970. Programs can set
  /// `modified` to any time, but this one is the system's.
  public var changed: Int64
  public var identity: Identity
  /// The permission bits, at most `0o777`.
  public var permissions: UInt32

  public init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .directory
      case S_IFLNK: .symbolicLink
      default: .special
      }
    size = Int(status.st_size)
    modified = FileInfo.nanoseconds(status.st_mtim)
    changed = FileInfo.nanoseconds(status.st_ctim)
    permissions = status.st_mode & 0o777
    identity = Identity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
  }

  /// Returns a time in nanoseconds since 1970. Times before 1677 and after 2262 do not fit into 64
  /// bits, and are replaced by the first and the last time that does.
  private static func nanoseconds(_ time: timespec) -> Int64 {
    let (whole, isBeyond) = Int64(time.tv_sec).multipliedReportingOverflow(by: 1_000_000_000)
    let (sum, isSumBeyond) = whole.addingReportingOverflow(Int64(time.tv_nsec))
    return isBeyond || isSumBeyond ? (time.tv_sec < 0 ? .min : .max) : sum
  }

  /// Reads the metadata of a file or folder.
  ///
  /// - Parameters:
  ///   - path: The path of the file or folder.
  ///   - followsLinks: A Boolean value that indicates whether to describe the target of a symbolic
  ///     link instead of the link itself.
  /// - Throws: `FileError` if the metadata cannot be read.
  public init(path: String, followsLinks: Bool = true) throws(FileError) {
    var status = stat()
    guard (followsLinks ? stat(path, &status) : lstat(path, &status)) == 0 else {
      throw FileError(.status, path: path, code: errno)
    }
    self.init(status)
  }
}

extension FileInfo {
  /// Reads the metadata of a file in an open folder, or of a symbolic link itself.
  ///
  /// - Parameters:
  ///   - name: The name of the file.
  ///   - descriptor: The descriptor of the open folder.
  ///   - folder: The path of the folder, for the error.
  /// - Throws: `FileError` if the metadata cannot be read.
  public init(name: String, in descriptor: Int32, folder: String) throws(FileError) {
    var status = stat()
    guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
      throw FileError(.status, path: folder + "/" + name, code: errno)
    }
    self.init(status)
  }
}

/// The error of a file operation that failed.
public struct FileError: Error, Hashable, Sendable {
  public enum Operation: Hashable, Sendable {
    case open, status, read, list, map, create, write, sync, rename, remove, lock
  }

  public var operation: Operation
  public var path: String
  /// The value of `errno`.
  public var code: Int32

  public init(_ operation: Operation, path: String, code: Int32) {
    self.operation = operation
    self.path = path
    self.code = code
  }
}
