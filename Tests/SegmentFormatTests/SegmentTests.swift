import Bytes
import Platform
import TestSupport
import Testing

@testable import SegmentFormat

@Suite("Segments") struct SegmentTests {
  private func open(_ bytes: [UInt8]) throws -> SegmentFile {
    try SegmentFile(MappedFile(copying: bytes), path: "sample")
  }

  @Test("a segment comes back")
  func roundTrip() throws {
    let sample = SampleSegment()
    let (bytes, sum) = try sample.write()
    #expect(bytes.withUnsafeBytes { CRC32.sum(of: $0) } == sum)
    let segment = try open(bytes)
    try segment.verify()
    #expect(segment.properties == sample.contents.properties)
    #expect(Set(segment.sectionSizes.map(\.section)) == Set(SegmentLayout.Section.allCases))
    #expect(segment.byteCount == bytes.count)
    var text = BlockCache()
    for number in 0..<sample.passageCount {
      var row = sample.contents.passages[number]
      row.length = Int(LengthCode.lengths[Int(LengthCode.encode(row.length))])
      #expect(try segment.passage(number) == row)
      let exact = sample.contents.vectorLengths[number]
      let kept = segment.vectorLength(ofPassage: number)
      #expect(kept <= exact + 0.04 && kept >= exact * 16 / 17 - 0.04)
      let found = try segment.text.withItem(number, cache: &text) {
        bytes in Result { try PassageRecord(decoding: bytes, of: row) }
      }
      #expect(try found.get().text == .own(SampleSegment.text(number)))
    }
    #expect(try segment.documentIDs.string(at: 59) == "folder/59")
    #expect(segment.place(ofDocument: 59) == (2, 59))
  }

  /// Reads the whole segment in the ways in which a search reads it. Returns nil after an error.
  private func readAll(_ segment: SegmentFile) -> Int? {
    do {
      var seen = 0
      var text = BlockCache()
      var documents = BlockCache()
      var sources = BlockCache()
      let room = UnsafeMutablePointer<UInt32>.allocate(capacity: 256)
      defer { room.deallocate() }
      for form in TermForm.allCases {
        for number in 10..<40 {
          guard let entry = try segment.terms.entry(form: form, Array("term\(number)".utf8))
          else { continue }
          let list = try PostingList(
            entry, in: segment.postings, passageCount: segment.properties.passageCount)
          for block in 0..<list.blockCount {
            guard let packed = list.unpackPassages(ofBlock: block, into: room) else { return nil }
            packed.unpack(into: room + 128)
            for slot in 0..<list.postingCount(ofBlock: block) {
              seen += Int(segment.lengthCodes[Int(room[slot])])
            }
          }
        }
      }
      for number in 0..<segment.properties.passageCount {
        let row = try segment.passage(number)
        seen += segment.vectorLength(ofPassage: number) > 0 ? 1 : 0
        seen += try segment.text.withItem(number, cache: &text) {
          (try? PassageRecord(decoding: $0, of: row).text(of: row, title: "").utf8.count) ?? 0
        }
        seen += try segment.documents.withItem(row.document, cache: &documents) {
          (try? DocumentRecord(decoding: $0).statements.count) ?? 0
        }
        seen += try segment.documentIDs.string(at: row.document).utf8.count
        let place = segment.place(ofDocument: row.document)
        seen += try segment.sources.withItem(place.source, cache: &sources) { $0.count }
      }
      return seen
    } catch {
      return nil
    }
  }

  @Test("every changed byte is reported when it is opened or verified")
  func everyFlip() throws {
    let (whole, _) = try SampleSegment().write()
    var random = SplitMix64(seed: 12)
    for index in whole.indices {
      var bytes = whole
      bytes[index] ^= UInt8(1 + random.below(255))
      let error = #expect(throws: FormatError.self, "byte \(index)") { try open(bytes).verify() }
      if error?.file != "sample" { Issue.record("no file is named for byte \(index)") }
    }
  }

  @Test("every cut is reported when it is opened or verified")
  func everyCut() throws {
    let (whole, _) = try SampleSegment().write()
    for length in whole.indices {
      if (try? open(Array(whole[..<length])).verify()) != nil {
        Issue.record("\(length) of \(whole.count) bytes are taken for all")
      }
    }
  }

  @Test("what is read from damaged bytes is a value or an error")
  func readingDamage() throws {
    let (whole, _) = try SampleSegment().write()
    let complete = try #require(readAll(try open(whole)))
    var random = SplitMix64(seed: 13)
    var errors = 0
    var differing = 0
    for _ in 0..<500 {
      var bytes = whole
      for _ in 0..<(1 + random.below(4)) {
        bytes[random.below(bytes.count)] = UInt8(truncatingIfNeeded: random.next())
      }
      guard let segment = try? open(bytes), let seen = readAll(segment) else {
        errors += 1
        continue
      }
      if seen != complete { differing += 1 }
    }
    #expect(errors > 50 && differing > 5)
  }

