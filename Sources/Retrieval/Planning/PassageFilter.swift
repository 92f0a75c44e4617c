import SegmentFormat

/// The passages of one segment that a search may return.
///
/// Posting lists determine which passages may contain an exact phrase. The text is searched for the
/// phrase only when the passage is about to be kept.
final class PassageFilter {
  private let deletions: Deletions?
  /// The passages in the scope that posting lists do not rule out, or nil for all passages.
  private let possible: PassageSet?
  /// A closure that searches the text of a passage, or nil if the posting lists are sufficient.
  private let verify: ((UInt32) throws(IndexError) -> Bool)?
  /// The error that `verify` threw. If it is not nil, the search must fail.
  private(set) var failure: IndexError?

  init(
    possible: PassageSet?, deletions: Deletions?,
    verify: ((UInt32) throws(IndexError) -> Bool)?
  ) {
    self.deletions = deletions
    self.possible = possible
    self.verify = verify
  }

  /// Returns whether a passage may be returned. It is called once for each passage.
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

/// A part of an index to which questions are limited. It is created once, by
/// ``Searcher/scope(admitting:)``, and used any number of times.
///
/// The weights of words still refer to the whole index.
///
/// ```swift
/// let scope = try searcher.scope { $0.source.hasPrefix("reports/") }
/// let narrowed = Searcher(searcher.index, within: scope)
/// ```
public struct SearchScope: Sendable, Equatable {
  /// The passages of each segment that may be found.
  let passages: [PassageSet]
  /// The number of documents in the scope. A document with passages in two languages counts once.
  public let documentCount: Int
}

/// A set of passages of one segment, with one bit for each.
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
