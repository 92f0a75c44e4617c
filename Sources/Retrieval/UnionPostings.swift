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

  /// - Parameters:
  ///   - passages: ascending, not empty.
  ///   - frequencies: in quarters, from 1.
  init(
    passages: [UInt32], frequencies: [UInt8], lengthCodes: UnsafeBufferPointer<UInt8>
  ) {
    var writer = PostingListWriter()
    entry = passages.withUnsafeBufferPointer { passages in
      frequencies.withUnsafeBufferPointer {
        writer.append(passages: passages, frequencies: $0, lengthCodes: lengthCodes)
      }
    }
    let bytes = writer.finish()
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 16)
    copy.copyBytes(from: bytes)
    section = UnsafeRawBufferPointer(copy)
  }

  deinit { section.deallocate() }
}

/// Sums the frequencies of several terms by passage. Kept from question to question, empty between
/// them.
struct UnionBuilder {
  /// Weighted frequencies by passage.
  private var sums: [Float] = []
  private var touched: [UInt32] = []

  mutating func prepare(passageCount: Int) {
    if sums.count < passageCount {
      sums.append(contentsOf: repeatElement(0, count: passageCount - sums.count))
    }
  }

  mutating func add(passage: Int, frequency: Int, weight: Double) {
    if sums[passage] == 0 { touched.append(UInt32(passage)) }
    sums[passage] += Float(frequency) * Float(weight)
  }

  /// Adds the postings of a block but those of deleted passages.
  mutating func add(
    passages: UnsafeBufferPointer<UInt32>, frequencies: UnsafeBufferPointer<UInt32>,
    weight: Double, besides deletions: Deletions?
  ) {
    for slot in passages.indices {
      let passage = Int(passages[slot])
      if deletions?.contains(passage) == true { continue }
      add(passage: passage, frequency: Int(frequencies[slot]), weight: weight)
    }
  }

  /// The union of what was added; nil where that is nothing.
  mutating func finish(lengthCodes: UnsafeBufferPointer<UInt8>) -> UnionPostings? {
    guard !touched.isEmpty else { return nil }
    touched.sort()
    let frequencies = [UInt8](unsafeUninitializedCapacity: touched.count) { out, count in
      for passage in touched {
        let quarters = (sums[Int(passage)] * Float(UnionPostings.unit)).rounded()
        out[count] = UInt8(min(max(quarters, 1), 255))
        count += 1
        sums[Int(passage)] = 0
      }
    }
    defer { touched.removeAll(keepingCapacity: true) }
    return UnionPostings(
      passages: touched, frequencies: frequencies, lengthCodes: lengthCodes)
  }
}
