import Glibc
import SegmentFormat

/// Sums the frequencies of several terms in each passage. Its memory is reused from question to
/// question and is zero between them.
///
/// The frequencies of a union are weighted sums in units of a quarter, so that a saturation table
/// with four times the k1 gives `tf / (tf + K)` for them.
struct UnionBuilder: ~Copyable {
  /// The number of units in an occurrence.
  static let unit = 4.0

  /// The weighted frequency in each passage, 0 for passages without a mark. Unused memory takes no
  /// pages.
  private var sums = UnsafeMutableBufferPointer<Float>(start: nil, count: 0)
  /// A bit for each passage that is set if the union contains the passage.
  private var marks = UnsafeMutableBufferPointer<UInt64>(start: nil, count: 0)
  /// The range of words of `marks` that may have bits set.
  private var marked = 0..<0
  /// The passages and frequencies of the union that is finished.
  private var passages = UnsafeMutableBufferPointer<UInt32>(start: nil, count: 0)
  private var frequencies = UnsafeMutableBufferPointer<UInt8>(start: nil, count: 0)

  init() {}

  deinit {
    free(sums.baseAddress)
    free(marks.baseAddress)
    passages.deallocate()
    frequencies.deallocate()
  }

  /// Allocates memory for a segment if necessary, and clears it.
  ///
  /// - Parameter passageCount: The number of passages in the segment.
  mutating func prepare(passageCount: Int) {
    // A damaged list may have interrupted the previous union.
    let unfinished = sums
    forEachMarked { unfinished[Int($0)] = 0 }
    guard sums.count < passageCount else { return }
    free(sums.baseAddress)
    free(marks.baseAddress)
    let words = (passageCount + 63) / 64
    sums = UnsafeMutableBufferPointer(start: allocateZeros(passageCount), count: passageCount)
    marks = UnsafeMutableBufferPointer(start: allocateZeros(words), count: words)
  }

  /// Adds postings, except those of deleted passages.
  ///
  /// - Parameters:
  ///   - passages: The passages, ascending and below the segment's passage count.
  ///   - frequencies: The frequency in each of the passages.
  ///   - weight: The weight of one occurrence. If it is 0, nothing is added.
  ///   - deletions: The deletions of the segment, if any.
  mutating func add(
    passages: UnsafeBufferPointer<UInt32>, frequencies: UnsafeBufferPointer<UInt32>,
    weight: Double, besides deletions: Deletions?
  ) {
    let weight = Float(weight)
    guard weight > 0, let first = passages.first, let last = passages.last else { return }
    let words = Int(first) / 64..<Int(last) / 64 + 1
    marked =
      marked.isEmpty
      ? words
      : min(marked.lowerBound, words.lowerBound)..<max(marked.upperBound, words.upperBound)
    for (slot, passage) in passages.enumerated() {
      if let deletions, deletions.contains(Int(passage)) { continue }
      sums[Int(passage)] += Float(frequencies[slot]) * weight
      marks[Int(passage) / 64] |= 1 << UInt64(passage % 64)
    }
  }

  /// Calls `body` with all marked passages in ascending order, and removes their marks.
  private mutating func forEachMarked(_ body: (UInt32) -> Void) {
    for word in marked {
      var bits = marks[word]
      guard bits != 0 else { continue }
      marks[word] = 0
      while bits != 0 {
        body(UInt32(truncatingIfNeeded: word &* 64 &+ bits.trailingZeroBitCount))
        bits &= bits &- 1
      }
    }
    marked = 0..<0
  }

  /// Returns the union of all added postings, or nil if there are none.
  mutating func finish(lengthCodes: UnsafeBufferPointer<UInt8>) -> UnpackedPostings? {
    let count = marks[marked].reduce(0) { $0 &+ $1.nonzeroBitCount }
    guard count > 0 else { return nil }
    if passages.count < count {
      passages.deallocate()
      frequencies.deallocate()
      passages = .allocate(capacity: count + count / 4)
      frequencies = .allocate(capacity: count + count / 4)
    }
    let (sums, passages, frequencies) = (sums, passages, frequencies)
    var slot = 0
    forEachMarked { passage in
      // Round to the nearest unit; a double represents the sum exactly.
      let quarters = Int(Double(sums[Int(passage)]) * Self.unit + 0.5)
      passages[slot] = passage
      frequencies[slot] = UInt8(min(max(quarters, 1), 255))
      sums[Int(passage)] = 0
      slot &+= 1
    }
    return UnpackedPostings(
      passages: UnsafeBufferPointer(rebasing: passages[..<count]),
      frequencies: UnsafeBufferPointer(rebasing: frequencies[..<count]), lengthCodes: lengthCodes)
  }
}
