import Bytes
import Glibc
import Model
import Platform
import TestSupport
import Testing

@testable import SegmentFormat

@Suite("Stored strings and records") struct StoreTests {
  private static let strings: [[String]] = [
    [], [""], ["a"], ["", "", "a", ""], ["kata", "kata", "katak", "kat"],
    (0..<100).map { "folder/article-\($0 / 7)-\($0).txt" },
    [
      String(repeating: "long", count: 1 << 19), "short", String(repeating: "long", count: 1 << 19),
    ],
  ]

  @Test("a column of no bits claims no more values than a segment has passages")
  func claimedValues() throws {
    var bytes = Column.encode([7, 7])
    #expect(try withBytes(bytes) { try Column($0).count } == 2)
    bytes[bytes.count - 5] = 1  // 2²⁴ + 2
    withBytes(bytes) { bytes in
      #expect(throws: FormatError(.malformed, offset: bytes.count - 8)) { try Column(bytes) }
    }
  }

  @Test("strings are read by number", arguments: strings)
  func stringTable(strings: [String]) throws {
    try withBytes(StringTable.encode(strings)) { bytes in
      let table = try StringTable(bytes)
      #expect(table.count == strings.count)
      for (index, string) in strings.enumerated() { #expect(try table.string(at: index) == string) }
      var reader = table.makeReader()
      for string in strings { #expect(try reader.next() == string) }
      #expect(throws: FormatError.self) { try reader.next() }
      #expect(throws: FormatError.self) { try table.string(at: strings.count) }
      #expect(throws: FormatError.self) { try table.string(at: -1) }
    }
  }

  @Test("a damaged table gives strings or errors")
  func damagedTable() {
    let whole = StringTable.encode(Self.strings[5])
    var random = SplitMix64(seed: 4)
    var errors = 0
    for round in 0..<500 {
      var bytes = whole
      if round % 2 == 0 {
        bytes.removeLast(1 + random.below(bytes.count - 1))
      } else {
        bytes[random.below(bytes.count)] = UInt8(truncatingIfNeeded: random.next())
      }
      withBytes(bytes) { bytes in
        do {
          let table = try StringTable(bytes)
          for index in 0..<min(table.count, 200) { _ = try table.string(at: index) }
        } catch {
          errors += 1
        }
      }
    }
    #expect(errors > 200)
  }

  /// The sizes of the items in each run.
  private static let runs: [[[Int]]] = [
    [], [[]], [[0]], [[0, 0], [0]], [[1]], [[0, 1, 0], [], [5, 0]], [[40_000, 0, 3]],
    [[200_000, 10], [1, 200_000]], [Array(repeating: 700, count: 200), [12]],
    [Array(repeating: 3000, count: 90), Array(repeating: 1, count: 900)],
    [Array(repeating: 1, count: 900), Array(repeating: 3000, count: 90), [2]],
  ]

  private static func sample(of items: StoredItems) -> BlockSample {
    var sample = BlockSample()
    items.forEachItem { sample.add($0) }
    return sample
  }

  private func items(_ sizes: [[Int]]) -> (runs: [StoredItems], items: [[UInt8]]) {
    var random = SplitMix64(seed: 6)
    var all: [[UInt8]] = []
    var runs: [StoredItems] = []
    for run in sizes {
      var items = StoredItems()
      for size in run {
        let item = (0..<size).map { _ in UInt8(random.below(20)) }
        item.withUnsafeBytes { items.append($0) }
        all.append(item)
      }
      runs.append(items)
    }
    return (runs, all)
  }

  @Test("items come back in any order, from runs that were joined", arguments: runs)
  func blockStore(sizes: [[Int]]) throws {
    let (runs, items) = items(sizes)
    #expect(runs.reduce(0) { $0 + $1.count } == items.count)
    try withBytes(BlockStore.encode(runs)) { bytes in
      let reader = try BlockStoreReader(bytes)
      #expect(reader.count == items.count)
      var cache = BlockCache()
      for index in Array(items.indices) + items.indices.reversed() {
        let found = try reader.withItem(index, cache: &cache) { Array($0) }
        #expect(found == items[index])
      }
      for index in [-1, items.count] {
        let size = try? reader.withItem(index, cache: &cache) { $0.count }
        #expect(size == nil)
      }
    }
  }

  @Test("what blocks have in common is kept once, and the same items give the same bytes")
  func dictionary() throws {
    let items = StoredItems.sentences(2000)
    #expect(BlockDictionary.train(on: Self.sample(of: StoredItems.sentences(100))).isEmpty)
    let dictionary = BlockDictionary.train(on: Self.sample(of: items))
    #expect(dictionary.count > 4096 && dictionary.count <= items.byteCount / 32)
    let whole = BlockStore.encode([items])
    #expect(whole.starts(with: dictionary))
    #expect(whole == BlockStore.encode([items]))
    var alone = BlockStoreWriter(dictionary: [])
    items.forEachItem { alone.append($0) }
    #expect(whole.count < alone.finish().count * 9 / 10)
    try withBytes(whole) { bytes in
      let reader = try BlockStoreReader(bytes)
      var cache = BlockCache()
      var found = StoredItems()
      for index in 0..<reader.count {
        try reader.withItem(index, cache: &cache) { found.append($0) }
      }
      #expect(found.bytes == items.bytes && found.ends == items.ends)
    }
  }

  @Test("blocks that are copied from a file are those that are mapped")
  func copiedBlocks() throws {
    let folder = try TemporaryFolder()
    let items = StoredItems.sentences(2000)
    let path = folder.write("store", BlockStore.encode([items]))
    let file = try MappedFile(path: path, largeSize: 0)
    let reader = try BlockStoreReader(file.bytes)
    var mapped = BlockCache()
    var copied = BlockCache(copyingFrom: file)
    func isSame(_ index: Int) throws -> Bool {
      try reader.withItem(index, cache: &mapped) { Array($0) }
        == reader.withItem(index, cache: &copied) { Array($0) }
    }
    for index in [0, 1999, 3, 1000] { #expect(try isSame(index)) }
    // What is not in the file any more is damaged, but not beyond its end.
    let descriptor = open(path, O_WRONLY)
    #expect(ftruncate(descriptor, 0) == 0 && ftruncate(descriptor, off_t(file.bytes.count)) == 0)
    close(descriptor)
    #expect(throws: FormatError.self) {
      try reader.withItem(500, cache: &copied) { $0.count }
    }
  }

  @Test("a store cannot have a dictionary that no writer makes", arguments: [65_536, 65_537])
  func claimedDictionary(size: Int) throws {
    var store = ByteWriter()
    store.append(repeatElement(7, count: size))
    let column = Column.encode([])
    store.append(column)
    store.append(column)
    store.append(UInt32(size))
    store.append(UInt32(column.count))
    store.append(UInt32(column.count))
    withBytes(store.bytes) { bytes in
      let count = try? BlockStoreReader(bytes).count
      #expect(count == (size > 65_536 ? nil : 0))
    }
  }

  @Test("a block cannot claim more items than its store has")
  func claimedItems() throws {
    // A zstd frame with one raw block (RFC 8878), which claims that sizes have 200 bytes each.
    let frame: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD, 0x20, 1, 1 << 3 | 1, 0, 0, 200]
    let ends = Column.encode([UInt64(frame.count), UInt64(frame.count)])
    let counts = Column.encode([1 << 56 - 1, 1])
    var store = ByteWriter()
    for part in [frame, ends, counts] { store.append(part) }
    for size in [0, ends.count, counts.count] { store.append(UInt32(size)) }
    try withBytes(store.bytes) { bytes in
      let store = try BlockStoreReader(bytes)
      var cache = BlockCache()
      #expect(throws: FormatError(.malformed)) {
        try store.withItem(0, cache: &cache) { $0.count }
      }
    }
  }

