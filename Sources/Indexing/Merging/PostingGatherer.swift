import Bytes
import SegmentFormat

/// Takes a term's postings out of the inputs, numbered within the whole.
struct PostingGatherer: ~Copyable {
  /// A passage of the whole and the term's frequency there, as one number that sorts by passage.
  typealias Posting = UInt64

  private let inputs: [MergeInput]
  private var numbers: [PassageNumbers]
  private let room = UnsafeMutablePointer<UInt32>.allocate(capacity: 2 * PostingList.blockSize)
  /// Of the term that was gathered last, in ascending order.
  private(set) var postings: [Posting] = []
  /// Postings that were read since the beginning, and for each list what finding it reads.
  private(set) var readCount = 0
  /// Few postings lie far apart: each list touches pages of its own.
  private static let listWeight = 32

  init(_ inputs: [MergeInput], _ order: MergeOrder) {
    self.inputs = inputs
    numbers = inputs.map { _ in PassageNumbers() }
    for run in order.runs { numbers[run.input].append(run) }
  }

  deinit { room.deallocate() }

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
