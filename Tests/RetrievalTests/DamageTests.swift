import Model
import SegmentFormat
import Testing
import TextAnalysis

@testable import Retrieval

@Suite("Damaged indexes") struct DamageTests {
  /// The offset of the fingerprint, which follows the header, the length of the language and its
  /// letters.
  private static let fingerprintOffset = 16 + 3

  @Test("an index of another analysis is an error that names its language")
  func analysisChanged() throws {
    var segments = segments(of: [document("a", ["Some words."])])
    segments[0].bytes[Self.fingerprintOffset] ^= 1
    #expect(throws: IndexError.analysisChanged(path: "en.segment", language: .english)) {
      try IndexReader(segments: segments)
    }
  }

  @Test("a folder that is none is no index")
  func noIndex() {
    #expect(throws: IndexError.noIndex(path: "/nowhere")) { try IndexReader(opening: "/nowhere") }
  }

  @Test("a block that understates its frequencies cannot lead beyond the score table")
  func understatedFrequencies() throws {
    // 200 postings of one word, which occurs 200 times in each passage. Their list begins with a
    // directory.
    let text = Array(repeating: "zobo", count: 200).joined(separator: " ")
    let segments = segments(of: (0..<200).map { document("\($0)", [text]) })
    // The entry: u32 last passage (127), u32 end, u16 widths, u8 greatest frequency (200), u8 least
    // code.
    let entry: [UInt8] = [127, 0, 0, 0]
    let bytes = segments[0].bytes
    var found = 0
    for start in 0..<(bytes.count - 12)
    where bytes[start..<start + 4].elementsEqual(entry) && bytes[start + 10] == 200 {
      var damaged = segments
      damaged[0].bytes[start + 10] = 1
      let searcher = Searcher(try IndexReader(segments: damaged))
      let query = searcher.query("zobo", language: .english)
      let scores = try searcher.ranker.rank(query, top: .max, options: SearchOptions()).map(\.score)
      #expect(scores.count == 200 && Set(scores).count == 1)
      found += 1
    }
    #expect(found > 0)
  }
}
