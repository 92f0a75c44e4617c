@testable import SegmentFormat

/// Millions of items of no bytes may be claimed, which would take seconds.
private let mostItems = 5000

extension TermDictionaryReader {
  /// Looks up terms that are there and terms that are not, and walks all of them.
  func readAll() throws(FormatError) {
    for form in TermForm.allCases {
      for number in 8..<42 { _ = try entry(form: form, Array("term\(number)".utf8)) }
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
  func readAll() throws(FormatError) {
    var cache = BlockCache()
    for index in 0..<min(count, mostItems) {
      prefetchItem(index)
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
  /// All that a search reads, and the terms as a merge reads them.
  func readAll() throws(FormatError) {
    try terms.readAll()
    for form in TermForm.allCases {
      for number in 10..<40 {
        prefetchWord(surface: "term\(number)", stem: "absent")
        guard let entry = try terms.entry(form: form, Array("term\(number)".utf8)) else { continue }
        try PostingList(entry, in: postings, passageCount: properties.passageCount).readAll()
      }
    }
    for number in 0..<properties.passageCount {
      prefetchPassage(number)
      _ = (try passage(number), vectorLength(ofPassage: number))
    }
    for number in 0..<properties.documentCount { _ = place(ofDocument: number) }
    try text.readAll()
    try documents.readAll()
    try sources.readAll()
    try documentIDs.readAll()
  }
}