  @Test("a damaged store gives bytes or errors")
  func damagedStore() {
    let (runs, items) = items(Self.runs[7])
    let whole = BlockStore.encode(runs)
    var random = SplitMix64(seed: 9)
    var errors = 0
    for round in 0..<400 {
      var bytes = whole
      if round % 4 == 0 {
        bytes.removeLast(1 + random.below(bytes.count - 1))
      } else {
        // Mostly the columns, which are at the end.
        let place = random.below(round % 4 == 1 ? bytes.count : 160)
        bytes[bytes.count - 1 - place] = UInt8(truncatingIfNeeded: random.next())
      }
      withBytes(bytes) { bytes in
        do {
          let reader = try BlockStoreReader(bytes)
          var cache = BlockCache()
          for index in 0..<min(reader.count, items.count) {
            let size = try reader.withItem(index, cache: &cache) { $0.count }
            if size > 1 << 20 { Issue.record("an item of \(size) bytes") }
          }
        } catch {
          errors += 1
        }
      }
    }
    #expect(errors > 200)
  }

  private static func row(isOfTitle: Bool = false, hasHeadings: Bool = false) -> PassageRow {
    PassageRow(
      document: 0, byteOffset: 0, firstLine: 1,
      flags: PassageRow.flags(
        field: isOfTitle ? .title : .text, role: .boilerplate, hasHeadings: hasHeadings), length: 2)
  }

  @Test("a passage without headings is its text")
  func plainPassage() throws {
    var out: [UInt8] = []
    Array("\u{3}Isi é".utf8).withUnsafeBytes {
      PassageRecord.encode(headings: [], text: $0, into: &out)
    }
    let record = try withBytes(out) { try PassageRecord(decoding: $0, of: Self.row()) }
    #expect(record.headings.isEmpty && record.text == .own("\u{3}Isi é"))
    #expect(try Self.row().role == .boilerplate)
    #expect(try Self.row(isOfTitle: true, hasHeadings: true).role == .boilerplate)
  }

