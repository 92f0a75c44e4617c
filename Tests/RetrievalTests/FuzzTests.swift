import Model
import SegmentFormat
import TestSupport
import Testing
import TextAnalysis

@testable import Retrieval

@Suite("Fuzzed searches") struct FuzzTests {
  /// A collection of more than 128 passages, so that some lists have a directory.
  private static let collection = RandomCollection(
    seed: 51, documents: 20, passages: 8, words: 4, vocabulary: 9, skew: 2)

  /// Calls everything that a question can use.
  private func useAll(_ bytes: [UInt8]) throws(IndexError) {
    let searcher = Searcher(try IndexReader(segments: [("en.segment", bytes)]))
    let words = (0..<9).map { RandomCollection.word($0) }.joined(separator: " ")
    for question in [words, "\"\(RandomCollection.word(0)) \(RandomCollection.word(1))\""] {
      let query = searcher.query(question, language: .english)
      let all = try searcher.search(query, top: .max)
      _ = try searcher.retrieve(query, top: 20)
      _ = try searcher.explain(query, rank: min(3, all.count))
    }
    let query = searcher.query(words, language: .english)
    var exhaustive = SearchOptions()
    exhaustive.isExhaustive = true
    _ = try searcher.ranker.rank(query, top: 5, options: exhaustive)
    _ = try searcher.ranker.rank(query, top: 5, options: SearchOptions(weighting: .tfidf))
    _ = try searcher.words(beginningWith: "z", limit: 5)
    _ = try searcher.index.status()
  }

  @Test("a damaged index gives a result or an error to whatever is asked of it")
  func search() throws {
    let whole = segments(of: Self.collection.make())
    #expect(whole.count == 1)
    // Postings and terms are at the beginning, and damage has the most effects there.
    let outcome = Fuzzing("search", [whole[0].bytes], cases: 150).run { bytes throws(IndexError) in
      try useAll(Array(bytes))
    }
    #expect(outcome.isTelling)
  }

  @Test("any text is a question")
  func question() throws {
    let questions = [
      "How many \"exact phrases\" -words zobo \u{1F600} café 3,5 % of Jan. 2024?",
      "Apakah \"zoboks zobock\" -zodo Rp2,3 juta, kupu-kupu dan SMEs' \u{201C}x\u{201D}?",
    ].map { Array($0.utf8) }
    let searcher = try searcher(
      "zobo zobock zodo of many words.", "An exact phrase, and more words.")
    let outcome = Fuzzing("question", questions).run { bytes throws(IndexError) in
      let query = searcher.query(String(decoding: bytes, as: UTF8.self), language: nil as Language?)
      let found = try searcher.search(query, top: 3)
      if !found.isEmpty { _ = try searcher.explain(query, rank: 1) }
    }
    #expect(outcome.threw == 0)
  }
}
