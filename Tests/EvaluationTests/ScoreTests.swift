import Answering
import Evaluation
import Testing

@Suite struct ScoreTests {
  @Test("an expected answer is looked for in the first three snippets")
  func snippetRank() {
    func rank(_ answer: Answer) -> Int? { AnswerScore(answer, expected: ["12 juta"]).snippetRank }
    #expect(rank(.citing("12 juta", "x")) == 1)
    #expect(rank(.citing("x", "y", "Target: 12 juta.")) == 3)
    #expect(rank(.citing("x", "y", "z", "12 juta")) == nil)
    #expect(rank(.citing()) == nil)
  }

  @Test("a snippet counts up to its sixtieth word")
  func longSnippets() {
    func rank(after words: Int) -> Int? {
      let snippet = String(repeating: "word ", count: words) + "Jakarta"
      return AnswerScore(.citing(snippet), expected: ["Jakarta"]).snippetRank
    }
    #expect(rank(after: 59) == 1)
    #expect(rank(after: 60) == nil)
  }

  @Test("expected answers that are nothing but punctuation stand nowhere")
  func emptyAnswers() {
    #expect(AnswerScore(.citing("anything"), expected: ["…", "-"]).snippetRank == nil)
    #expect(AnswerScore(.citing("anything"), expected: ["-"]).snippetRank == nil)
  }

  @Test("words given are compared with the expected answer that is nearest")
  func givenWords() {
    let answer = Answer.citing("More than 5,000 employees were retrained.", words: "5,000")
    let exact = AnswerScore(answer, expected: ["5,000 people", "5000"])
    #expect(exact.isGiven && exact.isExact && exact.f1 == 1)
    let near = AnswerScore(answer, expected: ["more than 5,000"])
    #expect(near.isGiven && !near.isExact && near.f1 == 0.5)
    let none = AnswerScore(.citing("More than 5,000."), expected: ["5,000"])
    #expect(!none.isGiven && !none.isExact && none.f1 == 0)
  }

  @Test("words that are given beside the verdict none do not count")
  func refusedWords() {
    let score = AnswerScore(
      .citing("In Jakarta.", verdict: .none, words: "Jakarta"), expected: ["Jakarta"])
    #expect(!score.isGiven && !score.isExact && score.f1 == 0)
  }

  @Test("a ranking is scored by where the documents stand that answer")
  func retrieval() {
    let score = RetrievalScore(ranking: ["x", "b", "a"], relevant: ["a": 1, "b": 1, "c": 1])
    #expect(score.firstRank == 2)
    #expect(score.reciprocalRank == 0.5)
    #expect(score.recall == 2.0 / 3)
    // The discounts are 1/log2(2), 1/log2(3) and 1/log2(4).
    let discount = 0.630_929_753_571_457_4
    #expect(abs(score.gain - (discount + 0.5) / (1 + discount + 0.5)) < 1e-12)
  }

  @Test("grades weigh the gain")
  func grades() {
    let best = RetrievalScore(ranking: ["two", "one"], relevant: ["one": 1, "two": 2])
    let worse = RetrievalScore(ranking: ["one", "two"], relevant: ["one": 1, "two": 2])
    #expect(best.gain == 1)
    #expect(worse.gain < 1 && worse.firstRank == 1)
  }

  @Test(
    "ranks beyond ten give no reciprocal rank, those beyond a hundred none at all",
    arguments: [(9, 10, 0.1), (10, 11, 0), (99, 100, 0), (100, nil, 0)]
      as [(Int, Int?, Double)])
  func depth(before: Int, rank: Int?, reciprocal: Double) {
    let score = RetrievalScore(
      ranking: (0..<before).map { "\($0)" } + ["it"], relevant: ["it": 1])
    #expect(score.firstRank == rank)
    #expect(score.reciprocalRank == reciprocal)
    #expect(score.recall == (rank == nil ? 0 : 1))
  }
}
