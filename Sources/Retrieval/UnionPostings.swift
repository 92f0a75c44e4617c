import SegmentFormat

/// The postings of several terms as those of one, packed like any other list so that the same
/// cursor walks them.
///
/// Frequencies are weighted sums in units of a quarter: a saturation table with four times the k1
/// gives `tf / (tf + K)` for them as it stands.
final class UnionPostings {
  /// Frequencies are counted in units of one over this.
  static let unit = 4.0

  let entry: TermEntry
  /// Not empty.
  let section: UnsafeRawBufferPointer

  /// - Parameter section: what `entry` belongs to; is copied.
  init(_ entry: TermEntry, copying section: UnsafeRawBufferPointer) {
    self.entry = entry
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: section.count, alignment: 16)
    copy.copyMemory(from: section)
    self.section = UnsafeRawBufferPointer(copy)
  }

  deinit { section.deallocate() }
}
