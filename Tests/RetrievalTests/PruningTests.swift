import Model
import TestSupport
import Testing
import TextAnalysis

@testable import Retrieval

@Suite("Pruned search") struct PruningTests {
  private static let collections = [
    RandomCollection(seed: 1, documents: 300, passages: 1, words: 20, vocabulary: 60, skew: 1),
    RandomCollection(seed: 2, documents: 200, passages: 5, words: 12, vocabulary: 400, skew: 4),
    RandomCollection(seed: 3, documents: 40, passages: 40, words: 3, vocabulary: 30, skew: 2),
    // More passages than a window contains.
    RandomCollection(seed: 4, documents: 1900, passages: 5, words: 2, vocabulary: 300, skew: 6),
  ]

  /// Returns a question of frequent and rare words, some of them repeated, and sometimes with a
  /// filter.
  private func question(_ collection: RandomCollection, _ random: inout SplitMix64) -> String {
    var words = (0...random.below(8)).map { _ in collection.word(&random) }
    if random.below(3) == 0 { words.append(words[0]) }
    switch random.below(6) {
    case 0: words.append("-" + collection.word(&random))
    case 1: words.append("\"\(collection.text(2, &random))\"")
    default: break
    }
    return words.joined(separator: " ")
  }

  /// Replaces some words of a question with concepts, like translations and short forms.
  private func addConcepts(
    to query: inout Query, _ collection: RandomCollection, _ random: inout SplitMix64
  ) {
    query.concepts[.english] = query.terms.indices.compactMap { term in
      guard random.below(2) == 0 else { return nil }
      let members = (0...random.below(3)).map { _ in
        SynonymSet.Member(
          words: (0...random.below(2)).map { _ in
            let word = collection.word(&random)
            return WordForms(surface: word, stem: word)
          }, weight: Double(1 + random.below(4)) / 4)
      }
      return SynonymSet(range: term..<term + 1, members: members)
    }
  }

  private func expectSameHits(
    _ searcher: Searcher, _ query: Query, _ options: SearchOptions, top count: Int
  ) throws {
    var exhaustive = options
    exhaustive.isExhaustive = true
    let pruned = try searcher.ranker.rank(query, top: count, options: options)
    let all = try searcher.ranker.rank(query, top: count, options: exhaustive)
    if pruned.map(\.id) != all.map(\.id) || pruned.map(\.score) != all.map(\.score) {
      Issue.record("\(query.text): \(count) of \(options)")
    }
  }

  @Test("gives the same hits with the same scores as looking at everything", arguments: collections)
  func sameHits(collection: RandomCollection) throws {
    let searcher = try searcher(collection.make())
    var random = SplitMix64(seed: collection.seed + 50)
    var found = 0
    for number in 0..<(collection.documents > 1000 ? 40 : 100) {
      var query = searcher.query(question(collection, &random), language: .english)
      if number % 3 == 0 { addConcepts(to: &query, collection, &random) }
      let options =
        [
          SearchOptions(), SearchOptions(weighting: .bm25), SearchOptions(k1: 0, b: 0),
          SearchOptions(k1: 3, b: 1, fields: .joined),
        ][number % 4]
      for count in [1, 3, 10, 100] {
        try expectSameHits(searcher, query, options, top: count)
      }
      found += try searcher.ranker.rank(query, top: 100, options: options).count
    }
    #expect(found > 1500)
  }

  @Test("finds for a phrase that stands for a word what holds all of its words")
  func phrases() throws {
    let collection = Self.collections[3]
    let searcher = try searcher(collection.make())
    var random = SplitMix64(seed: 9)
    func found(_ words: [String]) throws -> Set<PassageID> {
      var query = searcher.query("zobo", language: .english)
      let member = SynonymSet.Member(
        words: words.map { WordForms(surface: $0, stem: $0) }, weight: 1)
      query.concepts[.english] = [SynonymSet(range: 0..<1, members: [member])]
      let hits = try searcher.ranker.rank(
        query, top: 10_000, options: SearchOptions(weighting: .bm25, fields: .joined))
      return Set(hits.map(\.id))
    }
    var common = 0
    for _ in 0..<30 {
      let words = (0..<2 + random.below(2)).map { _ in collection.word(&random) }
      let holders = try words.map { try found([$0]) }
      let both = holders.dropFirst().reduce(holders[0]) { $0.intersection($1) }
      #expect(try found(words) == both)
      common += both.count
    }
    #expect(common > 1000)
  }

  @Test("keeps the order of the index among equal scores, over segments of several languages")
  func equalScores() throws {
    let same = (0..<30).map { document("a\($0)", ["zobo zodo"]) }
    let other = (0..<30).map { document("b\($0)", ["zobo zodo"], language: .indonesian) }
    let more = (0..<30).map { document("c\($0)", ["zobo zodo"]) }
    let index = try IndexReader(
      segments: segments(of: same) + segments(of: other) + segments(of: more))
    let searcher = Searcher(index)
    for language in [Language.english, .indonesian] {
      let query = searcher.query("zobo zodo", language: language)
      for count in [1, 3, 40, 65, 100] {
        try expectSameHits(searcher, query, SearchOptions(), top: count)
      }
    }
    let query = searcher.query("zobo", language: .english)
    let hits = try searcher.ranker.rank(query, top: 75, options: SearchOptions()).map(\.id)
    let english = hits.filter { $0.segment != 1 }
    let expected = [0, 2].flatMap { segment in
      (0..<30).map { PassageID(segment: segment, passage: $0) }
    }
    #expect(english.count >= 45 && english == Array(expected.prefix(english.count)))
  }

  @Test("takes any number of hits and any weight", arguments: [1, 1000, Int.max])
  func extremes(count: Int) throws {
    let searcher = try searcher("zobo", "zobo zodo", "zodo")
    let query = searcher.query(
      Array(repeating: "zobo", count: 30_000).joined(separator: " "), language: .english)
    for k1 in [0, 1, 1e300] {
      let options = SearchOptions(k1: k1)
      try expectSameHits(searcher, query, options, top: count)
      #expect(try searcher.ranker.rank(query, top: count, options: options).count <= 2)
    }
    #expect(try searcher.ranker.rank(query, top: 0, options: SearchOptions()).isEmpty)
  }

  @Test(
    "saturation never falls with frequency and never rises with length, so that bounds hold",
    arguments: [(0, 1), (1, 0.6), (1.2, 0.75), (3, 0), (0.01, 1)])
  func saturationIsMonotonic(k1: Double, b: Double) {
    for mean in [1, 83.3] {
      let table = SaturationTable(k1: k1, b: b, meanLength: mean)
      for code in stride(from: UInt8.min, to: .max, by: 3) {
        var previous: UInt16 = 0
        for frequency in 1...256 {
          let value = table.saturation(frequency: frequency, lengthCode: code)
          let longer = table.saturation(frequency: frequency, lengthCode: max(code, 3) - 3)
          if value < previous || longer < value {
            Issue.record("frequency \(frequency), length code \(code)")
            return
          }
          previous = value
        }
      }
    }
  }
}
