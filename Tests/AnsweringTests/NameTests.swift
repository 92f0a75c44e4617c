import Model
import Testing
import TextAnalysis

@testable import Answering

@Suite("Names and roles") struct NameTests {
  @Test(
    "names keep titles, initials and first names that are words apart",
    arguments: [
      (
        "Who wrote the log of the barge?", "The log of the barge was written by Will Torp.",
        "Will Torp"
      ),
      ("Who painted the barge?", "The barge was painted by Ada Di Nola.", "Ada Di Nola"),
      (
        "Who drew the chart of the reef?", "The chart of the reef was drawn by E. L. Voss.",
        "E. L. Voss"
      ),
      (
        "Who runs the dune clinic?", "The dune clinic is run by Dr. h.c. Lise Brandt-Holm.",
        "Lise Brandt-Holm"
      ),
      ("Who mended the organ?", "Will Torp mended the organ.", "Will Torp"),
      ("Who built the barge?", "Per Holm and Dan Lie built the barge.", "Per Holm and Dan Lie"),
      ("Who collected the tales?", "The tales were collected by Ada di Nola.", "Ada di Nola"),
      ("Who drew the villa?", "The villa was drawn by E. L. van Voss.", "E. L. van Voss"),
      ("Who founded the mission?", "The mission was founded by Fr. Ugo Testa.", "Ugo Testa"),
      ("Where is the bakery?", "The bakery is at 12 St. Olav's Road.", "12 St. Olav's Road"),
    ])
  func english(question: String, text: String, expected: String) {
    #expect(ask(question, [passage(text)]).text == expected)
  }

  @Test(
    "Indonesian titles and addresses",
    arguments: [
      (
        "Siapa kepala museum Sirih?", "Kepala museum Sirih adalah Drs. Wayan Lestari.",
        "Wayan Lestari"
      ),
      (
        "Di mana museum Sirih berada?", "Museum Sirih berada di Jl. Kenanga No. 7.",
        "Jl. Kenanga No. 7"
      ),
      ("Siapa ketua sanggar?", "Ketua sanggar adalah Di Lestari.", "Di Lestari"),
      ("Siapa yang membaca naskah itu?", "Naskah itu dibaca oleh I Gusti Alit.", "I Gusti Alit"),
      ("Siapa pemilik perahu itu?", "Perahu itu milik CV. Sirih Jaya.", "CV. Sirih Jaya"),
      ("Siapa juara kedua?", "Juara kedua Nur Aini Rp7 juta.", "Nur Aini"),
      ("Apa nama gedungnya?", "Gedungnya bernama Graha Sirih.", "Graha Sirih"),
    ])
  func indonesian(question: String, text: String, expected: String) {
    let answer = ask(question, [passage(text, language: .indonesian)], language: .indonesian)
    #expect(answer.text == expected)
  }

  @Test(
    "the role asked for decides between names",
    arguments: [
      (
        "Who is the pilot?",
        "The cook, Ina Falk, woke the pilot, Ove Lind, and the clerk, Pia Rask.", "Ove Lind"
      ),
      (
        "Who was the clerk of the court?", "Seen at the court: Uno Berg (judge), Eli Dahl (clerk).",
        "Eli Dahl"
      ),
      (
        "Who is the steward of the Brakk lodge?",
        "House: Brakk lodge\nSteward: Mona Lie\nOwner: Fell AS", "Mona Lie"
      ),
    ])
  func role(question: String, text: String, expected: String) {
    #expect(ask(question, [passage(text)]).text == expected)
  }

  @Test("who does something and to whom it is done are told apart")
  func voice() {
    let text = passage("Havn bought Tind in 1999 from the county. Tind was founded by Odd Moen.")
    #expect(ask("Who bought Tind?", [text]).text == "Havn")
  }

  @Test("a question about several gets the whole list")
  func list() {
    let text = passage("The wardens of the reef are Lars Bo, Kim Aas and Eva Lunde.")
    #expect(
      ask("Who are the wardens of the reef?", [text]).text == "Lars Bo, Kim Aas and Eva Lunde")
  }

  @Test(
    "people are introduced in several ways",
    arguments: [
      ("Ane Roth (harbour pilot) spoke first.", "harbour pilot"),
      ("The quarry foreman, president Ane Roth, spoke.", "president"),
      ("Ane Roth, a weaver from Brakk, spoke.", "a weaver from Brakk"),
    ])
  func introduction(text: String, expected: String) {
    #expect(ask("Who is Ane Roth?", [passage(text)]).text == expected)
  }
}
