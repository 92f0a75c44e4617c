import Bytes
import Model
import TestSupport
import Testing

@testable import Platform
@testable import SegmentFormat

@Suite("Fuzzed index files") struct FuzzTests {
  /// A small segment with a list of two blocks and a few terms of each form.
  private let sample = SampleSegment(passages: 140, terms: 10..<16)
  private let decompressor = Decompressor()

  private func put(_ sum: UInt32, at offset: Int, in bytes: inout [UInt8]) {
    for byte in 0..<4 { bytes[offset + byte] = UInt8(truncatingIfNeeded: sum >> UInt32(8 * byte)) }
  }

  @Test func manifest() {
    let whole = Manifest(
      generation: 7,
      files: [
        .init(kind: .catalog, name: "000007.catalog", size: 4711, checksum: 0x1A2B_3C4D),
        .init(kind: .order, name: "000007.order", size: 92, checksum: 7),
        .init(kind: .segment, name: "000003-en.segment", size: 123_456, checksum: 0xAB),
        .init(kind: .deletions, name: "000007-000003-en.deletions", size: 812, checksum: 9),
      ])
    let fuzzing = Fuzzing("manifest", [whole.encode()]) { bytes in
      bytes.removeLast(min(bytes.count, 1 + "checksum 12345678".utf8.count))
      let sum = bytes.withUnsafeBytes { CRC32.sum(of: $0) }
      bytes.append(contentsOf: "checksum \(hexadecimal(sum))\n".utf8)
    }
    let outcome = fuzzing.run { bytes throws(FormatError) in
      _ = try Manifest(decoding: bytes, allowsOlder: true).segments
    }
    #expect(outcome.isTelling)
  }

  @Test func catalog() {
    let record = SourceRecord(id: "a/é.txt", path: "/a/é.txt", size: 12, modified: 5, format: 1)
    let whole = Catalog(
      roots: ["/a", "/b c"], folder: "/a/index",
      sources: [
        .init(record, stamp: SourceStamp(modified: 5, changed: 6, inode: 7), documentCount: 1),
        .init(
          record, documentCount: 200,
          shortForms: [.init(short: "AI", expansion: "artificial intelligence", language: .english)]
        ),
      ],
      skipped: [.init(path: "/a/y", reason: 2, detail: -3, note: "pdf")])
    let fuzzing = Fuzzing("catalog", [whole.encode()]) { bytes in
      guard bytes.count > 16 else { return }
      put(bytes[16...].withUnsafeBytes { CRC32.sum(of: $0) }, at: 12, in: &bytes)
    }
    let outcome = fuzzing.run { bytes throws(FormatError) in
      _ = try Catalog.roots(decoding: bytes)
      _ = try Catalog(decoding: bytes).documentCount
    }
    // Damage of the compressed item is nearly always detected, so its bytes are fuzzed separately.
    let sources = Fuzzing("catalog-sources", [whole.encodedSources()]).run {
      bytes throws(FormatError) in
      var catalog = Catalog(roots: [], sources: [], skipped: [])
      try catalog.readSources(bytes)
    }
    #expect(outcome.isTelling && sources.isTelling)
  }

  @Test func footer() throws {
    let (whole, _) = try sample.write()
    let size = SegmentLayout.Section.allCases.count * SegmentLayout.footerEntrySize
    let footer = whole.suffix(size + SegmentLayout.footerTailSize)
    let fuzzing = Fuzzing("footer", [Array(whole[..<SegmentLayout.headerSize] + footer)]) { bytes in
      guard bytes.count >= 32 else { return }
      let tail = bytes.count - 16
      let count = bytes[tail..<tail + 4].reversed().reduce(0) { $0 << 8 | Int($1) }
      guard count * 24 <= tail else { return }
      let sum = bytes[(tail - count * 24)..<tail + 4].withUnsafeBytes { CRC32.sum(of: $0) }
      put(sum, at: tail + 4, in: &bytes)
      bytes.replaceSubrange((tail + 8)..., with: SegmentLayout.endMagic)
    }
    let outcome = fuzzing.run { bytes throws(FormatError) in
      // The sections are missing, but the file is long enough for most ranges that a footer can
      // claim.
      try SegmentFooter(bytes).verify()
    }
    #expect(outcome.threw > 0)
  }

  @Test func segment() throws {
    let (whole, _) = try sample.write()
    let outcome = Fuzzing("segment", [whole], cases: 150).run { bytes throws(FormatError) in
      let segment = try SegmentFile(MappedFile(unowned: bytes, access: .few), path: "")
      defer { withExtendedLifetime(segment) {} }
      try segment.readAll(decompressor)
    }
    #expect(outcome.threw > 0)
  }

  /// Fuzzes single sections, so that memory ends where the section ends. In a segment, most damage
  /// would hit other sections.
  @Test(arguments: [SegmentLayout.Section.properties, .terms, .text, .documentID, .passageOffset])
  func section(_ section: SegmentLayout.Section) throws {
    let (whole, _) = try sample.write()
    let bytes = try whole.withUnsafeBytes { try Array(SegmentFooter($0).bytes(of: section)) }
    let outcome = Fuzzing("\(section)", [bytes]).run { bytes throws(FormatError) in
      switch section {
      case .properties: _ = try SegmentLayout.Properties(bytes)
      case .terms: try TermDictionaryReader(bytes).readAll()
      case .text: try BlockStoreReader(bytes).readAll(decompressor)
      case .documentID: try StringTable(bytes).readAll()
      default:
        let column = try Column(bytes)
        for index in 0..<min(column.count, 1000) { _ = column[index] }
        if column.count > 0 { _ = column.position(at: column.count - 1) }
      }
    }
    #expect(outcome.isTelling)
  }

