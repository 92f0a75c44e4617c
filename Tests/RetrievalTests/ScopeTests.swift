import Model
import Testing
import TextAnalysis

@testable import Retrieval

@Suite("Scopes") struct ScopeTests {
  /// Returns a searcher of three documents about a harbour, in two languages, and one about coffee.
  private static func wholeSearcher() throws -> Searcher {
    let english = document("both", ["The harbour opened."])
    let indonesian = document("both-id", ["Harbour: pelabuhan dibuka."], language: .indonesian)
    return try searcher([
      english, indonesian, document("harbour", ["A harbour, the harbour."]),
      document("other", ["Coffee grows in Gayo."]),
    ])
  }

  @Test("documents are listed once, in the order of their ids")
  func lists() throws {
    let ids = try Self.wholeSearcher().documents().map(\.id)
    #expect(ids == ["both", "both-id", "harbour", "other"])
  }

  @Test(
    "only what a scope lets in is found, by every weighting",
    arguments: SearchOptions.Weighting.allCases)
  func narrows(weighting: SearchOptions.Weighting) throws {
    let whole = try Self.wholeSearcher()
    let wanted: Set = ["harbour", "other"]
    let scope = try whole.scope { wanted.contains($0.id) }
    #expect(scope.documentCount == 2)
    let narrow = Searcher(whole.index, within: scope)
    let options = SearchOptions(weighting: weighting)
    let query = whole.query("harbour", language: .english)
    let all = try whole.search(query, top: 10, options: options)
    let some = try narrow.search(query, top: 10, options: options)
    #expect(all.count > 1 && some.map(\.passage.document.id) == ["harbour"])
    #expect(try narrow.retrieve(query, top: 10, options: options).map(\.id) == ["harbour"])
  }

  @Test("what is kept by a scope is what a search for more would have left after sifting")
  func keepsOrder() throws {
    let documents = (0..<300).map { number in
      document("\(number)", [String(repeating: "harbour ", count: 1 + number % 7) + "x\(number)"])
    }
    let whole = try searcher(documents)
    let isIn = { (id: String) in (Int(id) ?? 0).isMultiple(of: 11) }
    let narrow = Searcher(whole.index, within: try whole.scope { isIn($0.id) })
    let query = whole.query("harbour", language: .english)
    let sifted = try whole.search(query, top: 300).filter { isIn($0.passage.document.id) }
    #expect(try narrow.search(query, top: 10) == Array(sifted.prefix(10)))
  }

  @Test("exact phrases and excluded words hold within a scope")
  func combines() throws {
    let whole = try searcher("central bank", "the central bank", "bank, central", "a bank")
    let narrow = Searcher(whole.index, within: try whole.scope { ["1", "2", "3"].contains($0.id) })
    func found(_ question: String) throws -> [String] {
      try narrow.search(narrow.query(question, language: .english), top: 9)
        .map(\.passage.document.id)
    }
    #expect(try found("\"central bank\"") == ["1"])
    #expect(try found("bank -central") == ["3"])
  }

  @Test("an empty scope finds nothing")
  func findsNothing() throws {
    let whole = try searcher("harbour")
    let narrow = Searcher(whole.index, within: try whole.scope { _ in false })
    #expect(try narrow.search(whole.query("harbour"), top: 3).isEmpty)
  }
}
