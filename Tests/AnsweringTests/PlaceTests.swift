import Model
import Testing

@testable import Answering

@Suite("Places") struct PlaceTests {
  @Test(
    "a place needs no name",
    arguments: [
      (
        "Where is paraffin sold?", "The office opens at nine. Paraffin is sold at the north jetty.",
        "the north jetty"
      ),
      ("Where are the oars kept?", "The oars are kept in a shed in winter.", "a shed"),
      ("Where is the code printed?", "Enter the code printed on your ticket.", "your ticket"),
      ("Where does the walk start?", "The walk starts at the mill. It takes an hour.", "the mill"),
    ])
  func common(question: String, text: String, expected: String) {
    #expect(ask(question, [passage(text)]).text == expected)
  }

  @Test(
    "an Indonesian place needs no name",
    arguments: [
      (
        "Di mana ruang baca?", "Kantin tutup pukul 15.00. Ruang baca berada di lantai tiga.",
        "lantai tiga"
      ),
      ("Di mana letak gudang?", "Gudang berada di belakang pasar.", "belakang pasar"),
    ])
  func indonesian(question: String, text: String, expected: String) {
    let text = passage(text, language: .indonesian)
    #expect(ask(question, [text], language: .indonesian).text == expected)
  }

  @Test(
    "a time is no place",
    arguments: ["The mill is closed in the evening.", "The mill is closed on the first day."])
  func time(text: String) {
    #expect(!ask("Where is the mill?", [passage(text)]).isCertain)
  }

  @Test("a preposition may end a sentence")
  func stranded() {
    #expect(!ask("Where is the mill?", [passage("The mill is what they live in")]).isCertain)
  }

  @Test(
    "the direction that the question asks for decides",
    arguments: [
      ("Where did the archive move to?", Language.english, "Malton"),
      ("Where did the archive move from?", .english, "Whitby"),
      ("Ke mana arsip dipindahkan?", .indonesian, "Batusangkar"),
      ("Dari mana arsip dipindahkan?", .indonesian, "Payakumbuh"),
    ])
  func direction(question: String, language: Language, expected: String) {
    let text =
      language == .english
      ? "The archive moved from Whitby to Malton in 2007."
      : "Arsip dipindahkan dari Payakumbuh ke Batusangkar pada 2011."
    let answer = ask(question, [passage(text, language: language)], language: language)
    #expect(answer.text == expected)
  }
}
