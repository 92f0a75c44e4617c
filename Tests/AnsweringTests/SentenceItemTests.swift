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

  @Test(
    "in a bracket, the date and place before the dash are those of the birth",
    arguments: [
      ("When was Ane Roth born?", "4 May 1866"), ("When did Ane Roth die?", "9 June 1931"),
      ("Where did Ane Roth die?", "Brakk"),
    ])
  func life(question: String, expected: String) {
    let text = passage("Ane Roth (4 May 1866 in Tarn – 9 June 1931 in Brakk) was a glazier.")
    #expect(ask(question, [text]).text == expected)
  }

  @Test("the years in a bracket after a name are not those of what the person did")
  func lifeOfOther() {
    let text = passage(
      "The kiln museum, set up by the potter Ove Lind (1815–1869), was opened in 1874.")
    #expect(ask("When was the kiln museum opened?", [text]).text == "1874")
  }

  @Test(
    "what did not happen is not certain",
    arguments: [
      ("When did the funicular open?", "The funicular was to have opened in 2011 but did not."),
      ("How many divers drowned?", "No divers drowned, but four were ill."),
    ])
  func revoked(question: String, text: String) {
    #expect(!ask(question, [passage(text)]).isCertain)
  }

  @Test("a number after a name is part of it")
  func numberOfName() {
    let text = passage("The file server runs Fedora 41.2 with 96 GB of memory.")
    #expect(ask("How much memory does the file server have?", [text]).text == "96 GB")
  }

  @Test("Indonesian measures are told apart in all their forms")
  func measures() {
    let text = passage(
      "Kolam itu setinggi 3 meter, selebar 7 meter, dan dalamnya 2 meter.", language: .indonesian)
    for (question, expected) in [
      ("Berapa lebar kolam itu?", "7 meter"), ("Seberapa dalam kolam itu?", "2 meter"),
    ] {
      #expect(ask(question, [text], language: .indonesian).text == expected)
    }
  }

  @Test(
    "a verb may explain a short form",
    arguments: [("Apa kepanjangan KBT?", "Singkatan KBT berarti Kelompok Batik Tarum.")])
  func acronym(question: String, text: String) {
    let answer = ask(question, [passage(text, language: .indonesian)], language: .indonesian)
    #expect(answer.text == "Kelompok Batik Tarum")
  }
}
