import Model
import Testing
import TextAnalysis

@testable import Answering

struct FollowUpTests {
  @Test(
    "a question that leans on the one before takes over what it leaves out",
    arguments: [
      (
        "How many talents does Indonesia need?", "and in China?",
        "How many talents does China need?"
      ),
      (
        "How many employees has Bank Mandiri retrained?", "What about Toyota?",
        "How many employees has Toyota retrained?"
      ),
      ("How much is AI worth in Indonesia?", "and in China?", "How much is AI worth in China?"),
      ("How many employees were retrained?", "when?", "when employees retrained?"),
      ("Who leads Bank Mandiri?", "when was it founded?", "when was Bank Mandiri founded?"),
      (
        "Berapa jumlah penduduk Indonesia?", "dan di Tiongkok?",
        "Berapa jumlah penduduk Tiongkok?"
      ),
      (
        "Berapa jumlah talenta digital?", "bagaimana dengan UKM?",
        "Berapa jumlah talenta digital UKM?"
      ),
      ("Di mana kantor Bank Mandiri?", "siapa pendirinya?", "siapa pendirinya Bank Mandiri?"),
    ])
  func takesOver(previous: String, question: String, whole: String) {
    #expect(followUp(question, after: previous)?.question == whole)
  }

  @Test(
    "a question that stands by itself stays as it is",
    arguments: [
      "How many employees were retrained?", "and who opened the event in Jakarta?", "bank",
      "How does Toyota use AI in its factories?", "Who is Nezar Patria?", "China", "",
    ])
  func stays(question: String) {
    #expect(followUp(question, after: "How many talents does Indonesia need?") == nil)
  }

  @Test(
    "he, she and dia are the person whom the answer named",
    arguments: [
      ("where is he from?", "where is Nezar Patria from?"),
      ("dia dari mana?", "Nezar Patria dari mana?"),
      ("when was it founded?", "when was Bank Mandiri founded?"),
    ])
  func namesThePerson(question: String, whole: String) {
    let language: Language = question.hasPrefix("dia") ? .indonesian : .english
    let followUp = FollowUp(
      query(question, language), after: query("Who leads Bank Mandiri?", .english),
      naming: "Nezar Patria")
    #expect(followUp?.question == whole)
  }

  @Test("what has no topic hands none on")
  func handsNothingOn() {
    #expect(followUp("when?", after: "who?") == nil)
  }

  private func followUp(_ question: String, after previous: String) -> FollowUp? {
    let language: Language =
      previous.hasPrefix("Berapa") || previous.hasPrefix("Di ") ? .indonesian : .english
    return FollowUp(query(question, language), after: query(previous, language))
  }
}
