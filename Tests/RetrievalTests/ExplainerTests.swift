import Model
import Testing
import TextAnalysis

@testable import Retrieval

@Suite("Explainer") struct ExplainerTests {
  private let library: Searcher

  init() throws {
    library = try searcher([
      document("bank", ["The central bank raised rates.", "Rates fell.", "It rained."]),
      document("kota", ["Bank sentral menaikkan suku bunga."], language: .indonesian),
    ])
  }

  private func passages(_ question: String) throws -> [StoredPassage] {
    try library.search(library.query(question, language: .english), top: 10).map(\.passage)
  }

  @Test("one explainer serves passages of every language, as one made for each does")
  func languages() throws {
    let query = library.query("bank rates", language: .english)
    let explainer = library.explainer(of: query)
    let found = try passages("bank rates")
    #expect(Set(found.map(\.language)) == [.english, .indonesian])
    for passage in found + found {
      let explanation = try #require(try explainer.explanation(of: passage))
      #expect(explanation.language == passage.language && explanation.score > 0)
      #expect(try library.explain(query, passage) == explanation)
    }
  }

  @Test("a passage made from a found one is the one that begins where it does")
  func derived() throws {
    let found = try passages("bank rates")
    let line = try #require(found.first { $0.text == "The central bank raised rates." })
    let second = try #require(found.first { $0.text == "Rates fell." })
    let explainer = library.explainer(of: library.query("rates fell", language: .english))
    let expected = try #require(try explainer.explanation(of: second))
    func rates(at byteOffset: Int) -> StoredPassage {
      StoredPassage(
        text: "Rates", byteOffset: byteOffset, language: line.language, document: line.document,
        id: line.id)
    }
    #expect(try explainer.explanation(of: rates(at: second.byteOffset)) == expected)
    #expect(try explainer.explanation(of: rates(at: second.byteOffset + 1)) == nil)
  }

  @Test("nothing is explained without a word of the query, or without the passage")
  func nothing() throws {
    let rain = try #require(try passages("rained").first)
    let explainer = library.explainer(of: library.query("bank", language: .english))
    #expect(try explainer.explanation(of: rain) == nil)
    let other = try searcher([document("other", ["The central bank."])])
    let query = other.query("bank", language: .english)
    for passage in try passages("bank") {
      #expect(try other.explain(query, passage) == nil)
    }
    let byHand = StoredPassage(
      text: rain.text, byteOffset: rain.byteOffset, language: rain.language,
      document: rain.document)
    #expect(try library.explain(library.query("rained", language: .english), byHand) == nil)
  }

  @Test("a related stem finds passages without the question's words, behind those with them")
  func related() throws {
    var query = library.query("lender rates", language: .english)
    let plain = try library.search(query, top: 10).map(\.passage.text)
    #expect(plain == ["Rates fell.", "The central bank raised rates."])
    query.related = [RelatedStem(stem: "bank", weight: 0.4, term: 0)]
    let ranked = try library.search(query, top: 10)
    #expect(ranked.map(\.passage.text) == ["The central bank raised rates.", "Rates fell."])
    let explanation = try #require(try library.explain(query, ranked[0].passage))
    let part = try #require(explanation.parts.first { $0.term == "bank" })
    #expect(part.word == "lender" && part.share == 0.4 && part.contribution > 0)
    #expect(abs(explanation.score - ranked[0].score) < 0.001)
    let other = try #require(try library.explain(query, ranked[1].passage))
    #expect(!other.parts.contains { $0.term == "bank" })
    query = library.query("snow", language: .english)
    query.related = [
      RelatedStem(stem: "rain", weight: 0.4, term: 0),
      RelatedStem(stem: "hail", weight: 0.4, term: 0),
    ]
    let found = try library.search(query, top: 10)
    #expect(found.map(\.passage.text) == ["It rained."])
    #expect(try library.explain(query, found[0].passage)?.parts.map(\.term) == ["rain"])
  }
}
