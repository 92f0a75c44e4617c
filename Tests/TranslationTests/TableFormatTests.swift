import Bytes
import Model
import Platform
import Testing
import TextAnalysis

@testable import Translation

@Suite struct TableFormatTests {
  static let languages = LanguagePair(.english, .indonesian)

  static func entry(_ count: Int) -> DictionaryReport.Entry {
    var outcome = DictionaryReport.Outcome(languages: languages)
    outcome.pairCount = count
    outcome.refusedLineCount = 2
    outcome.firstRefusedLine = 7
    outcome.problem = .damaged
    let stamp = FileStamp(path: "/x/y.tsv", size: 12, modified: -34)
    return DictionaryReport.Entry(
      dictionary: BilingualDictionary(kind: .freeDict, files: [stamp, stamp]), outcome: outcome)
  }

  static func table(_ count: Int) throws -> TableFile {
    try TableFile(MappedFile(copying: bytes(count)))
  }

  /// Returns a section in which `kunci N` translates `key N`.
  private static func bytes(_ count: Int) throws -> [UInt8] {
    var writer = SectionWriter(languages, recordCount: count)
    for number in 0..<count {
      let term = DictionaryTerms.Term(surface: "kunci \(number)", stem: "kunc \(number)")
      let list = [(DictionaryKind.wordnet, TableRecord.encode(term))]
      let key = "key \(number)"
      writer.add(key, TableRecord.encode(key: key, surface: list, stem: number % 2 == 0 ? nil : []))
    }
    return TableHeader.encode(entries: [entry(count)], sections: [writer])
  }

  @Test("a table gives back what was put into it", arguments: [1, 7, 8, 9, 1000])
  func roundTrip(count: Int) throws {
    let table = try Self.table(count)
    let section = try #require(table[Self.languages])
    #expect(section.shape.longestKey == 2)
    #expect(table.header.entries == [Self.entry(count)])
    #expect(table[Self.languages.reversed] == nil)
    for number in 0..<count {
      let key = Array("key \(number)".utf8)
      let found = try section.translations(of: key, byStem: false)
      #expect(found.map(\.source) == [.wordnet])
      #expect(
        try found.first?.term.forms == [
          WordForms(surface: "kunci", stem: "kunc"),
          WordForms(surface: "\(number)", stem: "\(number)"),
        ])
      #expect(try section.translations(of: key, byStem: true).count == (number % 2 == 0 ? 1 : 0))
    }
    #expect(try section.translations(of: Array("key".utf8), byStem: false).isEmpty)
    #expect(try section.translations(of: [], byStem: true).isEmpty)
  }

  @Test("of the keys that are not there hardly any is looked for")
  func signatures() throws {
    var signature = BucketSignature()
    let keys = (0..<8).map { Array("key \($0)".utf8).hash() }
    for key in keys { signature.add(key) }
    let read = try BucketSignature(signature.encoded(ofBucket: 3), ofBucket: 3)
    #expect(keys.allSatisfy(read.mayHave))
    #expect((8..<1008).count { read.mayHave(Array("key \($0)".utf8).hash()) } < 100)
    #expect(throws: FormatError.self) { try BucketSignature(0, ofBucket: 3) }
    #expect(throws: FormatError.self) {
      try BucketSignature(signature.encoded(ofBucket: 3), ofBucket: 4)
    }
  }

  @Test("no flipped bit makes a table translate otherwise: it is found, or not where one looks")
  func flippedBits() throws {
    let keys = (0..<6).map { Array("key \($0)".utf8) } + [Array("none".utf8)]
    func translations(_ table: TableFile) throws(FormatError) -> [[String]] {
      guard let section = table[Self.languages] else { throw FormatError(.malformed) }
      var found: [[String]] = []
      for key in keys {
        for byStem in [false, true] {
          found.append(
            try section.translations(of: key, byStem: byStem).map { found throws(FormatError) in
              "\(found.source) "
                + (try found.term.forms).map { "\($0.surface)/\($0.stem)" }.joined(separator: " ")
            })
        }
      }
      return found
    }
    let whole = try Self.bytes(6)
    let expected = try translations(TableFile(MappedFile(copying: whole)))
    var found = 0
    for bit in 0..<(8 * whole.count) {
      var bytes = whole
      bytes[bit / 8] ^= 1 << UInt8(bit % 8)
      do throws(FormatError) {
        let table = try TableFile(MappedFile(copying: bytes))
        defer { withExtendedLifetime(table) {} }
        if try translations(table) != expected { Issue.record("bit \(bit)") }
      } catch {
        found += 1
      }
    }
    #expect(found > 4 * whole.count)
  }

  @Test("a record that is not whole is damage", arguments: 0..<18)
  func truncatedRecord(length: Int) {
    let term = TableRecord.encode(DictionaryTerms.Term(surface: "anjing", stem: "anjing"))
    let bytes = TableRecord.encode(key: "dog", surface: [(.text, term)], stem: nil)
    #expect(throws: FormatError.self) {
      try Array(bytes.prefix(length)).withUnsafeBytes { bytes in
        _ = try TableRecord(bytes).translations(byStem: true)
      }
    }
  }

  @Test("a change within eight bytes always changes the hash")
  func hash() {
    let bytes = Array("a text of more than two words of eight bytes".utf8)
    var seen: Set<UInt64> = [bytes.hash()]
    for index in bytes.indices {
      for bit in 0..<8 {
        var changed = bytes
        changed[index] ^= 1 << UInt8(bit)
        #expect(seen.insert(changed.hash()).inserted)
      }
    }
    #expect(seen.insert(bytes.hash(seed: 1)).inserted)
    #expect(seen.insert((bytes + [0]).hash()).inserted)
  }

  @Test(
    "the usual places come from the environment",
    arguments: [
      (
        ["HOME": "/h"], "/h/.cache/tanya",
        ["/i/wn-data-ind.tab", "/h/.local/share/tanya/wn-data-ind.tab"]
      ),
      (
        ["HOME": "/h", "XDG_CACHE_HOME": "/c", "XDG_DATA_HOME": "/d"], "/c/tanya",
        ["/i/wn-data-ind.tab", "/d/tanya/wn-data-ind.tab"]
      ),
      (["HOME": "h", "XDG_CACHE_HOME": "c"], nil, ["/i/wn-data-ind.tab"]),
      (["TANYA_WORDNET_BAHASA": "my.tab"], nil, ["my.tab"]),
    ] as [([String: String], String?, [String])])
  func places(environment: [String: String], cache: String?, tables: [String]) {
    let places = DictionaryPlaces(indexFolder: "/i", builtInGlossary: nil) { environment[$0] }
    #expect(places.cacheFolder == cache)
    #expect(places.wordnetTables == tables)
    #expect(places.userGlossary == "/i/glossary.tsv")
  }
}
