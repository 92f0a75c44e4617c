import Platform
import SegmentFormat

extension IndexReader {
  /// Gives pages of the index's files back where more than `limit` bytes of mapped files are in the
  /// process's memory: texts first, everything where that is not enough. Later questions find them
  /// in the system's cache. Any thread may ask for it while others search.
  ///
  /// - Parameter limit: counts the program's own pages too, some ten megabytes.
  public func releasePages(beyond limit: Int) {
    guard let before = ResidentMemory.mappedByteCount, before > limit else { return }
    for segment in segments { segment.releaseTextPages() }
    // Little would be left until it is too much again.
    guard let left = ResidentMemory.mappedByteCount, left > limit - limit / 4 else { return }
    for segment in segments { segment.releasePages() }
  }
}
