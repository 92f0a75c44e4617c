import Bytes
import SegmentFormat

extension Searcher {
  /// The postings of a list, which has to outlive them.
  func postings(
    of list: ScoredList, in segment: SegmentFile
  ) throws(IndexError) -> PostingList {
    switch list.postings {
    case .stored(let entry): return try postings(of: entry, in: segment)
    case .union(let union): return PostingList(union)
    }
  }

  /// The postings of a term.
  func postings(of entry: TermEntry, in segment: SegmentFile) throws(IndexError) -> PostingList {
    do throws(FormatError) {
      return try PostingList(
        entry, in: segment.postings, passageCount: segment.properties.passageCount)
    } catch {
      throw .format(error.inSection(SegmentLayout.Section.postings.name).inFile(segment.path))
    }
  }

  /// Calls `body` with each passage of a list and its frequency there, as the list counts it.
  func forEachPosting(
    of list: ScoredList, in segment: SegmentFile,
    _ body: (_ passage: Int, _ frequency: Int) -> Void
  ) throws(IndexError) {
    try withExtendedLifetime(list) { () throws(IndexError) in
      try forEachPosting(of: try postings(of: list, in: segment), in: segment, body)
    }
  }

  /// Calls `body` with each passage of a list and its frequency there.
  func forEachPosting(
    of list: PostingList, in segment: SegmentFile,
    _ body: (_ passage: Int, _ frequency: Int) -> Void
  ) throws(IndexError) {
    try forEachBlock(of: list, in: segment) { passages, frequencies in
      for slot in passages.indices { body(Int(passages[slot]), Int(frequencies[slot])) }
    }
  }

  /// Calls `body` with the passages of each block of a list and the frequencies there. All lists
  /// are unpacked in the same room: `body` must not read another.
  func forEachBlock(
    of list: PostingList, in segment: SegmentFile,
    _ body: (UnsafeBufferPointer<UInt32>, UnsafeBufferPointer<UInt32>) -> Void
  ) throws(IndexError) {
    for block in 0..<list.blockCount {
      let packed = try unpackPassages(ofBlock: block, of: list, in: segment)
      packed.unpack(into: postingRoom.frequencies)
      let count = list.postingCount(ofBlock: block)
      body(
        UnsafeBufferPointer(start: postingRoom.passages, count: count),
        UnsafeBufferPointer(start: postingRoom.frequencies, count: count))
    }
  }

  /// Unpacks the passages of a block into `postingRoom`.
  func unpackPassages(
    ofBlock block: Int, of list: PostingList, in segment: SegmentFile
  ) throws(IndexError) -> PostingList.Frequencies {
    guard let packed = list.unpackPassages(ofBlock: block, into: postingRoom.passages) else {
      throw .format(
        FormatError(
          .malformed, file: segment.path, section: SegmentLayout.Section.postings.name))
    }
    return packed
  }
}
