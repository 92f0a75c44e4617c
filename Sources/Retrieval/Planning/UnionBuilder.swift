import Glibc
import SegmentFormat

/// Sums the frequencies of several terms by passage. Its memory is kept from question to question and
/// is empty between them.
///
/// The frequencies of a union are weighted sums in units of a quarter, so that a saturation table with
/// four times the k1 gives `tf / (tf + K)` for them.
struct UnionBuilder: ~Copyable {
  /// Units to an occurrence.
  static let unit = 4.0

  /// Weighted frequencies by passage, 0 except for marked ones; untouched memory costs no pages.
  private var sums = UnsafeMutableBufferPointer<Float>(start: nil, count: 0)
  /// A bit for each passage, from which passages are read in order.
  private var marks = UnsafeMutableBufferPointer<UInt64>(start: nil, count: 0)
  /// The words of `marks` that may have bits set.
  private var marked = 0..<0

  init() {}

  deinit {
    free(sums.baseAddress)
    free(marks.baseAddress)
  }

  /// Makes room for a segment.
  ///
  /// - Parameter passageCount: The number of the segment's passages.
  mutating func prepare(passageCount: Int) {
    // A damaged list may have ended the union before.
    let unfinished = sums
    forEachMarked { unfinished[Int($0)] = 0 }
    guard sums.count < passageCount else { return }
    free(sums.baseAddress)
    free(marks.baseAddress)
    sums = Self.zeros(passageCount)
    marks = Self.zeros((passageCount + 63) / 64)
  }

  private static func zeros<Element: BitwiseCopyable>(
    _ count: Int
  ) -> UnsafeMutableBufferPointer<Element> {
    guard let memory = calloc(count, MemoryLayout<Element>.stride) else {
      preconditionFailure("out of memory")
    }
    return UnsafeMutableBufferPointer(
      start: memory.bindMemory(to: Element.self, capacity: count), count: count)
  }

  /// Adds postings, except those of deleted passages.
  ///
  /// - Parameters:
  ///   - passages: Ascending and below the segment's passage count.
  ///   - weight: The weight of one occurrence; nothing is added at 0.
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

  /// Calls `body` with all marked passages in order, and removes their marks.
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

  /// Returns the union of what was added; nil if nothing was.
  mutating func finish(lengthCodes: UnsafeBufferPointer<UInt8>) -> UnpackedPostings? {
    let count = marks[marked].reduce(0) { $0 &+ $1.nonzeroBitCount }
    guard count > 0 else { return nil }
    let union = UnpackedPostings(count: count)
    let (sums, passages, frequencies) = (sums, union.passages, union.frequencies)
    var slot = 0
    forEachMarked { passage in
      // Rounds to the nearest; a double holds the sum exactly.
      let quarters = Int(Double(sums[Int(passage)]) * Self.unit + 0.5)
      passages[slot] = passage
      frequencies[slot] = UInt8(min(max(quarters, 1), 255))
      sums[Int(passage)] = 0
      slot &+= 1
    }
    union.finish(lengthCodes: lengthCodes)
    return union
  }
}
