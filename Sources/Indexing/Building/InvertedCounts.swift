import SegmentFormat

/// Counts by surface form, inverted from counts by passage. A counting sort over all parts keeps
/// the passages of each surface form in ascending order.
struct InvertedCounts {
  private var starts: [Int]
  private var passages: [UInt32]
  private var frequencies: [UInt8]

  /// - Parameters:
  ///   - parts: The parts, in the order of their passages.
  ///   - numbers: For each worker, the merged number of each of its surface forms.
  ///   - count: The number of merged surface forms.
  ///   - counts: The counts of a part to invert.
  /// - Complexity: O(*n* + *m*), where *n* is the number of counts and *m* is the number of surface
  ///   forms.
  init(
    _ parts: [PartialIndex], numbers: [[UInt32]], count: Int,
    _ counts: KeyPath<PartialIndex, PartialIndex.Counts>
  ) {
    var next = [Int](repeating: 0, count: count + 1)
    for part in parts {
      let merged = numbers[part.worker]
      for surface in part[keyPath: counts].surfaces { next[Int(merged[Int(surface)]) + 1] += 1 }
    }
    for number in 0..<count { next[number + 1] += next[number] }
    starts = next
    passages = [UInt32](repeating: 0, count: next[count])
    frequencies = [UInt8](repeating: 0, count: next[count])
    var passage: UInt32 = 0
    passages.withUnsafeMutableBufferPointer { passages in
      frequencies.withUnsafeMutableBufferPointer { frequencies in
        next.withUnsafeMutableBufferPointer { next in
          for part in parts {
            let merged = numbers[part.worker]
            let these = part[keyPath: counts]
            var index = 0
            for end in these.ends {
              while index < end {
                let number = Int(merged[Int(these.surfaces[index])])
                passages[next[number]] = passage
                frequencies[next[number]] = these.frequencies[index]
                next[number] += 1
                index += 1
              }
              passage += 1
            }
          }
        }
      }
    }
  }

  func postingCount(_ number: Int) -> Int { starts[number + 1] - starts[number] }

  /// Calls `body` with the postings of one surface form.
  func withPostings<R>(
    _ number: Int,
    _ body: (UnsafeBufferPointer<UInt32>, UnsafeBufferPointer<UInt8>) -> R
  ) -> R {
    let range = starts[number]..<starts[number + 1]
    return passages.withUnsafeBufferPointer { passages in
      frequencies.withUnsafeBufferPointer { frequencies in
        body(
          UnsafeBufferPointer(rebasing: passages[range]),
          UnsafeBufferPointer(rebasing: frequencies[range]))
      }
    }
  }

  /// Calls `body` with the postings of several surface forms as if they were one term. Frequencies
  /// in the same passage are added.
  func withUnion<R>(
    _ numbers: [UInt32], scratch: inout UnionScratch,
    _ body: (UnsafeBufferPointer<UInt32>, UnsafeBufferPointer<UInt8>) -> R
  ) -> R {
    if numbers.count == 1 { return withPostings(Int(numbers[0]), body) }
    scratch.load(numbers.count) { index, add in
      withPostings(Int(numbers[index])) { passages, frequencies in add(passages, frequencies) }
    }
    return scratch.passages.withUnsafeBufferPointer { passages in
      scratch.frequencies.withUnsafeBufferPointer { body(passages, $0) }
    }
  }
}

/// Buffers for unions of postings, which are reused from stem to stem.
struct UnionScratch {
  fileprivate(set) var passages: [UInt32] = []
  fileprivate(set) var frequencies: [UInt8] = []
  /// The frequency in each passage. All are zero between unions.
  private var sums: [UInt8]

  init(passageCount: Int) { sums = [UInt8](repeating: 0, count: passageCount) }

  fileprivate mutating func load(
    _ count: Int,
    _ each: (
      Int, (UnsafeBufferPointer<UInt32>, UnsafeBufferPointer<UInt8>) -> Void
    ) -> Void
  ) {
    passages.removeAll(keepingCapacity: true)
    for index in 0..<count {
      each(index) { more, frequencies in
        for (passage, frequency) in zip(more, frequencies) {
          let old = sums[Int(passage)]
          if old == 0 { passages.append(passage) }
          sums[Int(passage)] = UInt8(clamping: Int(old) + Int(frequency))
        }
      }
    }
    passages.sort()
    frequencies.removeAll(keepingCapacity: true)
    for passage in passages {
      frequencies.append(sums[Int(passage)])
      sums[Int(passage)] = 0
    }
  }
}
