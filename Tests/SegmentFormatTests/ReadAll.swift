import Bytes

@testable import SegmentFormat

/// The greatest number of items to read. Damaged bytes may claim millions of empty items, which
/// would take seconds.
private let mostItems = 5000

extension TermDictionaryReader {
  private static let wanted = ["", "term1", "term12", "term15", "term39", "term9"].map {
    Array($0.utf8)
  }

  /// Looks up terms, present and absent ones, and walks all terms, like a search and a merge.
  func readAll() throws(FormatError) {
    for form in TermForm.allCases {
      for term in Self.wanted { _ = try entry(form: form, term) }
      var scan = try TermScan(self, form: form)
      while try scan.next() { scan.withTerm { _ = $0.count } }
      try forEachTerm(form: form, prefix: UnsafeRawBufferPointer(start: nil, count: 0)) { _, _ in
        true
      }
    }
  }
}

extension PostingList {
  func readAll() throws(FormatError) {
    var isDamaged = false
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 2 * PostingList.blockSize) { room in
      guard let passages = room.baseAddress else { return }
      for block in 0..<blockCount {
        _ = bound(ofBlock: block)
        guard let packed = unpackPassages(ofBlock: block, into: passages) else {
          isDamaged = true
          return
        }
        packed.unpack(into: passages + PostingList.blockSize)
      }
    }
    if isDamaged { throw FormatError(.malformed) }
  }
}

extension BlockStoreReader {
  /// - Parameter decompressor: A decompressor to reuse, because creating one takes longer than
  ///   reading a small store.
  func readAll(_ decompressor: Decompressor) throws(FormatError) {
    var cache = BlockCache(decompressor)
    prefetchItem(0)
    for index in 0..<min(count, mostItems) {
      _ = try withItem(index, cache: &cache) { $0.reduce(0, &+) }
    }
  }
}

extension StringTable {
  func readAll() throws(FormatError) {
    for index in 0..<min(count, mostItems) { _ = try string(at: index) }
    var reader = makeReader()
    for _ in 0..<min(count, mostItems) { _ = try reader.next() }
  }
}

extension SegmentFile {
  /// Reads everything that a search or a merge reads.
  func readAll(_ decompressor: Decompressor) throws(FormatError) {
    try terms.readAll()
    // Prefetching makes system calls, so it is called only a few times.
    prefetchWord(surface: "term11", stem: "absent")
    for form in TermForm.allCases {
      var scan = try TermScan(terms, form: form)
      while try scan.next() {
        try PostingList(scan.entry, in: postings, passageCount: properties.passageCount).readAll()
      }
    }
    for number in 0..<properties.passageCount {
      if number % 64 == 0 { prefetchPassage(number) }
      _ = (try passage(number), vectorLength(ofPassage: number))
    }
    for number in 0..<properties.documentCount { _ = place(ofDocument: number) }
    try text.readAll(decompressor)
    try documents.readAll(decompressor)
    try sources.readAll(decompressor)
    try documentIDs.readAll()
  }
}