  /// Changes the entries of the footer, and corrects its checksum.
  private func withFooter(
    of bytes: [UInt8],
    _ change: (inout [(kind: UInt32, sum: UInt32, offset: UInt64, length: UInt64)])
      -> Void
  ) throws -> [UInt8] {
    let sections = try bytes.withUnsafeBytes { try SegmentFooter($0).sections }
    var entries = sections.map {
      (
        kind: $0.section.rawValue, sum: $0.checksum, offset: UInt64($0.range.lowerBound),
        length: UInt64($0.range.count)
      )
    }
    change(&entries)
    var footer = ByteWriter()
    for entry in entries {
      footer.append(entry.kind)
      footer.append(entry.sum)
      footer.append(entry.offset)
      footer.append(entry.length)
    }
    footer.append(UInt32(entries.count))
    footer.append(footer.bytes.withUnsafeBytes { CRC32.sum(of: $0) })
    footer.append(SegmentLayout.endMagic)
    return bytes.dropLast(sections.count * 24 + 16) + footer.bytes
  }

  @Test("sections that cannot lie where the footer says are malformed")
  func impossibleFooter() throws {
    let (whole, _) = try SampleSegment().write()
    #expect(try withFooter(of: whole) { _ in } == whole)
    let damages: [[UInt8]] = [
      try withFooter(of: whole) { $0[0].offset = 0 },
      try withFooter(of: whole) { $0[0].offset = 9 },
      try withFooter(of: whole) { $0[3].offset = .max },
      try withFooter(of: whole) { $0[3].length = .max },
      try withFooter(of: whole) { $0[3].length = UInt64(Int.max) },
      try withFooter(of: whole) { $0[3].offset = $0[2].offset },
      try withFooter(of: whole) { $0.swapAt(3, 4) },
      try withFooter(of: whole) { $0[3].kind = 999 },
      try withFooter(of: whole) { $0.remove(at: 5) },
      try withFooter(of: whole) { $0.removeAll() },
    ]
    for (number, bytes) in damages.enumerated() {
      let error = #expect(throws: FormatError.self, "case \(number)") { try open(bytes) }
      #expect(error?.kind == .malformed)
    }
  }

  @Test(
    "a file of another version or another program is told apart",
    arguments: [
      (8, 1, FormatError.Kind.newer(SegmentLayout.version + 1)),
      (8, -1, .older(SegmentLayout.version - 1)),
      (11, 1, .newer(1 << 24 | SegmentLayout.version)), (0, 1, .foreign),
    ])
  func otherFiles(place: Int, change: Int8, kind: FormatError.Kind) throws {
    var (bytes, _) = try SampleSegment().write()
    bytes[place] &+= UInt8(bitPattern: change)
    let error = #expect(throws: FormatError.self) { try open(bytes) }
    #expect(error?.kind == kind && error?.file == "sample")
  }

  @Test("an empty file is truncated, a segment without its end too")
  func truncated() throws {
    let (whole, _) = try SampleSegment().write()
    for (bytes, kind) in [
      ([], FormatError.Kind.truncated(expected: 16, found: 0)),
      (
        Array(whole.dropLast(5)),
        .truncated(expected: whole.count - 4, found: whole.count - 5)
      ),
    ] {
      let error = #expect(throws: FormatError.self) { try open(bytes) }
      #expect(error?.kind == kind)
    }
  }

  @Test("a segment has no more documents than it may have passages")
  func impossibleDocuments() {
    let properties = SegmentLayout.Properties(
      language: "en", fingerprint: 1, passageCount: 1, documentCount: (1 << 24) + 1, totalLength: 0)
    withBytes(properties.encode()) { bytes in
      #expect(throws: FormatError(.malformed)) { try SegmentLayout.Properties(bytes) }
    }
  }

  @Test(
    "counts that no segment has are malformed",
    arguments: [UInt32.max, 16_777_217, 10])
  func impossibleProperties(passages: UInt32) {
    let properties = SegmentLayout.Properties(
      language: "en", fingerprint: 1, passageCount: Int(passages), documentCount: 1,
      totalLength: passages == 10 ? 1 << 40 : 0)
    withBytes(properties.encode()) { bytes in
      #expect(throws: FormatError(.malformed)) { try SegmentLayout.Properties(bytes) }
    }
  }
}
