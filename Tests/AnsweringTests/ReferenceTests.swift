import Model
import Retrieval
import Testing

@testable import Answering

@Suite("Sentences about the subject of a sentence before them") struct ReferenceTests {
  private static let botanists = """
    Edda Maric was a botanist. She was born in Senj in 1874. Her brother kept an inn.
    In 1901 she went to Graz. She died on 4 May 1931.
    Tomas Rehl was a botanist. He was born in Linz in 1869. He died on 9 June 1925.
    """

  @Test(
    "a pronoun stands for the name before it, and for no other",
    arguments: [
      ("When did Edda Maric die?", "4 May 1931"), ("When did Tomas Rehl die?", "9 June 1925"),
      ("When was Tomas Rehl born?", "1869"), ("When was Edda Maric born?", "1874"),
    ])
  func pronoun(question: String, expected: String) {
    #expect(ask(question, [passage(Self.botanists)]).text == expected)
  }

  private static let beaches = """
    Pantai Lor dikelola oleh karang taruna. Tiketnya Rp10.000. Pasirnya putih.
    Pantai Kidul dikelola oleh desa. Tiketnya Rp7.500. Ombaknya tinggi.
    """

  @Test(
    "-nya stands for the subject before it",
    arguments: [
      ("Berapa tiket Pantai Lor?", "Rp10.000"), ("Berapa tiket Pantai Kidul?", "Rp7.500"),
    ])
  func possessive(question: String, expected: String) {
    let beaches = passage(Self.beaches, language: .indonesian)
    #expect(ask(question, [beaches], language: .indonesian).text == expected)
  }

  @Test(
    "a sentence about another name does not answer",
    arguments: [
      (
        "Who is the keeper at Nesset?",
        "The lighthouse at Nesset was lit in 1890. The keeper at Skarv is Ola Brun."
      ),
      (
        "Who painted the Hall of Larks?",
        "The Hall of Larks is 40 metres long. The Hall of Doves was painted by Ida Voll."
      ),
      (
        "Who plays the harp in the Tarn Valley Quartet?",
        "The Tarn Valley Quartet was founded by Ewan Hale."
      ),
    ])
  func otherName(question: String, text: String) {
    #expect(!ask(question, [passage(text)]).isCertain)
  }

  @Test("the quotation begins with the sentence that names the subject")
  func quotation() throws {
    let answer = ask("When did Edda Maric die?", [passage(Self.botanists)])
    let snippet = try #require(answer.citations.first).snippet
    #expect(snippet.hasPrefix("Edda Maric was a botanist."))
    // Only what the question says is marked.
    let citation = try #require(answer.citations.first)
    let marked = citation.highlights.map {
      String(decoding: Array(citation.snippet.utf8)[$0], as: UTF8.self)
    }
    #expect(!marked.contains("She"))
  }

  @Test(
    "of a sentence before the question only the names are asked for",
    arguments: [
      ("My uncle comes from Skarv. How long is its bridge?", "120 metres"),
      ("We are going to Nesset on holiday. How long is the bridge?", "77 metres"),
    ])
  func topic(question: String, expected: String) {
    let text = """
      Nesset has an old smithy. Its bridge is 77 metres long.
      Skarv has an old dairy. Its bridge is 120 metres long.
      """
    let answer = ask(question, [passage(text)])
    #expect(answer.verdict == .answered)
    #expect(answer.text == expected)
  }

  @Test("a year that the question names decides between two sentences")
  func year() {
    let text =
      "In 2018 the dairy sold 310 tonnes of cheese and butter. In 2019 it sold 275 tonnes of cheese."
    let answer = ask("How many tonnes of cheese did the dairy sell in 2019?", [passage(text)])
    #expect(answer.text == "275 tonnes")
    #expect(
      ask("How many tonnes of honey did the dairy sell in 2018?", [passage(text)]).verdict
        == .related)
  }
}
