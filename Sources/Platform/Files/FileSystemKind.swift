internal import CFileSystem

/// The kinds of file systems that matter to a watch.
public enum FileSystemKind: Sendable {
  case local
  /// Changes by other machines are not reported.
  case network

  /// `f_type` of statfs(2): NFS, SMB, CIFS, SMB2, FUSE, 9P, Ceph, AFS, Coda.
  private static let networks: Set<UInt32> = [
    0x6969, 0x517B, 0xFF53_4D42, 0xFE53_4D42, 0x6573_5546, 0x0102_1997, 0x00C3_6400, 0x5346_414F,
    0x7375_7245,
  ]

  /// The kind of the file system that holds a file or folder; local if it cannot be determined.
  public init(of path: String) {
    var status = statfs()
    guard statfs(path, &status) == 0 else {
      self = .local
      return
    }
    self = Self.networks.contains(UInt32(truncatingIfNeeded: status.f_type)) ? .network : .local
  }
}
