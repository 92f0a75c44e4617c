import Model
import Retrieval
import Testing
import TextAnalysis

@testable import Answering

@Suite struct FactTests {
  private func table(
    _ kind: FactKind, _ topic: String, _ passages: [StoredPassage], language: Language = .english
  ) -> FactTable {
    let answerer = Answerer(statistics: EvenStatistics())
    return answerer.facts(
      kind, about: answerer.analyze(query(topic, language)),
      from: passages.map { RankedPassage(passage: $0, score: 1) })
  }

  /// Returns the values of each fact as written; several in one sentence are joined.
  private func values(_ table: FactTable) -> [String] {
    table.facts.map { fact in
      fact.mentions.map { cut(table.citations[fact.citation].snippet, $0) }
        .joined(separator: ", ")
    }
  }

  @Test("dates are sorted by the calendar, those of no stated year last")
  func sortsDates() {
    let harbour = passage(
      """
      The harbour burnt on 3 May. The harbour was dredged on 12 March 1931. The harbour grew in \
      the 19th century. The harbour was opened in 1931. The harbour was closed on 2 March 1931. \
      A harbour stood there in 500 BC. The harbour was rebuilt between 1640 and 1652. The harbour \
      is quiet on Sunday.
      """)
    #expect(
      values(table(.dates, "harbour", [harbour])) == [
        "500 BC", "1640, 1652", "19th century", "1931", "2 March 1931", "12 March 1931", "3 May",
      ])
  }

  @Test("amounts are grouped by unit and sorted within, a sentence once in each group")
  func groupsAmounts() {
    let harbour = passage(
      """
      The harbour has 400 boats. The harbour cost US$3 million, and 20 percent came from the town. \
      The harbour quay is 900 km long. The harbour gate cost US$500. The harbour took five years. \
      The third harbour is new. The harbour has room for two. The harbour shop sold 5% and 4% less. \
      The harbour is 35 km away. The harbour rail cost Rp1,000.
      """)
    let table = table(.quantities, "harbour", [harbour])
    #expect(
      values(table) == [
        "Rp1,000", "US$500", "US$3 million", "5%, 4%", "20 percent", "five years", "35 km",
        "900 km", "400",
      ])
    #expect(
      table.facts.map(\.group) == [
        .money("Rp"), .money("US$"), .money("US$"), .percentage, .percentage, .duration,
        .measure("km"), .measure("km"), .number,
      ])
    // The cost and the share are in the same sentence.
    #expect(table.facts[2].citation == table.facts[4].citation)
  }

  @Test("citations are numbered as the table names them, and cite the source's own bytes")
  func numbersCitations() {
    let text = "The mill closed in 1950. The mill opened in 1870."
    let table = table(.dates, "mill", [passage(text, byteOffset: 100)])
    #expect(table.citations.map(\.rank) == [1, 2])
    #expect(
      table.citations.map(\.snippet) == ["The mill opened in 1870.", "The mill closed in 1950."])
    #expect(table.citations.map(\.bytes) == [125..<149, 100..<124])
  }

  @Test(
    "a sentence counts where it has a word of the topic, and with its title half of it",
    arguments: [
      ("Skagen harbour", "Skagen grew in 1907.", true),
      ("Skagen harbour", "It grew in 1907.", false),
      ("Skagen harbour fishing boats union", "The union met in 1907.", false),
      ("the", "The union met in 1907.", false),
    ])
  func keepsToTopic(topic: String, text: String, isListed: Bool) {
    #expect(table(.dates, topic, [passage(text)]).facts.isEmpty != isListed)
  }

  @Test("what several documents share is listed once; boilerplate never is")
  func listsOnce() {
    let text = "The mill opened in 1870."
    let passages = [
      passage(text), passage(text, document: "b.txt"),
      passage("Mill site, 2024.", role: .boilerplate),
    ]
    #expect(values(table(.dates, "mill", passages)) == ["1870"])
  }

  @Test("a unit is one group however it is spelt, by its most frequent name")
  func joinsSpellings() {
    let harbour = passage(
      """
      The harbour is 4 km long. The harbour wall is 5 kilometers long. The harbour road has 6 km. \
      The harbour cost 7 per cent more. The harbour cost 8% less. The harbour fee is Rp1,000. \
      The harbour tax is 2,000 rupiah. The harbour toll is Rp3,000.
      """)
    let groups = table(.quantities, "harbour", [harbour]).facts.map(\.group)
    #expect(
      groups == [
        .money("Rp"), .money("Rp"), .money("Rp"), .percentage, .percentage, .measure("km"),
        .measure("km"), .measure("km"),
      ])
  }

  @Test(
    "the time of day and a place in an order count nothing",
    arguments: [
      ("Inflasi diumumkan pukul 08.46 WIB.", []), ("Inflasi diumumkan 19.00 WIB.", []),
      ("Inflation came at 8:46 am.", []), ("Inflation came at 10.30 p.m. on Monday.", []),
      ("Inflasi kota ke 37 dicatat.", ["37"]),
      ("Kota ke 37 yang mencatat inflasi adalah Palu.", []),
      ("Inflasi naik dari 20 ke 37.", ["20, 37"]), ("Inflasi di urutan ke 12.", []),
    ])
  func leavesOut(text: String, expected: [String]) {
    let passage = passage(text)
    #expect(values(table(.quantities, "inflasi inflation", [passage])) == expected)
  }
}
