import SegmentFormat
import TestSupport
import Testing
import TextAnalysis

@testable import Retrieval

@Suite("Damaged indexes") struct DamageTests {
  private static let collection = RandomCollection(
    seed: 51, documents: 40, passages: 8, words: 10, vocabulary: 40, skew: 2)

  /// Where the fingerprint stands: behind the header and the language's length and letters.
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

  /// Everything that a question can lead to; true where it came through without an error.
  private func useAll(_ segments: [(name: String, bytes: [UInt8])]) -> Bool {
    do {
      let searcher = Searcher(try IndexReader(segments: segments))
      let words = (0..<40).map { RandomCollection.word($0) }.joined(separator: " ")
      for question in [words, "\"\(RandomCollection.word(0)) \(RandomCollection.word(1))\""] {
        let query = searcher.query(question, language: .english)
        let all = try searcher.search(query, top: .max)
        _ = try searcher.retrieve(query, top: 20)
        _ = try searcher.explain(query, rank: min(3, all.count))
      }
      let query = searcher.query(words, language: .english)
      var exhaustive = SearchOptions()
      exhaustive.isExhaustive = true
      _ = try searcher.rank(query, top: 5, options: exhaustive)
      _ = try searcher.rank(query, top: 5, options: SearchOptions(weighting: .tfidf))
      _ = try searcher.words(beginningWith: "z", limit: 5)
      _ = try searcher.index.status()
      return true
    } catch {
      return false
    }
  }

  @Test("give a result or an error to whatever is asked of them, never a trap")
  func damaged() throws {
    let whole = segments(of: Self.collection.make())
    #expect(whole.count == 1 && useAll(whole))
    let size = whole[0].bytes.count
    var random = SplitMix64(seed: 52)
    var errors = 0
    let rounds = 120
    for round in 0..<rounds {
      var damaged = whole
      // Dictionary and postings stand in front, and have the most to go wrong.
      let reach = round % 2 == 0 ? size : size / 3
      for _ in 0..<(1 + random.below(3)) {
        damaged[0].bytes[random.below(reach)] = UInt8(truncatingIfNeeded: random.next())
      }
      if !useAll(damaged) { errors += 1 }
    }
    #expect(errors > 10 && errors < rounds)
  }

  @Test("a block that understates its frequencies cannot lead beyond the score table")
  func understatedFrequencies() throws {
    // 200 postings of one word, ten times in each passage: their list begins with a directory.
    let text = Array(repeating: "zobo", count: 200).joined(separator: " ")
    let segments = segments(of: (0..<200).map { document("\($0)", [text]) })
    // u32 last passage 127, u32 end, gap bits 0, frequency bits 8, greatest 200, least code.
    let entry: [UInt8] = [127, 0, 0, 0]
    let bytes = segments[0].bytes
    var found = 0
    for start in 0..<(bytes.count - 12)
    where bytes[start..<start + 4].elementsEqual(entry) && bytes[start + 10] == 200 {
      var damaged = segments
      damaged[0].bytes[start + 10] = 1
      let searcher = Searcher(try IndexReader(segments: damaged))
      let query = searcher.query("zobo", language: .english)
      let scores = try searcher.rank(query, top: .max, options: SearchOptions()).map(\.score)
      #expect(scores.count == 200 && Set(scores).count == 1)
      found += 1
    }
    #expect(found > 0)
  }
}
