public import Glibc

/// What the file system knows about a file.
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
  public var identity: Identity

  public init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .directory
      case S_IFLNK: .symbolicLink
      default: .special
      }
    size = Int(status.st_size)
    modified = Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
    identity = Identity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
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
