import Model
import Testing
import TextAnalysis

@testable import Answering

@Suite("The event that a date belongs to") struct EventTests {
  @Test(
    "the date of something else is not shown as sure",
    arguments: [
      (
        "When was the Marsh Ballad written?",
        "The Marsh Ballad is a poem by the 17th-century poet Ola Moe."
      ),
      ("When was Kiln Song performed?", "Kiln Song, based on a 1973 film, was performed in Vik."),
      (
        "When did Ola Moe join the guild?",
        "Ola Moe (1852–1904) joined the guild of Vik as a young man."
      ),
      ("When did Radio Vik first air?", "Until 1960, Radio Vik was the last station to air plays."),
      ("When does the library open?", "The library opened in 1931."),
      ("When did Ola Moe die?", "Ola Moe was born on 3 May 1911 in Vik."),
      ("When was Liu Moe born?", "Liu Moe (161 – 10 June 223) was a smith."),
      ("When was Ola Moe born?", "The guild in which Ola Moe was a smith was founded in 1969."),
      ("When was the first Vik Fair held?", "The third Vik Fair was held on 4 June 1933."),
    ])
  func other(question: String, text: String) {
    #expect(ask(question, [passage(text)]).isCertain != true, "\(text)")
  }

  @Test(
    "Indonesian dates of something else",
    arguments: [
      ("Kapan Ola Moe meninggal?", "Ola Moe lahir pada 3 Mei 1911 di Vik."),
      ("Kapan Ola Moe lahir?", "Paguyuban itu didirikan pada 4 September 1948 oleh Ola Moe."),
      ("Kapan nelayan Vik berlayar?", "Sebelum tahun 1885, sedikit nelayan Vik berlayar."),
    ])
  func indonesian(question: String, text: String) {
    let answer = ask(question, [passage(text, language: .indonesian)], language: .indonesian)
    #expect(answer.isCertain != true, "\(text)")
  }

  @Test(
    "amounts of something else are not shown as sure",
    arguments: [
      ("How old is Ola Moe?", "Five minutes after the fire, Ola Moe, old and tired, sat down."),
      ("How long is the season of Vik?", "The season of Vik has many one-day games."),
    ])
  func amounts(question: String, text: String) {
    #expect(ask(question, [passage(text)]).isCertain != true, "\(text)")
  }

  @Test(
    "the date of what is asked is shown",
    arguments: [
      (
        "When was the Marsh Ballad written?", "The Marsh Ballad was written in 1667 by Ola Moe.",
        "1667"
      ),
      ("When was Ola Moe born?", "Ola Moe (1852–1904) was a smith in Vik.", "1852"),
      ("When did Ola Moe die?", "Ola Moe (1852–1904) was a smith in Vik.", "1904"),
      ("When was the Siege of Vik?", "The Siege of Vik (1412) ended the feud.", "1412"),
      (
        "When was the series Kiln Song aired?",
        "The series Kiln Song aired from 3 May 1994 to 2 April 2009.", "3 May 1994"
      ),
    ])
  func own(question: String, text: String, expected: String) {
    let answer = ask(question, [passage(text)])
    #expect(answer.text == expected)
    #expect(answer.isCertain == true)
  }
}
