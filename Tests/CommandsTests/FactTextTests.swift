import Answering
import Library
import Retrieval
import Testing
import TextAnalysis

@testable import Commands

struct FactTextTests {
  @Test("a table is as wide as its window", arguments: [40, 60, 80, 120])
  func fits(width: Int) throws {
    let reader = try Library(.builtIn).makeReader(AskOptions())
    let table = try reader.facts(.quantities, about: "AI").table
    let text = FactText(typesetter: Typesetter(width: width, isColored: false))
      .text(table, states: table.citations.map { _ in nil })
    #expect(table.facts.count > 3)
    for line in text.split(separator: "\n") {
      #expect(DisplayWidth.columns(of: String(line)) <= width)
    }
  }
}