  @Test("headings and text of a passage come back")
  func passageRecord() throws {
    var out: [UInt8] = [7]
    Array("Isi é".utf8).withUnsafeBytes {
      PassageRecord.encode(headings: ["A", "", "Bab 1"], text: $0, into: &out)
    }
    try withBytes(out.dropFirst()) { bytes in
      let record = try PassageRecord(decoding: bytes, of: Self.row(hasHeadings: true))
      #expect(record.headings == ["A", "", "Bab 1"] && record.text == .own("Isi é"))
    }
  }

  @Test("a passage of the title has its text from there, or is an error", arguments: 0..<20)
  func titlePassage(offset: Int) throws {
    var out: [UInt8] = []
    PassageRecord.encode(titleLength: 9, into: &out)
    var row = Self.row(isOfTitle: true)
    row.byteOffset = offset
    let record = try withBytes(out) { try PassageRecord(decoding: $0, of: row) }
    let title = " The ends of the "
    if offset + 9 <= title.utf8.count {
      let text = try record.text(of: row, title: title)
      #expect(text == String(title.dropFirst(offset).prefix(9)))
    } else {
      #expect(throws: FormatError.self) { try record.text(of: row, title: title) }
    }
  }

  @Test("a role that this program does not know is an error, as are statements beyond its keys")
  func unknownValues() {
    let row = PassageRow(document: 0, byteOffset: 0, firstLine: 1, flags: 3 << 1, length: 1)
    #expect(throws: FormatError(.malformed)) { try row.role }
    // Bit 18 would mean a line for the key after the last one.
    withBytes([0x80, 0x80, 0x10, 0x61]) { bytes in
      #expect(throws: FormatError.self) { try DocumentRecord(decoding: bytes) }
    }
  }

  @Test(
    "a path that is not absolute or holds control characters is an error",
    arguments: ["a.txt", "+!touch x", "-o", "/a\u{1B}[2J", "/a\nb", "~/a"])
  func paths(path: String) {
    let record = SourceRecord(id: "a", path: path, size: 1, modified: 1, format: 1).encode()
    withBytes(record) { bytes in
      #expect(throws: FormatError.self) { try SourceRecord(decoding: bytes) }
    }
    let catalog = Catalog(roots: [path], sources: [], skipped: []).encode()
    withBytes(catalog) { bytes in
      #expect(throws: FormatError.self) { try Catalog(decoding: bytes) }
    }
  }

  @Test("the statements of a record do not depend on the order in which they were set")
  func statements() {
    var statements: DocumentRecord.Statements = [
      .title: .init(value: "a"), .tags: .init(value: "b"), .date: .init(value: "c"),
    ]
    #expect(
      statements
        == [
          .tags: .init(value: "b"), .date: .init(value: "x"), .title: .init(value: "a"),
          .date: .init(value: "c"),
        ])
    #expect(statements[.date]?.value == "c")
    #expect(statements[.url] == nil)
    statements[.date] = nil
    statements[.url] = nil
    #expect(statements == [.title: .init(value: "a"), .tags: .init(value: "b")])
    #expect(statements.count == 2)
  }

  @Test("metadata and sources come back, and cut ones are errors")
  func records() throws {
    let document = DocumentRecord(statements: [
      .title: .init(value: "Title", line: .init(text: "# Title", byteOffset: 0, number: 1)),
      .date: .init(value: "2025-12-31"), .tags: .init(value: "a, b"),
      .basedOn: .init(value: "", line: .init(text: "", byteOffset: 1 << 40, number: 1 << 30)),
    ])
    let source = SourceRecord(
      id: "a/b.txt", path: "/x/a/b.txt", size: 1 << 50, modified: -1, format: 3)
    #expect(try withBytes(document.encode()) { try DocumentRecord(decoding: $0) } == document)
    #expect(try withBytes(source.encode()) { try SourceRecord(decoding: $0) } == source)
    for bare in [[:], [.title: .init(value: "Title")], [.publisher: .init(value: "")]]
      as [DocumentRecord.Statements]
    {
      let record = DocumentRecord(statements: bare)
      #expect(record.encode().count == 1 + (bare[.title]?.value.utf8.count ?? 0))
      #expect(try withBytes(record.encode()) { try DocumentRecord(decoding: $0) } == record)
    }
    // The title takes all remaining bytes, so only shorter prefixes are errors.
    for length in 0..<document.encode().count - "Title".utf8.count {
      withBytes(document.encode().prefix(length)) { bytes in
        #expect(throws: FormatError.self) { try DocumentRecord(decoding: bytes) }
      }
    }
    for length in 0..<source.encode().count {
      withBytes(source.encode().prefix(length)) { bytes in
        #expect(throws: FormatError.self) { try SourceRecord(decoding: bytes) }
      }
    }
  }
}
