public import Glibc

/// The metadata of a file (`stat`).
public struct FileInfo: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case regular, directory, symbolicLink
    /// A FIFO, a socket or a device: to open one can block or act.
    case special
  }

  /// Tells files apart, whatever their paths.
  public struct Identity: Hashable, Sendable {
    public var device: UInt64
    public var inode: UInt64
  }

  public var kind: Kind
  /// In bytes.
  public var size: Int
  /// When the content last changed, in nanoseconds since 1970.
  public var modified: Int64
  /// When the content or the name last changed (`ctime`), in nanoseconds since 1970. Programs can set
  /// `modified` to any time, but this one is the system's.
  public var changed: Int64
  public var identity: Identity
  /// The permission bits: `0o777` and less.
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

  /// Times before 1677 and after 2262, which 64 bits do not hold, become the first and the last that
  /// they do.
  private static func nanoseconds(_ time: timespec) -> Int64 {
    let (whole, isBeyond) = Int64(time.tv_sec).multipliedReportingOverflow(by: 1_000_000_000)
    let (sum, isSumBeyond) = whole.addingReportingOverflow(Int64(time.tv_nsec))
    return isBeyond || isSumBeyond ? (time.tv_sec < 0 ? .min : .max) : sum
  }

  /// - Parameters:
  ///   - path: The path of a file or folder.
  ///   - followsLinks: whether to describe what a symbolic link points to.
  public init(path: String, followsLinks: Bool = true) throws(FileError) {
    var status = stat()
    guard (followsLinks ? stat(path, &status) : lstat(path, &status)) == 0 else {
      throw FileError(.status, path: path, code: errno)
    }
    self.init(status)
  }
}

/// The operation that the system refused to do with a file.
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
