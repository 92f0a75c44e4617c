import Bytes
import SegmentFormat

/// Unpacks posting lists block by block, for everything except ranking, which uses `ListCursor`.
final class PostingReader {
  private let index: IndexReader
  /// A buffer for the passages of one block, followed by their frequencies.
  private let room = UnsafeMutablePointer<UInt32>.allocate(capacity: 2 * PostingList.blockSize)
  private var frequencies: UnsafeMutablePointer<UInt32> { room + PostingList.blockSize }

  init(_ index: IndexReader) { self.index = index }

  deinit { room.deallocate() }

  /// Returns the postings of a list.
  ///
  /// - Important: `list` must outlive the result.
  func list(of list: ScoredList, in segment: SegmentFile) throws(IndexError) -> PostingList {
    switch list.postings {
    case .stored(let entry): return try self.list(of: entry, in: segment)
    case .union(let union): return PostingList(union)
    }
  }

  /// Returns the postings of a term.
  func list(of entry: TermEntry, in segment: SegmentFile) throws(IndexError) -> PostingList {
    do throws(FormatError) {
      return try PostingList(
        entry, in: segment.postings, passageCount: segment.properties.passageCount)
    } catch {
      throw .format(error.inSection(SegmentLayout.Section.postings.name).inFile(segment.path))
    }
  }

  /// Calls `body` with each passage of a list and the frequency there, in the units of the list.
  func forEachPosting(
    of list: ScoredList, in segment: SegmentFile,
    _ body: (_ passage: Int, _ frequency: Int) -> Void
  ) throws(IndexError) {
    try withExtendedLifetime(list) { () throws(IndexError) in
      try forEachPosting(of: try self.list(of: list, in: segment), in: segment, body)
    }
  }

  /// Calls `body` with each passage of a list and the frequency there.
  func forEachPosting(
    of list: PostingList, in segment: SegmentFile,
    _ body: (_ passage: Int, _ frequency: Int) -> Void
  ) throws(IndexError) {
    try forEachBlock(of: list, in: segment) { passages, frequencies in
      for slot in passages.indices { body(Int(passages[slot]), Int(frequencies[slot])) }
    }
  }

  /// Calls `body` with the passages of each block of a list and their frequencies.
  ///
  /// - Important: All lists are unpacked into the same buffer, so `body` must not read another
  ///   list.
  func forEachBlock(
    of list: PostingList, in segment: SegmentFile,
    _ body: (UnsafeBufferPointer<UInt32>, UnsafeBufferPointer<UInt32>) -> Void
  ) throws(IndexError) {
    for block in 0..<list.blockCount {
      let (passages, packed) = try unpackPassages(ofBlock: block, of: list, in: segment)
      packed.unpack(into: frequencies)
      body(passages, UnsafeBufferPointer(start: frequencies, count: passages.count))
    }
  }

  /// Returns the passages of a block, and the location of their frequencies. The passages are valid
  /// until the next block is unpacked.
  func unpackPassages(
    ofBlock block: Int, of list: PostingList, in segment: SegmentFile
  ) throws(IndexError) -> (UnsafeBufferPointer<UInt32>, PostingList.Frequencies) {
    guard let packed = list.unpackPassages(ofBlock: block, into: room) else {
      throw .format(
        FormatError(
          .malformed, file: segment.path, section: SegmentLayout.Section.postings.name))
    }
    return (UnsafeBufferPointer(start: room, count: list.postingCount(ofBlock: block)), packed)
  }

  /// Returns the frequency of a list in one passage, or 0 if the list does not contain the passage.
  /// At most one block is unpacked.
  func frequency(
    of list: ScoredList, at id: PassageID
  ) throws(IndexError) -> Int {
    let segment = index.segments[id.segment]
    return try withExtendedLifetime(list) { () throws(IndexError) in
      let list = try self.list(of: list, in: segment)
      var block = 0
      while block < list.blockCount, list.lastPassage(ofBlock: block) < id.passage { block += 1 }
      guard block < list.blockCount else { return 0 }
      let (passages, packed) = try unpackPassages(ofBlock: block, of: list, in: segment)
      guard let slot = passages.firstIndex(of: UInt32(id.passage)) else { return 0 }
      return Int(packed.frequency(at: slot))
    }
  }
}
