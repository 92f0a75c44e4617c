import Corpus
import Model
import Testing
import TextAnalysis

@testable import Retrieval

@Suite struct RescoringTests {
  /// Returns the ids of the documents as ranked, and of those that were read, if `bonus` returns
  /// the increase of each score as a share.
  private func ranking(
    _ searcher: Searcher, _ question: String, depth: Int = 10, reach: Double = .infinity,
    bonus: @escaping (String) -> Double
  ) throws -> (ranked: [String], read: [String]) {
    var read: [String] = []
    let stage = Rescoring(depth: depth, reach: reach) { ranked, unit, _ in
      read.append(ranked.passage.document.id)
      return ranked.score + unit * bonus(ranked.passage.document.id)
    }
    let query = searcher.query(question, language: .english)
    let ranked = try searcher.search(query, top: 10, rescoring: stage).map(\.passage.document.id)
    let retrieved = try searcher.retrieve(query, top: 10, rescoring: stage).map(\.id)
    #expect(ranked == retrieved)
    #expect(Array(read.prefix(read.count / 2)) == Array(read.suffix(read.count / 2)))
    return (ranked, Array(read.prefix(read.count / 2)))
  }

  private static let texts = [
    "A harbour.", "A harbour and a wall.", "A harbour and a wall and a crane and a ship.",
    "A harbour and a wall and a crane and a ship and a mayor and a minister.",
  ]

  private func index(_ documents: [Document]) throws -> Searcher { try searcher(documents) }

  private func harbours() throws -> Searcher {
    try index(Self.texts.enumerated().map { document("\($0)", [$1]) })
  }

  @Test("what a text is worth decides among the passages that are read, and only there")
  func order() throws {
    let last = { (id: String) in id == "3" ? 1.0 : id == "1" ? 0.5 : 0 }
    #expect(try ranking(harbours(), "harbour", bonus: last).ranked == ["3", "1", "0", "2"])
    let (ranked, read) = try ranking(harbours(), "harbour", depth: 2, bonus: last)
    #expect(ranked == ["1", "0", "2", "3"])
    #expect(read == ["0", "1"])
  }

  @Test("reading ends where the next passage would not come to the front")
  func reach() throws {
    let first = { (id: String) in id == "0" ? 0.5 : 0 }
    #expect(try ranking(harbours(), "harbour", reach: 0.4, bonus: first).read == ["0"])
    #expect(try ranking(harbours(), "harbour", reach: 5, bonus: first).read.count == 4)
    let second = { (id: String) in id == "1" ? 0.9 : 0 }
    let (ranked, read) = try ranking(harbours(), "harbour", reach: 1, bonus: second)
    #expect(ranked.first == "1")
    #expect(read.starts(with: ["0", "1"]) && read.count < 4)
  }

  @Test("more is expected of a passage with a greater share, to exceed the best score so far")
  func share() throws {
    let searcher = try harbours()
    let query = searcher.query("harbour", language: .english)
    func leads(_ reach: Double, _ reachOfShare: Double) throws -> [Double] {
      var leads: [Double] = []
      let stage = Rescoring(depth: 4, reach: reach, reachOfShare: reachOfShare) {
        ranked, unit, lead in
        leads.append(lead)
        return ranked.score + unit
      }
      _ = try searcher.search(query, top: 4, rescoring: stage)
      return leads
    }
    #expect(try leads(0.9, 0).count == 1)
    #expect(try leads(0, 1).count == 1)
    #expect(try leads(0, 5).count > 1)
    let bounded = try leads(9, 0)
    #expect(bounded.count == 4 && bounded[0] == -.infinity)
    #expect(bounded[1] > 0 && bounded[3] == bounded[1])
    #expect(try leads(.infinity, 0) == Array(repeating: -.infinity, count: 4))
  }

  @Test(
    "passages are read until they are enough, but at least as many as the second stage reads",
    arguments: [(1, 2), (2, 2), (3, 3), (9, 4)])
  func enough(wanted: Int, expected: Int) throws {
    let searcher = try harbours()
    let query = searcher.query("harbour", language: .english)
    let stage = Rescoring(depth: 2) { ranked, unit, _ in
      ranked.score + (ranked.passage.document.id == "1" ? unit : 0)
    }
    let all = try searcher.search(query, top: 10, rescoring: stage)
    let some = try searcher.search(query, top: 10, rescoring: stage) { $0.count >= wanted }
    #expect(all.map(\.passage.document.id) == ["1", "0", "2", "3"])
    #expect(some == Array(all.prefix(expected)))
  }

  @Test("beside passages in the question's language, a text in another counts less")
  func languages() throws {
    let english = document("en", ["The harbour of Batang."])
    let indonesian = document("id", ["Pelabuhan Batang."], language: .indonesian)
    func units(_ searcher: Searcher) throws -> [String: Double] {
      var units: [String: Double] = [:]
      var best: Double?
      let stage = Rescoring(depth: 5) { ranked, unit, _ in
        best = best ?? ranked.score
        units[ranked.passage.document.id] = unit / (best ?? 1)
        return ranked.score
      }
      let query = searcher.query("Batang", language: .english)
      _ = try searcher.search(query, top: 5, rescoring: stage)
      return units
    }
    let mixed = try units(index([english, indonesian]))
    #expect(mixed == ["en": 1, "id": LanguageRanking.otherLanguageShare])
    #expect(try units(index([indonesian])) == ["id": 1])
  }
}
