import Model
import Retrieval
import Testing
import TextAnalysis

@testable import Answering

@Suite struct PassageRerankerTests {
  private func analyzed(_ text: String) -> AnalyzedQuestion {
    Answerer(statistics: EvenStatistics()).analyze(query(text))
  }

  private func features(
    _ passages: [RankedPassage], _ question: AnalyzedQuestion
  ) -> [PassageFeatures] {
    var found: [PassageFeatures] = []
    let stage = PassageReranker().rescoring(question) { found.append($0.features) }
    for passage in passages { _ = stage.score(passage, 1, -.infinity) }
    return found
  }

  private func passage(_ text: String, title: String? = nil) -> RankedPassage {
    RankedPassage(
      passage: StoredPassage(
        text: text, language: .english,
        document: StoredDocument(
          id: text + (title ?? ""), source: text,
          title: title.map { Statement(value: $0) })),
      score: 1)
  }

  @Test(
    "of two passages with the same score, the feature tells the better one",
    arguments: [
      (
        PassageFeature.sentence, "How deep is the harbour of Batang?",
        "The harbour of Batang is deep.", "The harbour is new. Batang lies deep in the forest."
      ),
      (
        .answer, "When was the harbour opened?", "The harbour was opened on 28 April 2026.",
        "The harbour was opened by a minister."
      ),
      (
        .verbatim, "Who built the new harbour wall?", "A firm built the new harbour wall.",
        "A wall in the harbour that is new, which a firm built."
      ),
      (
        .entities, "Who opened the harbour of Batang?", "A minister opened Batang.",
        "A minister opened the harbour."
      ),
      (
        .lead, "Who opened the harbour?", "A minister opened the harbour. It rained.",
        "It rained. A minister opened the harbour."
      ),
    ])
  func feature(feature: PassageFeature, question: String, better: String, worse: String) {
    let features = features([passage(better), passage(worse)], analyzed(question))
    #expect(features[0][feature] > features[1][feature])
    #expect(PassageFeature.allCases.allSatisfy { (0...1).contains(features[0][$0]) })
  }

  @Test("a word is found whose stem begins otherwise than the question's word")
  func stemWithoutPrefix() {
    let question = Answerer(statistics: EvenStatistics())
      .analyze(query("Membatalkan pemformatan", .indonesian))
    let features = features([passage("All formatting goes."), passage("All is well.")], question)
    #expect(features[0][.sentence] == 0.5)
    #expect(features[1][.sentence] == 0)
  }

  @Test("a title that names the subject speaks for its passage")
  func title() {
    let features = features(
      [passage("It is deep.", title: "Batang"), passage("It is deep.")],
      analyzed("How deep is Batang?"))
    #expect(features[0][.title] > features[1][.title])
  }

  @Test(
    "less is expected of a text if the question asks for nothing that is recognized",
    arguments: [("When was the harbour opened?", 1.2), ("How does the harbour work?", 0.92)])
  func reach(question: String, reach: Double) {
    #expect(abs(PassageReranker().rescoring(analyzed(question)).reach - reach) < 1e-9)
  }

  @Test("no answer is looked for in a passage that would not take the lead with it")
  func lead() {
    let question = analyzed("When was the harbour opened?")
    let opened = passage("The harbour was opened in 2026.")
    var features: [PassageFeatures] = []
    let stage = PassageReranker().rescoring(question) { features.append($0.features) }
    let score = stage.score(opened, 1, -.infinity)
    #expect(features[0][.answer] > 0)
    #expect(stage.score(opened, 1, score - 0.01) == score)
    #expect(stage.score(opened, 1, score + 1) < score)
    #expect(features[2][.answer] == 0)
    for feature in PassageFeature.allCases where feature != .answer {
      #expect(features[2][feature] == features[0][feature])
    }
  }

  @Test("scores rise by the model's weights and never fall, the evidence adding up to the rise")
  func scores() {
    let question = analyzed("When was the harbour opened?")
    let ranked = [
      passage("The harbour was opened."), passage("The harbour was opened in 2026."),
    ]
    let reranker = PassageReranker()
    var readings: [PassageReranker.Reading] = []
    let stage = reranker.rescoring(question) { readings.append($0) }
    let scores = ranked.map { stage.score($0, 1, -.infinity) }
    #expect(scores[1] > scores[0])
    for (reading, score) in zip(readings, scores) {
      let evidence = reranker.evidence(of: reading, explained: reading.passage.score)
      let rise = evidence.reduce(0) { $0 + $1.contribution }
      #expect(rise > 0)
      #expect(abs(reading.passage.score + rise - score) < 1e-9)
    }
    // With half the unit, as in another language, the bonus is half as large.
    #expect(abs(stage.score(ranked[0], 0.5, -.infinity) - (1 + scores[0]) / 2) < 1e-9)
    let indifferent = PassageReranker(model: RerankingModel { _ in -1 })
    #expect(ranked.map { indifferent.rescoring(question).score($0, 1, -.infinity) } == [1, 1])
  }
}
