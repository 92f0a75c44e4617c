public import Corpus
import Glibc
import Platform
public import SegmentFormat

extension Catalog.Source {
  /// Returns whether the file has the size and the stamp of the source, so that its content has not
  /// changed.
  private func hasStamp(of file: SourceFile) -> Bool {
    record.size == file.size && stamp.modified == Int(file.modified)
      && stamp.changed == Int(file.changed) && stamp.inode == file.inode
  }

  /// Returns the source with the current stamp of its file, or nil if the content has changed.
  ///
  /// - Complexity: O(1) if the stamp has not changed. Otherwise the file is read: O(*n*), where *n*
  ///   is the size of the file in bytes.
  public func current(as file: SourceFile) -> Catalog.Source? {
    if hasStamp(of: file) { return self }
    guard record.size == file.size else { return nil }
    var current = self
    current.stamp = SourceStamp(file, contentHash: stamp.contentHash)
    // An older catalog without stamps has only the modification time.
    if stamp.changed == 0, stamp.modified == current.stamp.modified { return current }
    guard stamp.contentHash != 0, let digest = try? FileDigest(fileAt: file.path),
      digest.hash == stamp.contentHash
    else { return nil }
    return current
  }

  /// Returns whether the content of the file is that of the source.
  public func isCurrent(as file: SourceFile) -> Bool {
    hasStamp(of: file) || current(as: file) != nil
  }
}

extension SourceStamp {
  init(_ file: SourceFile, contentHash: UInt64) {
    self.init(
      modified: Int(file.modified), changed: Int(file.changed), inode: file.inode,
      contentHash: contentHash)
  }
}

extension [SourceFile] {
  /// The greatest resolution of the system's clock for files, in nanoseconds. It is up to a
  /// hundredth of a second, or up to two seconds (`coarseTick`) if a file system stores whole
  /// seconds only.
  private static let tick: Int64 = 20_000_000
  private static let coarseTick: Int64 = 2_000_000_000

  /// Waits until the clock has advanced since the last change of any of the files, so that every
  /// later change gives a file another time.
  func waitForNextMoment() {
    guard let youngest = self.max(by: { $0.changed < $1.changed })?.changed else { return }
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    let age = Int64(now.tv_sec) &* 1_000_000_000 &+ Int64(now.tv_nsec) &- youngest
    let tick = youngest % 1_000_000_000 == 0 ? Self.coarseTick : Self.tick
    // A time in the future reveals nothing about the clock.
    guard (0..<tick).contains(age) else { return }
    usleep(UInt32((tick - age) / 1000 + 1))
  }
}
