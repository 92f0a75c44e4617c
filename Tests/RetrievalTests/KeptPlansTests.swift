import Model
import TestSupport
import Testing
import TextAnalysis

@testable import Retrieval

@Suite("What is kept from question to question") struct KeptPlansTests {
  private static let english = RandomCollection(
    seed: 11, documents: 120, passages: 3, words: 12, vocabulary: 60, skew: 2)
  private static let indonesian = RandomCollection(
    seed: 12, documents: 60, passages: 2, words: 12, vocabulary: 40, skew: 2)

  /// An index of two languages, with two segments in one of them.
  private func index() throws -> IndexReader {
    let more = RandomCollection(
      seed: 13, documents: 30, passages: 2, words: 12, vocabulary: 90, skew: 2)
    return try IndexReader(
      segments: segments(of: Self.english.make())
        + segments(of: Self.indonesian.make(language: .indonesian, prefix: "b"))
        + segments(of: more.make(prefix: "c")))
  }

  /// Returns a question of few words, so that words come again, in the same number and in others.
  private func query(_ searcher: Searcher, _ random: inout SplitMix64) -> Query {
    var words = (0...random.below(3)).map { _ in Self.english.word(&random) }
    for _ in 0..<random.below(3) { words.append(words[0]) }
    let language: Language = random.below(3) == 0 ? .indonesian : .english
    var query = searcher.query(words.joined(separator: " "), language: language)
    func forms() -> [WordForms] {
      (0...random.below(2)).map { _ in
        let word = Self.english.word(&random)
        return WordForms(surface: word, stem: word)
      }
    }
    if random.below(2) == 0 {
      let members = (0...random.below(2)).map { _ in
        SynonymSet.Member(words: forms(), weight: Double(1 + random.below(2)) / 2)
      }
      query.concepts[random.below(2) == 0 ? .english : .indonesian] = [
        SynonymSet(range: 0..<1, members: members)
      ]
    }
    if random.below(3) == 0 {
      query.related = [RelatedStem(stem: Self.english.word(&random), weight: 0.3, term: 0)]
    }
    return query
  }

  @Test("A searcher that has seen other questions finds what a new one finds")
  func earlierQuestionsDoNotMatter() throws {
    let index = try index()
    let searcher = Searcher(index)
    var random = SplitMix64(seed: 14)
    var found = 0
    for number in 0..<200 {
      let query = query(searcher, &random)
      let options =
        [SearchOptions(), SearchOptions(weighting: .bm25), SearchOptions(fields: .joined)][
          number % 3]
      let hits = try searcher.ranker.rank(query, top: 20, options: options)
      let new = try Searcher(index).ranker.rank(query, top: 20, options: options)
      #expect(hits.map(\.id) == new.map(\.id), "\(query.text)")
      #expect(hits.map(\.score) == new.map(\.score), "\(query.text)")
      found += hits.count
    }
    #expect(found > 2000)
  }

  @Test("It does not matter which word of a concept the question contains")
  func orderOfMembers() throws {
    let searcher = try searcher("lead pipe", "led lamps", "led by a leader", "leads and leads")
    func member(_ surface: String, _ stem: String) -> SynonymSet.Member {
      SynonymSet.Member(words: [WordForms(surface: surface, stem: stem)], weight: 1)
    }
    let members = [member("lead", "lead"), member("led", "led"), member("leads", "lead")]
    func hits(_ order: [Int], _ searcher: Searcher) throws -> [Hit] {
      var query = searcher.query("lead", language: .english)
      query.concepts[.english] = [SynonymSet(range: 0..<1, members: order.map { members[$0] })]
      return try searcher.ranker.rank(query, top: 10, options: SearchOptions())
    }
    let expected = try hits([0, 1, 2], searcher)
    #expect(expected.count == 4)
    for order in [[1, 0, 2], [2, 1, 0]] {
      for searcher in [searcher, Searcher(searcher.index)] {
        let found = try hits(order, searcher)
        #expect(found.map(\.id) == expected.map(\.id))
        #expect(found.map(\.score) == expected.map(\.score))
      }
    }
  }

  @Test("A stem that is related to a word counts no more than the word, and only once it was added")
  func relatedStems() throws {
    let searcher = try searcher("zobo zodo", "zodo", "zofo", "zogo")
    var query = searcher.query("zobo", language: .english)
    for (related, expected) in [([], 1), (["zofo"], 2), ([], 1), (["zofo", "zogo"], 3)] {
      query.related = related.map { RelatedStem(stem: $0, weight: 0.5, term: 0) }
      let hits = try searcher.ranker.rank(query, top: 10, options: SearchOptions())
      #expect(hits.count == expected)
      #expect(hits.dropFirst().allSatisfy { $0.score < hits[0].score })
    }
  }
}
