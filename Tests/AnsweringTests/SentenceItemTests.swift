import Model
import Testing
import TextAnalysis

@testable import Answering

@Suite("Items of a sentence and negation") struct SentenceItemTests {
  @Test(
    "the value of the item that holds the words asked for is given",
    arguments: [
      (
        "When did the guild build a forge?",
        "The guild built a kiln in 1911, a second kiln in 1923 and a forge in 1931.", "1931"
      ),
      (
        "When did the guild build a second kiln?",
        "The guild built a kiln in 1911, a second kiln in 1923 and a forge in 1931.", "1923"
      ),
      ("How wide is the quay?", "The quay is 90 metres long and 7 metres wide.", "7 metres"),
      (
        "How deep is the shaft?", "The shaft has a width of 6 metres and a depth of 80 metres.",
        "80 metres"
      ),
      (
        "How many otters were sick?",
        "Of the 24 otters 9 swam, 11 slept and 4 were sick.", "4"
      ),
      ("How many goats drowned?", "Two horses and eleven goats drowned.", "eleven"),
      (
        "How many tons were mined in 1960?",
        "Output fell from 820 tons in 1960 to 310 tons in 1990.", "820 tons"
      ),
    ])
  func items(question: String, text: String, expected: String) {
    #expect(ask(question, [passage(text)]).text == expected)
  }

  @Test(
    "Indonesian items",
    arguments: [
      (
        "Berapa lebar jembatan itu?", "Jembatan itu panjangnya 90 meter dan lebarnya 7 meter.",
        "7 meter"
      ),
      (
        "Berapa tiket kapal untuk becak?", "Tiket kapal untuk orang Rp4.000, becak Rp9.000.",
        "Rp9.000"
      ),
      (
        "Berapa lamaran yang masuk?", "Dari 75 lamaran yang masuk, 8 lamaran diterima.", "75"
      ),
    ])
  func indonesianItems(question: String, text: String, expected: String) {
    let answer = ask(question, [passage(text, language: .indonesian)], language: .indonesian)
    #expect(answer.text == expected)
  }

  @Test(
    "what is negated is not shown",
    arguments: [
      ("How many cows were hurt?", "None of the cows was hurt, but nine hens died.", "nine"),
      ("Who is the warden of Brakk?", "Una Lie is no longer the warden of Brakk.", "Una Lie"),
      (
        "Who built the Tind weir?", "The Tind weir was built not by Odd Moen but by Pia Rask.",
        "Odd Moen"
      ),
    ])
  func negated(question: String, text: String, wrong: String) {
    let answer = ask(question, [passage(text)])
    #expect(!(answer.isCertain && answer.text == wrong))
  }

  @Test("a list of places is given whole")
  func places() {
    let text = passage("The packet calls at Brakk, Tind and Havn.")
    #expect(ask("Where does the packet call?", [text]).text == "Brakk, Tind and Havn")
  }

  @Test(
    "nothing is certain from a sentence that asks",
    arguments: [
      ("Who carved the door?", "Did Ina Falk carve the door? Nobody can tell."),
      ("When was the shaft sunk?", "Was the shaft sunk in 1866? No letter says so."),
    ])
  func question(question: String, text: String) {
    #expect(!ask(question, [passage(text)]).isCertain)
  }

  @Test(
    "enumerations are given whole to questions about several",
    arguments: [
      (
        "Which languages do the nurses speak?", "The nurses speak Sami, Finnish and Dutch.",
        "Sami, Finnish and Dutch"
      ),
      (
        "Which crops does the farm grow?", "The farm grows rye, oats and flax.",
        "rye, oats and flax"
      ),
    ])
  func enumeration(question: String, text: String, expected: String) {
    #expect(ask(question, [passage(text)]).text == expected)
  }

  @Test(
    "a thing is defined by a copula or an apposition",
    arguments: [
      ("What is brelk?", "Brelk, a broth of barley, is drunk at Easter.", "a broth of barley"),
      ("What is a skarn?", "A skarn is a wooden sledge.", "a wooden sledge"),
      ("Who is Ane Roth?", "The glazier Ane Roth mended the window.", "glazier"),
    ])
  func definition(question: String, text: String, expected: String) {
    #expect(ask(question, [passage(text)]).text == expected)
  }
}
