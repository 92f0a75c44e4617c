import SegmentFormat

/// The passages of one segment that a search may return.
///
/// Posting lists determine which passages can have an exact phrase. Whether one has it is looked up
/// in its text, and only when the passage is about to be kept.
final class PassageFilter {
  private let deletions: Deletions?
  /// Passages that are not ruled out by posting lists; nil for all.
  private let possible: PassageSet?
  /// Looks into the text; nil if the posting lists are enough.
  private let verify: ((UInt32) throws(IndexError) -> Bool)?
  /// The error that ended `verify`; the search must be given up.
  private(set) var failure: IndexError?

  init(
    possible: PassageSet?, deletions: Deletions?,
    verify: ((UInt32) throws(IndexError) -> Bool)?
  ) {
    self.deletions = deletions
    self.possible = possible
    self.verify = verify
  }

  /// Returns whether a passage may be returned. To be called once per passage.
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

/// The part of an index that questions are narrowed to: made once, searched any number of times.
///
/// The weights of words are still counted over the whole index.
public struct SearchScope: Sendable, Equatable {
  /// By segment, the passages that may be found.
  let passages: [PassageSet]
  /// The number of documents in the scope; one with passages in two languages counts once.
  public let documentCount: Int
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
