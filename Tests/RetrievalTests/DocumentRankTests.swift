import Corpus
import Model
import Testing
import TextAnalysis

@testable import Retrieval

@Suite("Where a document stands") struct DocumentRankTests {
  private let library: Searcher

  init() throws {
    library = try searcher([
      document("notes/bank", ["The central bank raised its rates.", "Rates of the bank fell."]),
      document("notes/river", ["The bank of the river.", "The river rises in spring."]),
      document("old/river", ["Rain."], language: .indonesian),
    ])
  }

  private func rank(_ id: String, _ question: String) throws -> DocumentRank? {
    try library.rank(ofDocument: id, for: library.query(question, language: .english))
  }

  @Test("its best passage counts, next to the first of all")
  func ranks() throws {
    let rank = try #require(try rank("notes/river", "Which central bank raised rates?"))
    let order = try library.search(
      library.query("Which central bank raised rates?", language: .english), top: 10)
    let place = try #require(rank.rank)
    #expect(order[place - 1].passage == rank.passage)
    #expect(order[place - 1].score == rank.score)
    #expect(rank.ranked == order.count)
    #expect(rank.passage.text == "The bank of the river.")
    #expect(rank.first?.passage == order.first)
    #expect(rank.explanation.parts.contains { $0.word == "bank" && $0.contribution > 0 })
    #expect(rank.explanation.parts.allSatisfy { $0.word != "rates" || $0.contribution == 0 })
  }

  @Test("one without any word of the question has no rank")
  func withoutWords() throws {
    let rank = try #require(try rank("old/river", "Which central bank raised rates?"))
    #expect(rank.rank == nil && rank.score == 0 && !rank.isRuledOut)
    #expect(rank.first != nil)
  }

  @Test("one that the question's own marks keep out is known for it")
  func ruledOut() throws {
    let rank = try #require(try rank("notes/river", "bank -river"))
    #expect(rank.rank == nil && rank.isRuledOut)
    #expect(try #require(try self.rank("notes/bank", "bank -river")).isRuledOut == false)
  }

  @Test("what the index does not hold stands nowhere")
  func unknown() throws {
    #expect(try rank("notes/lake", "bank") == nil)
  }

  @Test(
    "a document goes by its id or by the end of it",
    arguments: [
      ("notes/bank", ["notes/bank"]), ("bank", ["notes/bank"]),
      ("river", ["notes/river", "old/river"]), ("ank", []), ("notes", []),
    ])
  func names(name: String, ids: [String]) throws {
    #expect(try library.documents(named: name) == ids)
  }
}
