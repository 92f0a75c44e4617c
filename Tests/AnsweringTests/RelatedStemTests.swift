import Model
import Retrieval
import Testing
import TextAnalysis

@testable import Answering

@Suite struct RelatedStemTests {
  private func related(to stem: String, in language: Language) -> [(stem: String, strength: Double)]
  {
    RelatedStems.relations(ofStem: stem.utf8.span, in: language).map { relation in
      (String(decoding: relation.stem, as: UTF8.self), relation.strength)
    }
  }

  @Test(
    "a stem has related ones in its language, nearest first",
    arguments: [
      ("volcano", Language.english, "magma"), ("thief", .english, "snatch"),
      ("hujan", .indonesian, "cuaca"), ("obat", .indonesian, "sembuh"),
    ])
  func table(stem: String, language: Language, other: String) {
    let found = related(to: stem, in: language)
    #expect(found.contains { $0.stem == other })
    #expect(!found.contains { $0.stem == stem })
    #expect(found.map(\.strength) == found.map(\.strength).sorted(by: >))
    #expect(found.allSatisfy { 0.1...0.9 ~= $0.strength })
    let relations = RelatedStems.relations(ofStem: stem.utf8.span, in: language)
    #expect(relations.map(\.key) == found.map { WordKey($0.stem) })
  }

  @Test(
    "a word that the table lacks has none",
    arguments: ["", "zyzzyva", "volc", "volcanoes", "volcano ", "42", "é"])
  func unknown(word: String) {
    #expect(related(to: word, in: .english).isEmpty)
    #expect(related(to: "volcano", in: Language(rawValue: "fr")).isEmpty)
  }

  @Test(
    "a line of a table is found by its whole first word",
    arguments: [
      ("a", "1"), ("ab", "2 3"), ("abc", ""), ("b", "4"), ("", nil), ("aa", nil), ("c", nil),
      ("abcd", nil), ("1", nil),
    ])
  func lines(word: String, rest: String?) {
    for text in ["a 1\nab 2 3\nabc\nb 4\n", "a 1\nab 2 3\nabc\nb 4"] {
      let bytes = Array(text.utf8)
      let found = bytes.withUnsafeBufferPointer { bytes in
        SortedLines(bytes.baseAddress, count: bytes.count).rest(ofLineOf: word.utf8.span)
          .map { String(decoding: $0, as: UTF8.self) }
      }
      #expect(found == rest)
    }
  }

  @Test(
    "a word that a program found to be related raises its sentence, and is shown",
    arguments: [
      (
        "When did the volcano rise at Brakk?", Language.english,
        "On 4 May all guests rose at Brakk.",
        "On 6 May the magma rose at Brakk.", "volcano", "magma"
      ),
      (
        "Kapan hujan tiba di Brakk?", .indonesian, "Tanggal 4 Mei para tamu tiba di Brakk.",
        "Tanggal 6 Mei cuaca itu tiba di Brakk.", "hujan", "cuaca"
      ),
    ])
  func sentence(
    question: String, language: Language, other: String, sentence: String, word: String,
    related: String
  ) {
    let answer = ask(
      question, [passage(other + "\n\n" + sentence, language: language)], language: language)
    #expect(answer.citations.first?.snippet == sentence)
    let shown = answer.citations.first?.translations.map { "\($0.question) → \($0.passage)" }
    #expect(shown?.contains("\(word) → \(related)") == true)
  }

  @Test("a related word counts neither for the verdict nor for the words that answer")
  func verdict() {
    let question = AnalyzedQuestion(
      query("When did the volcano rise?"), ExpectedAnswer(type: .date),
      statistics: EvenStatistics(), stems: StemReaders())
    let evidence = question.evidence(in: passage("On 6 May the magma rose."))
    let volcano = question.terms.terms.firstIndex { $0.text == "volcano" }!
    #expect(evidence.coverage(ofTerm: volcano, inSentence: 0) > 0)
    #expect(evidence.support(ofTerm: volcano, inSentence: 0) == 0)
    #expect(!evidence.supports(volcano))
    #expect(!evidence.matches.contains { $0.term == volcano })
  }

  @Test("passages of an answer are searched for related stems, but not for those of names")
  func search() {
    func searched(_ text: String) -> [String] {
      AnalyzedQuestion(
        query(text), ExpectedAnswer(type: .date), statistics: EvenStatistics(),
        stems: StemReaders()
      ).answerQuery.related.map(\.stem)
    }
    #expect(searched("When did the volcano rise?").contains("magma"))
    #expect(!searched("When did Mount Volcano rise?").contains("magma"))
    #expect(!searched("When did the volcano and the magma rise?").contains("magma"))
  }
}
