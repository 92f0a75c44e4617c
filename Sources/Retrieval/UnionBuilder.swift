import Glibc
import SegmentFormat

/// Sums the frequencies of several terms by passage. Kept from question to question, empty between
/// them.
struct UnionBuilder: ~Copyable {
  /// Weighted frequencies by passage; memory that no passage was added to is not even touched.
  private var sums = UnsafeMutableBufferPointer<Float>(start: nil, count: 0)
  /// The passages whose sums are above 0, in the order in which they were added.
  private var touched = UnsafeMutableBufferPointer<UInt32>(start: nil, count: 0)
  private var count = 0
  private var writer = PostingListWriter()

  init() {}

  deinit {
    free(sums.baseAddress)
    touched.deallocate()
  }

  /// - Parameter passageCount: of the segment whose passages are added next.
  mutating func prepare(passageCount: Int) {
    // A union that damage ended was not finished.
    for passage in touched[..<count] { sums[Int(passage)] = 0 }
    count = 0
    guard sums.count < passageCount else { return }
    free(sums.baseAddress)
    touched.deallocate()
    guard let memory = calloc(passageCount, MemoryLayout<Float>.stride) else {
      preconditionFailure("out of memory")
    }
    sums = UnsafeMutableBufferPointer(
      start: memory.bindMemory(to: Float.self, capacity: passageCount), count: passageCount)
    touched = .allocate(capacity: passageCount)
  }

  /// Adds postings but those of deleted passages.
  ///
  /// - Parameters:
  ///   - passages: below the segment's passage count.
  ///   - weight: what one occurrence counts; nothing is added at 0.
  mutating func add(
    passages: UnsafeBufferPointer<UInt32>, frequencies: UnsafeBufferPointer<UInt32>,
    weight: Double, besides deletions: Deletions?
  ) {
    let weight = Float(weight)
    guard weight > 0 else { return }
    for (slot, passage) in passages.enumerated() {
      if deletions?.contains(Int(passage)) == true { continue }
      let sum = sums[Int(passage)]
      if sum == 0 {
        touched[count] = passage
        count &+= 1
      }
      sums[Int(passage)] = sum + Float(frequencies[slot]) * weight
    }
  }

  /// The union of what was added; nil where that is nothing.
  mutating func finish(lengthCodes: UnsafeBufferPointer<UInt8>) -> UnionPostings? {
    guard count > 0 else { return nil }
    var passages = UnsafeMutableBufferPointer(rebasing: touched[..<count])
    count = 0
    passages.sort()
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: passages.count) { out in
      for (slot, passage) in passages.enumerated() {
        // To the nearest; a sum is exact as a double.
        let quarters = Int(Double(sums[Int(passage)]) * UnionPostings.unit + 0.5)
        out[slot] = UInt8(min(max(quarters, 1), 255))
        sums[Int(passage)] = 0
      }
      let entry = writer.append(
        passages: UnsafeBufferPointer(passages), frequencies: UnsafeBufferPointer(out),
        lengthCodes: lengthCodes)
      return writer.withSection { UnionPostings(entry, copying: $0) }
    }
  }
}
