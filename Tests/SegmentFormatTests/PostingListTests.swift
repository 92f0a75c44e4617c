import Bytes
import TestSupport
import Testing

@testable import SegmentFormat

@Suite("Posting lists") struct PostingListTests {
  /// The passages and frequencies of a list.
  struct Postings: Equatable {
    var passages: [UInt32] = []
    var frequencies: [UInt8] = []

    /// Creates `count` random postings with gaps below `gap`.
    init(count: Int, gap: Int, seed: UInt64) {
      var random = SplitMix64(seed: seed)
      var passage: UInt32 = 0
      for index in 0..<count {
        passage += UInt32(random.below(gap)) + (index == 0 ? 0 : 1)
        passages.append(passage)
        let kind = random.below(10)
        frequencies.append(kind == 0 ? 255 : kind < 7 ? 1 : UInt8(1 + random.below(20)))
      }
    }

    init() {}

    var passageCount: Int { Int(passages.last ?? 0) + 1 }
  }

  private func write(_ lists: [Postings]) -> (entries: [TermEntry], section: [UInt8]) {
    let count = lists.map(\.passageCount).max() ?? 0
    let codes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37 | 1) }
    var writer = PostingListWriter()
    let entries = lists.map { list in
      list.passages.withUnsafeBufferPointer { passages in
        list.frequencies.withUnsafeBufferPointer { frequencies in
          codes.withUnsafeBufferPointer { codes in
            writer.append(passages: passages, frequencies: frequencies, lengthCodes: codes)
          }
        }
      }
    }
    return (entries, writer.finish())
  }

  /// Reads a list. Returns nil if a block is damaged.
  private func read(
    _ entry: TermEntry, _ section: [UInt8], passageCount: Int,
    checkingBoundsWith codes: (UInt32) -> UInt8? = { _ in nil }
  ) throws(FormatError) -> Postings? {
    var found: Postings?
    var failure: FormatError?
    section.withUnsafeBytes { section in
      do throws(FormatError) {
        let list = try PostingList(entry, in: section, passageCount: passageCount)
        found = read(list, checkingBoundsWith: codes)
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return found
  }

  private func read(
    _ list: PostingList, checkingBoundsWith codes: (UInt32) -> UInt8?
  ) -> Postings? {
    var found = Postings()
    var passages = [UInt32](repeating: 0, count: 128)
    var frequencies = passages
    for block in 0..<list.blockCount {
      let count = list.postingCount(ofBlock: block)
      let isWhole = passages.withUnsafeMutableBufferPointer { passages in
        frequencies.withUnsafeMutableBufferPointer { frequencies in
          guard let passages = passages.baseAddress, let frequencies = frequencies.baseAddress,
            let packed = list.unpackPassages(ofBlock: block, into: passages)
          else { return false }
          packed.unpack(into: frequencies)
          return (0..<count).allSatisfy {
            frequencies[$0] <= packed.limit && packed.frequency(at: $0) == frequencies[$0]
          }
        }
      }
      guard isWhole else { return nil }
      let bound = list.bound(ofBlock: block)
      for slot in 0..<count {
        if let code = codes(passages[slot]) {
          #expect(frequencies[slot] <= bound.greatestFrequency)
          #expect(code >= bound.leastLengthCode && passages[slot] <= bound.lastPassage)
        }
        found.passages.append(passages[slot])
        found.frequencies.append(UInt8(clamping: frequencies[slot]))
      }
    }
    return found
  }

  @Test(
    "postings come back, within their blocks' bounds",
    arguments: [1, 2, 127, 128, 129, 255, 256, 1000, 5000], [1, 2, 1000])
  func roundTrip(count: Int, gap: Int) throws {
    let lists = (0..<3).map { Postings(count: count, gap: gap, seed: UInt64(count * gap + $0)) }
    let (entries, section) = write(lists)
    let passageCount = lists.map(\.passageCount).max() ?? 0
    for (list, entry) in zip(lists, entries) {
      #expect(entry.documentFrequency == count)
      let found = try read(entry, section, passageCount: passageCount) {
        UInt8(truncatingIfNeeded: Int($0) &* 37 | 1)
      }
      #expect(found == list)
    }
  }

  @Test(
    "postings cover others with the same passages and no greater frequencies",
    arguments: [
      ([1, 4, 9], [2, 3, 1], true), ([4], [1], true), ([4], [4], false), ([9], [1], true),
      ([0], [1], false), ([5], [1], false), ([10], [1], false),
      ([1, 4, 9, 12], [1, 1, 1, 1], false),
    ])
  func covers(passages: [UInt32], frequencies: [UInt8], expected: Bool) {
    #expect(unpacked([1, 4, 9], [2, 3, 1]).covers(unpacked(passages, frequencies)) == expected)
  }

  /// Returns postings in a segment whose passages all have the same length, unless it is given.
  private func unpacked(
    _ passages: [UInt32], _ frequencies: [UInt8], _ lengthCodes: [UInt8]? = nil
  ) -> UnpackedPostings {
    let codes = lengthCodes ?? Array(repeating: 1, count: Int(passages.last ?? 0) + 1)
    return passages.withUnsafeBufferPointer { passages in
      frequencies.withUnsafeBufferPointer { frequencies in
        codes.withUnsafeBufferPointer {
          UnpackedPostings(passages: passages, frequencies: frequencies, lengthCodes: $0)
        }
      }
    }
  }

  @Test(
    "postings cover every part of them, and no others",
    arguments: [(100, 3), (1000, 20), (1000, 2000), (40_000, 3)])
  func coversParts(count: Int, gap: Int) {
    let list = Postings(count: count, gap: gap, seed: 9)
    let whole = unpacked(list.passages, list.frequencies)
    for step in [1, 2, 77] {
      let slots = Array(stride(from: count / 2, to: count, by: step))
      var passages = slots.map { list.passages[$0] }
      let frequencies = slots.map { list.frequencies[$0] }
      #expect(whole.covers(unpacked(passages, frequencies)))
      passages[passages.count - 1] += 1
      #expect(!whole.covers(unpacked(passages, frequencies)))
    }
  }

  @Test(
    "postings that are not packed are read like others",
    arguments: [1, 2, 127, 128, 129, 256, 1000], [20, 1000, 5000])
  func readUnpacked(count: Int, gap: Int) {
    let list = Postings(count: count, gap: gap, seed: UInt64(count))
    let codes = (0..<list.passageCount).map { UInt8(truncatingIfNeeded: $0 &* 37 | 1) }
    let postings = unpacked(list.passages, list.frequencies, codes)
    #expect(read(PostingList(postings)) { codes[Int($0)] } == list)
  }

  @Test("a posting that was never packed takes three bytes, or five among distant ones")
  func unpackedSize() {
    let near = (0..<1280).map { UInt32($0 * 500) }
    #expect(unpacked(near, Array(repeating: 1, count: 1280)).byteCount == 1280 * 3 + 10 * 12)
    let far = (0..<1280).map { UInt32($0 * 600) }
    #expect(unpacked(far, Array(repeating: 1, count: 1280)).byteCount == 1280 * 5 + 10 * 12)
  }

  @Test("the widest gap there can be comes back")
  func widestGap() throws {
    var list = Postings()
    list.passages = [0, UInt32(SegmentLayout.largestPassageCount - 1)]
    list.frequencies = [1, 2]
    let (entries, section) = write([list])
    let count = SegmentLayout.largestPassageCount
    #expect(try read(entries[0], section, passageCount: count) == list)
  }

  @Test("whatever the bytes, no passage is beyond the last", arguments: [2, 100, 128, 300])
  func damaged(count: Int) {
    let list = Postings(count: count, gap: 30, seed: 5)
    let (entries, section) = write([list])
    var random = SplitMix64(seed: UInt64(count))
    var damage = 0
    for _ in 0..<2000 {
      var bytes = section
      for _ in 0..<(1 + random.below(3)) {
        bytes[random.below(bytes.count)] = UInt8(truncatingIfNeeded: random.next())
      }
      let found = try? read(entries[0], bytes, passageCount: list.passageCount)
      if found == nil { damage += 1 }
      for passage in found?.passages ?? [] where passage >= list.passageCount {
        Issue.record("passage \(passage) of \(list.passageCount)")
        return
      }
    }
    #expect(damage > 0)
  }

  @Test(
    "an entry that no section can hold is malformed",
    arguments: [
      TermEntry(documentFrequency: 0, postings: .list(offset: 0, length: 8)),
      TermEntry(documentFrequency: 11, postings: .list(offset: 0, length: 8)),
      TermEntry(documentFrequency: 2, postings: .list(offset: 0, length: 3)),
      TermEntry(documentFrequency: 2, postings: .list(offset: -1, length: 8)),
      TermEntry(documentFrequency: 2, postings: .list(offset: 90, length: 8)),
      TermEntry(documentFrequency: 2, postings: .list(offset: 0, length: 90)),
      TermEntry(documentFrequency: 2, postings: .list(offset: .max, length: .max)),
      TermEntry(documentFrequency: 2, postings: .single(passage: 0, frequency: 1)),
      TermEntry(documentFrequency: 1, postings: .single(passage: 10, frequency: 1)),
      TermEntry(documentFrequency: 1, postings: .single(passage: 0, frequency: 0)),
    ])
  func impossible(entry: TermEntry) {
    #expect(throws: FormatError.self) {
      try self.read(entry, [UInt8](repeating: 0, count: 100), passageCount: 10)
    }
  }
}
