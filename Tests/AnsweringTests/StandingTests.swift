import Answering
import Model
import Retrieval
import Testing

@Suite struct StandingTests {
  private static let question = "When was the harbour of Skagen opened?"
  private static let harbour = passage(
    "The harbour of Skagen was opened in 1907 by the mayor.", document: "first")

  private func standing(
    _ document: String, _ passages: [StoredPassage], question: String = question, top: Int = 1
  ) -> DocumentStanding {
    let answerer = Answerer(statistics: EvenStatistics())
    return answerer.standing(
      of: document, for: answerer.analyze(query(question)),
      from: passages.enumerated().map { RankedPassage(passage: $1, score: 10 - Double($0) / 4) },
      top: top)
  }

  @Test("what is cited says so")
  func cited() {
    let standing = standing("first", [Self.harbour])
    #expect(standing.outcome == .cited(1))
    #expect(standing.sentence?.answerText == "1907")
    #expect(standing.type == .date)
  }

  @Test("a sentence that others outdo has its place, its points and those it had to beat")
  func outscored() throws {
    let other = passage("Skagen has a harbour.", document: "other")
    let standing = standing("other", [Self.harbour, other])
    #expect(standing.outcome == .outscored(2))
    let (own, last) = try (
      #require(standing.sentence?.evidence), #require(standing.last?.evidence)
    )
    #expect(own.test == .failed && last.test == .passed)
    #expect(own.score < last.score)
    #expect(standing.sentence?.score == own.score)
  }

  @Test("a document that says the same in the same words is dropped for the one cited")
  func duplicate() {
    let copy = passage(Self.harbour.text, document: "copy")
    #expect(standing("copy", [Self.harbour, copy], top: 3).outcome == .duplicate(1))
  }

  @Test("what stands behind the passages that are read is not read")
  func unread() {
    let others = (0..<15).map { passage("Skagen harbour \($0).", document: "\($0)") }
    #expect(standing("last", others + [passage("Skagen", document: "last")]).outcome == .unread)
    #expect(standing("nowhere", others).outcome == .unread)
  }

  @Test("lines that only state something of their document are not quoted")
  func unquotable() {
    let byline = passage("Written by Skagen Harbour Staff", document: "b", role: .metadata)
    #expect(standing("b", [Self.harbour, byline]).outcome == .unquotable)
  }

  @Test("where nothing is cited, that is why")
  func refused() {
    let standing = standing(
      "first", [Self.harbour], question: "Who painted the ceiling above the opened altar?")
    #expect(standing.outcome == .refused)
  }
}
