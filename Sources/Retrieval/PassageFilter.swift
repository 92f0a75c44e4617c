import SegmentFormat

/// The passages of one segment that a search may return.
///
/// Posting lists tell which passages can have an exact phrase; whether one has it is looked up in
/// its text, only when the passage is about to be kept.
final class PassageFilter {
  private let deletions: Deletions?
  /// Passages that are not ruled out; nil for all.
  private let possible: PassageSet?
  /// Looks into the text; nil where the lists told all there is to know.
  private let verify: ((UInt32) throws(IndexError) -> Bool)?
  /// What went wrong with looking; the search has to be given up.
  private(set) var failure: IndexError?

  init(
    possible: PassageSet?, deletions: Deletions?,
    verify: ((UInt32) throws(IndexError) -> Bool)?
  ) {
    self.deletions = deletions
    self.possible = possible
    self.verify = verify
  }

  /// To be asked once about a passage.
  func admits(_ passage: UInt32) -> Bool {
    guard possible?.contains(passage) != false, deletions?.contains(Int(passage)) != true else {
      return false
    }
    return verify == nil || isVerified(passage)
  }

  private func isVerified(_ passage: UInt32) -> Bool {
    guard let verify, failure == nil else { return false }
    do throws(IndexError) {
      return try verify(passage)
    } catch {
      failure = error
      return false
    }
  }
}

/// A set of passages of one segment, one bit each.
struct PassageSet: Equatable {
  private var words: [UInt64]

  init(count: Int, containsAll: Bool) {
    words = [UInt64](repeating: containsAll ? .max : 0, count: (count + 63) / 64)
  }

  @inline(__always)
  func contains(_ passage: UInt32) -> Bool {
    words[Int(passage >> 6)] & (1 << UInt64(passage & 63)) != 0
  }

  mutating func insert(_ passage: UInt32) { words[Int(passage >> 6)] |= 1 << UInt64(passage & 63) }

  mutating func remove(_ passage: UInt32) {
    words[Int(passage >> 6)] &= ~(1 << UInt64(passage & 63))
  }

  mutating func formIntersection(_ other: PassageSet) {
    for index in words.indices { words[index] &= other.words[index] }
  }
}
