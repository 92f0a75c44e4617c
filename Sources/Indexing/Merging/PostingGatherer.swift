import Bytes
import SegmentFormat

/// Collects a term's postings from the inputs, renumbered for the merged segment.
struct PostingGatherer: ~Copyable {
  /// A passage of the merged segment and the frequency of the term in it, as one number that sorts
  /// by passage.
  typealias Posting = UInt64

  private let inputs: [MergeInput]
  private var numbers: [PassageNumbers]
  private let room = UnsafeMutablePointer<UInt32>.allocate(capacity: 2 * PostingList.blockSize)
  /// The postings of the most recently gathered term, in ascending order.
  private(set) var postings: [Posting] = []
  /// The number of postings read so far, plus `listWeight` for each list.
  private(set) var readCount = 0
  /// The weight of a list in `readCount`, as a number of postings: each list touches pages of its
  /// own.
  private static let listWeight = 32

  init(_ inputs: [MergeInput], _ order: MergeOrder) {
    self.inputs = inputs
    numbers = inputs.map { _ in PassageNumbers() }
    for run in order.runs { numbers[run.input].append(run) }
  }

  deinit { room.deallocate() }

  /// Collects the postings of a term from the inputs in which it occurs.
  mutating func gather(_ occurrences: [TermWalk.Occurrence]) throws(FormatError) {
    postings.removeAll(keepingCapacity: true)
    for occurrence in occurrences {
      let file = inputs[occurrence.input].file
      do throws(FormatError) {
        try append(
          PostingList(
            occurrence.entry, in: file.postings, passageCount: file.properties.passageCount),
          of: occurrence.input)
      } catch {
        throw error.inSection(SegmentLayout.Section.postings.name).inFile(file.path)
      }
    }
    if !isAscending { postings.sort() }
  }

  private mutating func append(_ list: PostingList, of input: Int) throws(FormatError) {
    let frequencies = room + PostingList.blockSize
    var run = 0
    readCount += list.documentFrequency + PostingGatherer.listWeight
    for block in 0..<list.blockCount {
      guard let packed = list.unpackPassages(ofBlock: block, into: room) else {
        throw FormatError(.malformed)
      }
      packed.unpack(into: frequencies)
      for slot in 0..<list.postingCount(ofBlock: block) {
        run = numbers[input].run(reaching: room[slot], from: run)
        guard let number = numbers[input].number(of: room[slot], in: run) else { continue }
        postings.append(Posting(number) << 8 | Posting(min(frequencies[slot], 255)))
      }
    }
  }

  private var isAscending: Bool {
    for index in postings.indices.dropFirst() where postings[index] < postings[index &- 1] {
      return false
    }
    return true
  }
}

/// Maps the passages of one input to their numbers in the merged segment.
struct PassageNumbers {
  /// The input's runs in ascending order: the first passage, the passage after the last one, and
  /// the number of the first passage in the merged segment.
  private var runs: [(start: UInt32, end: UInt32, number: UInt32)] = []

  mutating func append(_ run: MergeOrder.Run) {
    runs.append(
      (
        UInt32(run.passages.lowerBound), UInt32(run.passages.upperBound), UInt32(run.firstPassage)
      ))
  }

  /// Returns the index of the first run, from `first` on, that ends after `passage`.
  func run(reaching passage: UInt32, from first: Int) -> Int {
    var low = first
    var high = runs.count
    // Usually, it is the run at `first`.
    if low < high, runs[low].end > passage { return low }
    while low < high {
      let middle = (low &+ high) >> 1
      if runs[middle].end <= passage { low = middle &+ 1 } else { high = middle }
    }
    return low
  }

  /// Returns the number of a passage in the merged segment, or nil if it is deleted.
  ///
  /// - Parameters:
  ///   - passage: The number of the passage in the input.
  ///   - run: The result of `run(reaching:from:)` for the passage.
  @inline(__always)
  func number(of passage: UInt32, in run: Int) -> UInt32? {
    guard run < runs.count, runs[run].start <= passage else { return nil }
    return runs[run].number &+ (passage &- runs[run].start)
  }
}
