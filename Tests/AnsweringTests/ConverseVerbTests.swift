import Model
import Testing

@testable import Answering

@Suite("Verbs that tell one event from its other side") struct ConverseVerbTests {
  @Test(
    "English",
    arguments: [
      ("Who bought the forge?", "Ada Finch sold the forge to Colm Reid in 1904.", "Colm Reid"),
      ("Who sold the forge?", "Colm Reid bought the forge from Ada Finch.", "Ada Finch"),
      ("Who taught Ada Finch the lute?", "Ada Finch learned the lute from Nora Hill.", "Nora Hill"),
      ("Who won the final?", "In the final Ada Finch beat Colm Reid.", "Ada Finch"),
      ("Who lost the final?", "In the final Ada Finch beat Colm Reid.", "Colm Reid"),
      ("Who won the final?", "In the final Colm Reid was beaten by Ada Finch.", "Ada Finch"),
    ])
  func english(question: String, text: String, expected: String) {
    #expect(ask(question, [passage(text)]).text == expected)
  }

  @Test(
    "Indonesian",
    arguments: [
      (
        "Siapa yang membeli sawah itu?", "Pak Darto menjual sawah itu kepada Slamet Riyadi.",
        "Slamet Riyadi"
      ),
      (
        "Siapa yang menang di final?", "Di final, Regu Elang mengalahkan Regu Merpati.",
        "Regu Elang"
      ),
      (
        "Siapa yang kalah di final?", "Di final, Regu Elang mengalahkan Regu Merpati.",
        "Regu Merpati"
      ),
    ])
  func indonesian(question: String, text: String, expected: String) {
    let text = passage(text, language: .indonesian)
    #expect(ask(question, [text], language: .indonesian).text == expected)
  }

  @Test("the verb of the question itself keeps its sides")
  func same() {
    #expect(
      ask("Who sold the forge?", [passage("Ada Finch sold the forge to Colm Reid.")]).text
        == "Ada Finch")
  }
}