  @Test func filter() throws {
    let (whole, _) = try sample.write()
    let bytes = try whole.withUnsafeBytes { try Array(SegmentFooter($0).bytes(of: .termFilter)) }
    #expect(!bytes.isEmpty)
    let outcome = Fuzzing("filter", [bytes]).run { bytes throws(FormatError) in
      let filter = try TermFilter(bytes)
      for text in ["", "a", "words", "antiketidakadilan"] {
        var text = text
        text.withUTF8 { _ = filter.mayHold(TermKey(.stem, UnsafeRawBufferPointer($0))) }
      }
    }
    #expect(outcome.isTelling)
  }

  @Test func storeWithDictionary() {
    // A trained dictionary, and plain content, which zstd accepts as a dictionary too.
    var sample = BlockSample()
    StoredItems.sentences(1100).forEachItem { sample.add($0) }
    let trained = BlockDictionary.train(on: sample)
    #expect(!trained.isEmpty)
    let stores = [trained, trained.suffix(200)].map { dictionary in
      var writer = BlockStoreWriter(dictionary: dictionary)
      StoredItems.sentences(40).forEachItem { writer.append($0) }
      return writer.finish()
    }
    let outcome = Fuzzing("dictionary", stores, cases: 150).run { bytes throws(FormatError) in
      try BlockStoreReader(bytes).readAll(decompressor)
    }
    #expect(outcome.isTelling)
  }

  @Test func postings() throws {
    let (whole, _) = try sample.write()
    let segment = try SegmentFile(MappedFile(copying: whole), path: "")
    var entries: [TermEntry] = []
    try [].withUnsafeBytes { prefix in
      try segment.terms.forEachTerm(form: .stem, prefix: prefix) {
        entries.append($1)
        return true
      }
    }
    // Entries are damaged with the dictionary. Here, the bytes of the lists are damaged.
    let outcome = Fuzzing("postings", [Array(segment.postings)]).run { bytes throws(FormatError) in
      for entry in entries {
        try PostingList(entry, in: bytes, passageCount: sample.passageCount).readAll()
      }
    }
    #expect(entries.count > 5 && outcome.isTelling)
  }

  @Test func deletions() throws {
    let properties = sample.contents.properties
    let deleted = (0..<properties.passageCount).map { $0 % 7 == 0 }
    let terms = (10..<60).map { (TermForm.stem, Array("term\($0)".utf8)[...], 1 + $0 % 3) }
    let whole = Deletions.encode(
      deleted, documentCount: 3, totalLength: 100, frequencies: terms)
    let outcome = Fuzzing("deletions", [whole]).run { bytes throws(FormatError) in
      let deletions = try Deletions(
        MappedFile(unowned: bytes), path: "", of: properties)
      defer { withExtendedLifetime(deletions) {} }
      for passage in -1..<400 { _ = deletions.contains(passage) }
      try deletions.frequencies.readAll()
    }
    #expect(outcome.isTelling)
  }

  @Test func sourceOrder() throws {
    let whole = SourceOrder.encode([[3, 1, 900], [], [0, 2, 4, 5]])
    let outcome = Fuzzing("order", [whole]).run { bytes throws(FormatError) in
      let order = try SourceOrder(MappedFile(unowned: bytes), path: "")
      defer { withExtendedLifetime(order) {} }
      for segment in 0..<4 {
        for source in 0..<5 { _ = order.rank(ofSource: source, segment: segment) }
      }
    }
    #expect(outcome.isTelling)
  }

  @Test func records() {
    let statement = Statement(value: "v", line: .init(text: "date: v", byteOffset: 12, number: 3))
    let document = DocumentRecord(statements: [
      .title: .init(value: "Title"), .publisher: statement,
    ]).encode()
    let source = SourceRecord(id: "s", path: "/s", size: 1, modified: 2, format: 1).encode()
    var passage: [UInt8] = []
    Array("The text.".utf8).withUnsafeBytes {
      PassageRecord.encode(headings: ["One", "Two"], text: $0, into: &passage)
    }
    var titlePassage: [UInt8] = []
    PassageRecord.encode(titleLength: 5, into: &titlePassage)
    let rows = [1, 8].map {
      PassageRow(document: 0, byteOffset: 1, firstLine: 1, flags: $0, length: 1)
    }
    let inputs = [document, source, passage, titlePassage]
    let documents = Fuzzing("document-record", inputs).run { bytes throws(FormatError) in
      _ = try DocumentRecord(decoding: bytes)
    }
    let sources = Fuzzing("source-record", inputs).run { bytes throws(FormatError) in
      _ = try SourceRecord(decoding: bytes)
    }
    let passages = Fuzzing("passage-record", inputs).run { bytes throws(FormatError) in
      for row in rows {
        _ = try PassageRecord(decoding: bytes, of: row).text(of: row, title: "The title")
      }
    }
    #expect(documents.isTelling && sources.isTelling && passages.isTelling)
  }
}
