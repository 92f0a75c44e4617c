import Model
import Testing

@testable import Answering

@Suite("What an amount measures") struct MeasureTests {
  @Test(
    "the unit of an amount stands for the measure that the question names",
    arguments: [
      (
        "What temperature does the second firing reach?",
        "The first firing lasts 11 hours. The second firing reaches 1,240 °C.", "1,240 °C"
      ),
      ("How old is Nell Drury?", "Nell Drury, 34, won ahead of Kirsty Boyd (29).", "34"),
      ("How old is Kirsty Boyd?", "Nell Drury, 34, won ahead of Kirsty Boyd (29).", "29"),
      ("How high is the fine?", "Drivers pay a fine of 350 euros.", "350 euros"),
      ("How long does the walk take?", "The walk is 4 km long and takes 3 hours.", "3 hours"),
      ("When does the exhibition open?", "The exhibition is open from 4 May to 9 June.", "4 May"),
    ])
  func unit(question: String, text: String, expected: String) {
    let answer = ask(question, [passage(text)])
    #expect(answer.verdict == .answered)
    #expect(answer.text == expected)
  }

  @Test("a distance or a depth is no width")
  func otherLength() {
    let text = "The lake is 14 metres deep and lies 3 km from the village. It freezes in winter."
    #expect(!ask("How wide is the lake?", [passage(text)]).isCertain)
  }

  @Test("a price may be asked for without the word", arguments: ["Berapa tiket masuk untuk anak?"])
  func price(question: String) {
    let text = passage(
      "Tiket masuk Rp15.000 untuk dewasa dan Rp5.000 untuk anak.", language: .indonesian)
    #expect(ask(question, [text], language: .indonesian).text == "Rp5.000")
  }

  @Test(
    "words are shown if one sentence holds all that is asked",
    arguments: [
      ("Where are the fossils kept?", "The fossils are kept in the Dorman Museum.", true),
      ("Where are the coins kept?", "The fossils are kept in the Dorman Museum.", false),
    ])
  func whole(question: String, text: String, isShown: Bool) {
    let answer = ask(question, [passage("The cave is far. \(text) The hostel is beside the weir.")])
    #expect((answer.headline == "Dorman Museum") == isShown)
  }
}
