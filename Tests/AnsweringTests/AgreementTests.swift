import Answering
import Model
import Retrieval
import Testing
import TextAnalysis

@Suite struct AgreementTests {
  /// Returns the words of the sources, grouped by the value that they state; nil if the answer has
  /// no agreement.
  private func values(
    _ question: String, _ texts: [String], language: Language = .english, sameDocument: Bool = false
  ) -> [[String]]? {
    let passages = texts.enumerated().map {
      passage($1, document: sameDocument ? "a" : "\($0)", language: language)
    }
    let answer = ask(question, passages, language: language)
    return answer.agreement?.values.map {
      $0.citations.map { answer.citations[$0].answerText ?? "" }
    }
  }

  private static let harbour = "The harbour of Skagen was opened in 1907 by the mayor."

  @Test(
    "sources that give the same value in other words agree",
    arguments: [
      (
        "How many people visit Skagen harbour?",
        "Skagen harbour is visited by 12 million people every year.",
        "Every year 12,000,000 people visit the old harbour at Skagen.",
        ["12 million", "12,000,000"]
      ),
      (
        "How much did Skagen harbour cost?", "Skagen harbour cost US$5 million to build.",
        "To dig and to build the Skagen harbour cost five million dollars.",
        ["US$5 million", "five million dollars"]
      ),
      (
        "How tall is the tower of Skagen?", "The tower of Skagen is forty metres tall.",
        "Few know that Skagen has a brick tower which is 40 m tall.", ["forty metres", "40 m"]
      ),
      (
        "When was Skagen harbour opened?", "Skagen harbour was opened on 20 November 1907.",
        "It was a rainy day, Nov 20, 1907, when the Skagen harbour was opened.",
        ["20 November 1907", "Nov 20, 1907"]
      ),
      (
        "Who opened Skagen harbour?", "Skagen harbour was opened by Inge Holm.",
        "A crowd saw how Inge Holm opened the small harbour of Skagen.", ["Inge Holm", "Inge Holm"]
      ),
    ])
  func agrees(question: String, one: String, other: String, words: [String]) {
    #expect(values(question, [one, other]) == [words])
  }

  @Test("an Indonesian and an English source agree through the question's translations")
  func acrossLanguages() {
    let english = passage("The ministry trains 12 million talents.", document: "en")
    let indonesian = passage(
      "Kementerian melatih 12 juta talenta.", document: "id", language: .indonesian)
    var question = query("How many talents does the ministry train?")
    let pairs = [("talents", "talenta"), ("ministry", "kementerian"), ("train", "latih")]
    question.concepts[.indonesian] = pairs.compactMap { word, translation in
      guard let place = question.terms.firstIndex(where: { $0.text == word }) else { return nil }
      let term = question.terms[place]
      return SynonymSet(
        range: place..<place + 1,
        members: [
          .init(words: [.init(surface: term.surface, stem: term.stem)], weight: 1),
          .init(words: [.init(surface: translation, stem: translation)], weight: 1),
        ])
    }
    let answerer = Answerer(statistics: EvenStatistics())
    let answer = answerer.answer(
      answerer.analyze(question),
      from: [english, indonesian].map { RankedPassage(passage: $0, score: 1) }, top: 3)
    #expect(answer.agreement == Agreement(values: [.init(citations: [0, 1])]))
    #expect(answer.citations.map(\.answerText) == ["12 million", "12 juta"])
  }

  @Test(
    "sources that differ are cited side by side, however alike their sentences are",
    arguments: [
      (
        "When was the harbour of Skagen opened?", harbour,
        "The harbour of Skagen was opened in 1909 by the mayor.", ["1907", "1909"]
      ),
      (
        "How many boats does Skagen harbour hold?", "Skagen harbour can hold 400 boats.",
        "In a storm Skagen harbour can hold 650 boats.", ["400", "650"]
      ),
    ])
  func differs(question: String, one: String, other: String, words: [String]) {
    #expect(values(question, [one, other]) == words.map { [$0] })
  }

  @Test("of three sources two may agree against one")
  func twoAgainstOne() {
    let texts = [
      "Even at low tide the harbour at Skagen will safely hold 400 boats.",
      "In a storm Skagen harbour can hold 650 boats.",
      "In summer the union sees to it that quay and harbour of Skagen hold 400 boats.",
    ]
    let found = values("How many boats does Skagen harbour hold?", texts)
    #expect(found == [["400", "400"], ["650"]])
  }

  @Test(
    "no contradiction is claimed where there may be none",
    arguments: [
      // The number may be rounded.
      (
        "How many people live in Skagen?", "270 million people live in Skagen.",
        "As many as 267 million people live in old Skagen."
      ),
      // The numbers are from different years.
      (
        "How many people live in Skagen?", "In 1990 some 8,000 people did live in Skagen.",
        "Later, in 2020, only 5,000 people were left to live in Skagen."
      ),
      // The unit is another one.
      (
        "How long is the pier of Skagen?", "The pier of Skagen is 3 km long.",
        "With all its bends Skagen has a pier that is 2 miles long."
      ),
      // The day is in the year that the other source gives.
      (
        "When was Skagen harbour opened?", "Skagen harbour was opened in 1907.",
        "On 20 November 1907, a rainy day, the Skagen harbour was opened."
      ),
      // Nothing states that both sources mean the same harbour.
      (
        "When was the harbour opened?", "The harbour was opened in 1907.",
        "After a long war the harbour was opened in 1919."
      ),
      // A word of the question is missing.
      (
        "When was Skagen harbour opened?", "Skagen harbour was opened in 1907.",
        "There has been a harbour at Skagen, though a small one, from 1840 on."
      ),
      // One source gives both values.
      (
        "How many boats can Skagen harbour hold?", "Skagen harbour can hold 400 boats.",
        "Once the harbour of Skagen could hold 400 boats; now it can hold 650 boats."
      ),
    ])
  func staysSilent(question: String, one: String, other: String) {
    #expect(values(question, [one, other]).map { $0.count == 1 } ?? true)
  }

  @Test("one document agrees with nobody, and neither does a question that is not answered")
  func needsTwoSources() {
    let other = "So it was in 1907 that the small harbour of Skagen was opened."
    let question = "When was the harbour of Skagen opened?"
    #expect(values(question, [Self.harbour, other]) != nil)
    #expect(values(question, [Self.harbour, other], sameDocument: true) == nil)
    #expect(
      values("When was the harbour of Skagen on Zealand opened?", [Self.harbour, other]) == nil)
  }
}
