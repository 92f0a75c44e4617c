import Corpus
import Model
import Testing
import TextAnalysis

@testable import Retrieval

@Suite("Two-word phrases") struct PhraseTests {
  private let library: Searcher

  init() throws {
    library = try searcher([
      document("bank", ["The Central Bank of Java. Central bank rates. The central office rose."]),
      document("river", ["The central. Plain water is central to life, central\nbank and all."]),
      document("kota", ["Bank sentral dan bank syariah."], language: .indonesian),
    ])
  }

  @Test(
    "words behind another are those that stand right there, the most frequent first",
    arguments: [
      ("central", "", ["bank", "office"]), ("Central", "o", ["office"]), ("central", "x", []),
      ("bank", "s", ["sentral", "syariah"]), ("the", "", []), ("life", "", []),
      ("", "", []),
    ] as [(String, String, [String])])
  func follows(word: String, prefix: String, expected: [String]) throws {
    #expect(try library.words(after: word, beginningWith: prefix, limit: 10) == expected)
  }

  @Test(
    "a word is held in any of its forms, in any language",
    arguments: [("banks", true), ("syariah", true), ("lakes", false)])
  func holds(word: String, isHeld: Bool) throws {
    let term = try #require(library.query(word, language: .english).terms.first)
    #expect(try library.holds(term) == isHeld)
  }
}
