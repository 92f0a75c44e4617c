import Model
import SegmentFormat
import TestSupport
import Testing
import TextAnalysis

@testable import Retrieval

@Suite("Scores") struct ScoreTests {
  private static let collections = [
    RandomCollection(seed: 21, documents: 120, passages: 2, words: 30, vocabulary: 60, skew: 2),
    RandomCollection(seed: 22, documents: 60, passages: 5, words: 120, vocabulary: 300, skew: 3),
  ]
  private static let options = [
    SearchOptions(), SearchOptions(weighting: .bm25), SearchOptions(k1: 2.5, b: 0.2),
    SearchOptions(fields: .joined),
  ]

  @Test("agree with BM25 counted from the texts", arguments: collections, options)
  func bm25(collection: RandomCollection, options: SearchOptions) throws {
    let documents = collection.make()
    let searcher = try searcher(documents)
    let naive = NaiveScores(documents)
    var random = SplitMix64(seed: collection.seed)
    for _ in 0..<15 {
      var words = [collection.text(1 + random.below(5), &random)]
      // Some questions repeat their words.
      if random.below(3) == 0 { words.append(words[0]) }
      let query = searcher.query(words.joined(separator: " the "), language: .english)
      let hits = try searcher.ranker.rank(query, top: .max, options: options)
      let kept = naive.bm25(query, options) {
        Double(LengthCode.lengths[Int(LengthCode.encode($0))])
      }
      let exact = naive.bm25(query, options) { Double($0) }
      #expect(hits.count == kept.count { $0.score > 0 })
      for hit in hits {
        let (score, tolerance) = kept[hit.id.passage]
        if abs(hit.score - score) > tolerance {
          Issue.record("\(query.text): \(hit.score), but \(score) of passage \(hit.id.passage)")
        }
        // The code of a length is less than a seventeenth too low, so a score is at most a
        // sixteenth too high.
        let (textbook, _) = exact[hit.id.passage]
        if hit.score < textbook - tolerance || hit.score > textbook * 17 / 16 + tolerance {
          Issue.record("\(query.text): \(hit.score), but \(textbook) with exact lengths")
        }
      }
    }
  }

  @Test("agree with the cosine counted from the texts", arguments: collections)
  func cosine(collection: RandomCollection) throws {
    let documents = collection.make()
    let searcher = try searcher(documents)
    let naive = NaiveScores(documents)
    var random = SplitMix64(seed: collection.seed)
    for _ in 0..<15 {
      let words = collection.text(1 + random.below(4), &random)
      // The naive score counts two words with the same stem as one term, and the search as two.
      let query = searcher.query("\(words) \(words)", language: .english)
      let stems = query.terms.map(\.stem)
      guard Set(stems).count * 2 == stems.count else { continue }
      let scores = naive.cosine(query)
      let hits = try searcher.ranker.rank(
        query, top: .max, options: SearchOptions(weighting: .tfidf))
      #expect(hits.count == scores.count { $0 > 0 })
      #expect(zip(hits, hits.dropFirst()).allSatisfy { $0.score >= $1.score })
      for hit in hits {
        let score = scores[hit.id.passage]
        // The length of a vector is rounded to a sixteenth, and then encoded with a loss of up to a
        // seventeenth.
        if hit.score < score * 0.96 || hit.score > score * 1.07 * 17 / 16 {
          Issue.record("\(query.text): \(hit.score), but \(score) of passage \(hit.id.passage)")
        }
      }
    }
  }

  @Test("are positive for a word that every passage has", arguments: 1...5)
  func positive(count: Int) throws {
    let searcher = try searcher((0..<count).map { document("\($0)", ["Jakarta is big"]) })
    for options in [SearchOptions(), SearchOptions(weighting: .bm25)] {
      let hits = try searcher.search(
        searcher.query("Where is Jakarta?", language: .english), top: 10, options: options)
      #expect(hits.count == count && hits.allSatisfy { $0.score > 0 })
    }
    #expect(try searcher.idf(ofStem: "jakarta", in: .english) > 0)
  }

  @Test("are explained term by term", arguments: collections, options)
  func explained(collection: RandomCollection, options: SearchOptions) throws {
    let searcher = try searcher(collection.make())
    var random = SplitMix64(seed: collection.seed)
    for _ in 0..<10 {
      let query = searcher.query(collection.text(4, &random), language: .english)
      let hits = try searcher.search(query, top: 5, options: options)
      #expect(hits.count == 5)
      for (index, hit) in hits.enumerated() {
        let explanation = try #require(
          try searcher.explain(query, rank: index + 1, options: options))
        let tolerance = explanation.parts.reduce(0) {
          $0 + ($1.idf * $1.share * (options.k1 + 1) + 2) / 65535
        }
        #expect(abs(explanation.score - hit.score) <= tolerance)
        #expect(explanation.parts.contains { $0.termFrequency > 0 && $0.contribution > 0 })
        #expect(explanation.parts.allSatisfy { ($0.termFrequency == 0) == ($0.contribution == 0) })
        #expect(try searcher.explain(query, hit.passage, options: options) == explanation)
      }
      #expect(try searcher.explain(query, rank: 0, options: options) == nil)
      #expect(try searcher.explain(query, rank: 100_000, options: options) == nil)
    }
  }
}
