import Bytes
import Model
import TestSupport
import Testing

@testable import SegmentFormat

@Suite("Manifest and catalog") struct IndexFileTests {
  private static let manifest = Manifest(
    generation: 7,
    files: [
      .init(kind: .catalog, name: "000007.catalog", size: 4711, checksum: 0x1A2B_3C4D),
      .init(kind: .names, name: "000007.names", size: 3120, checksum: 6),
      .init(kind: .order, name: "000007.order", size: 92, checksum: 7),
      .init(kind: .segment, name: "000003-en.segment", size: 123_456, checksum: 0xAB),
      .init(kind: .deletions, name: "000007-000003-en.deletions", size: 812, checksum: 9),
      .init(kind: .segment, name: "000007-en.segment", size: 99, checksum: 8),
    ])

  private static let catalog = Catalog(
    roots: ["/a", "/b c"], folder: "/a/index",
    sources: [
      .init(
        SourceRecord(id: "a/x.txt", path: "/a/x.txt", size: 12, modified: 5, format: 1),
        stamp: SourceStamp(modified: -7, changed: 6, inode: .max, contentHash: 8),
        documentCount: 1),
      .init(
        SourceRecord(id: "é", path: "/b c/é", size: 0, modified: .max, format: 255),
        documentCount: 200,
        shortForms: [
          .init(short: "SMEs", expansion: "small enterprises", language: .english),
          .init(short: "é", expansion: "", language: Language(rawValue: ""), count: 300),
        ]),
    ],
    skipped: [
      .init(path: "/a/y", reason: 2, detail: -3, note: "pdf"), .init(path: "", reason: 0),
    ])

  @Test("a manifest comes back and can be read by a person")
  func manifestRoundTrip() throws {
    let bytes = Self.manifest.encode()
    #expect(try withBytes(bytes) { try Manifest(decoding: $0) } == Self.manifest)
    #expect(
      String(decoding: bytes, as: UTF8.self).hasPrefix(
        """
        tanya index 4
        generation 7
        catalog 000007.catalog 4711 1a2b3c4d
        names 000007.names 3120 00000006
        order 000007.order 92 00000007
        segment 000003-en.segment 123456 000000ab
        deletions 000007-000003-en.deletions 812 00000009
        segment 000007-en.segment 99 00000008
        checksum \("")
        """))
    #expect(Self.manifest.files(of: .segment).map(\.size) == [123_456, 99])
    #expect(Self.manifest.segments.map(\.deletions?.size) == [812, nil])
  }

  @Test(
    "a catalog comes back",
    arguments: [catalog, Catalog(roots: [], sources: [], skipped: [])])
  func catalogRoundTrip(catalog: Catalog) throws {
    #expect(try withBytes(catalog.encode()) { try Catalog(decoding: $0) } == catalog)
  }

  @Test("every changed bit and every cut of a manifest shows")
  func damagedManifest() {
    expectDamage(in: Self.manifest.encode()) { try Manifest(decoding: $0) }
  }

  @Test("every changed bit and every cut of a catalog shows")
  func damagedCatalog() {
    expectDamage(in: Self.catalog.encode()) { try Catalog(decoding: $0) }
  }

  private func expectDamage<Value>(
    in whole: [UInt8], _ decode: (UnsafeRawBufferPointer) throws -> Value
  ) {
    for index in whole.indices {
      for bit in 0..<8 {
        var bytes = whole
        bytes[index] ^= 1 << UInt8(bit)
        withBytes(bytes) { bytes in
          if (try? decode(bytes)) != nil {
            Issue.record("bit \(bit) of byte \(index) is not missed")
          }
        }
      }
      withBytes(whole.prefix(index)) { bytes in
        if (try? decode(bytes)) != nil { Issue.record("\(index) bytes are taken for all") }
      }
    }
  }

  /// Returns the bytes of a manifest with the given lines and the correct checksum.
  private func manifest(_ text: String) -> [UInt8] {
    let sum = Array(text.utf8).withUnsafeBytes { CRC32.sum(of: $0) }
    return Array((text + "checksum \(hexadecimal(sum))\n").utf8)
  }

  @Test(
    "a manifest that says what cannot be is refused, though its checksum is right",
    arguments: [
      ("tanya index 5\ngeneration 1\n", FormatError.Kind.newer(5)),
      ("tanya index 2\ngeneration 1\n", .older(2)),
      ("tanya index x\ngeneration 1\n", .malformed),
      ("tanya indeks 1\ngeneration 1\n", .foreign),
      ("tanya index 4\ngeneration -1\n", .malformed),
      ("tanya index 4\ngeneration +1\n", .malformed),
      ("tanya index 4\ngeneration 9223372036854775807\n", .malformed),
      ("tanya index 4\ngeneration 99999999999999999999\n", .malformed),
      ("tanya index 4\ngeneration 1\nsegment a 9223372036854775807 00000000\n", .malformed),
      ("tanya index 4\ngeneration 1\nsegment a -1 00000000\n", .malformed),
      ("tanya index 4\ngeneration 1\nsegment ../a 1 00000000\n", .malformed),
      ("tanya index 4\ngeneration 1\nvolume a 1 00000000\n", .malformed),
      ("tanya index 4\ngeneration 1\nsegment a  1 00000000\n", .malformed),
      ("tanya index 4\ngeneration 1\ndeletions a 1 00000000\n", .malformed),
    ])
  func impossibleManifest(text: String, expected: FormatError.Kind) {
    withBytes(manifest(text)) { bytes in
      let error = #expect(throws: FormatError.self) { try Manifest(decoding: bytes) }
      #expect(error?.kind == expected)
    }
  }

  @Test("a catalog of another version or another program is told apart")
  func otherCatalogs() {
    for (place, byte, kind) in [
      (8, UInt8(6), FormatError.Kind.newer(6)), (8, 3, .older(3)), (0, 0x41, .foreign),
    ] {
      var bytes = Self.catalog.encode()
      bytes[place] = byte
      withBytes(bytes) { bytes in
        let error = #expect(throws: FormatError.self) { try Catalog(decoding: bytes) }
        #expect(error?.kind == kind)
      }
    }
  }
}
