import Model
import Retrieval
import TextAnalysis

/// Finds and weighs the sentences of ranked passages that may answer a question.
struct EvidenceReader {
  let analyzed: AnalyzedQuestion
  let question: QuestionTerms
  let expected: ExpectedAnswer
  let extractor: AnswerExtractor
  /// The question's.
  let language: Language
  let passages: [PassageEvidence]
  /// The passages' scores as shares of the best one, 0…1.
  private let scores: [Double]

  /// - Parameter ranked: passages that may be quoted, with their shares of the best score.
  init(_ question: AnalyzedQuestion, _ ranked: [(passage: PassageEvidence, score: Double)]) {
    analyzed = question
    self.question = question.terms
    expected = question.expected
    extractor = question.extractor
    language = question.query.language
    passages = ranked.map(\.passage)
    scores = ranked.map(\.score)
  }

  /// The sentences worth quoting, best first.
  func candidates() -> [SentenceCandidate] {
    var found: [SentenceCandidate] = []
    for (index, passage) in passages.enumerated() {
      let foreign = passage.passage.language == language ? 0 : SentenceScore.otherLanguage
      for sentence in passage.sentences.indices {
        let own = share { passage.support(ofTerm: $0, inSentence: sentence) }
        guard own > 0 || mayStandAlone(passage) else { continue }
        let coverage = share {
          max(passage.support(ofTerm: $0, inSentence: sentence), elsewhere(passage, $0))
        }
        var points = SentenceEvidence()
        points.passage = SentenceScore.passage * scores[index]
        points.coverage = SentenceScore.coverage * coverage
        points.position = SentenceScore.position / Double(1 + sentence)
        points.language = 0 - foreign
        found.append(
          SentenceCandidate(
            passage: index, sentence: sentence, own: own, coverage: coverage, evidence: points))
      }
    }
    sort(&found)
    for index in found.indices.prefix(SentenceScore.competitors) {
      let passage = passages[found[index].passage]
      let answer = passage.answer(inSentence: found[index].sentence, by: extractor)
      found[index].answer = answer
      found[index].evidence.type =
        SentenceScore.weight(of: expected.type) * (answer?.confidence ?? 0)
      found[index].evidence.test =
        answer != nil ? .passed : expected.type.hasForm ? .failed : .untested
    }
    sort(&found)
    return found
  }

  /// A term's support outside the sentence.
  private func elsewhere(_ passage: PassageEvidence, _ term: Int) -> Double {
    max(
      SentenceScore.inContext * passage.context[term],
      SentenceScore.inPassage * passage.support[term])
  }

  /// A passage whose title or heading names the subject may answer in a sentence that does not.
  private func mayStandAlone(_ passage: PassageEvidence) -> Bool {
    passage.context.contains { $0 > 0 }
  }

  /// The weighted share of the question that `strength` gives.
  func share(_ strength: (Int) -> Double) -> Double { question.share(strength) }

  /// Best first; the order of the passages settles ties, so that the same question always gives
  /// the same answer.
  private func sort(_ candidates: inout [SentenceCandidate]) {
    candidates.sort {
      $0.score != $1.score
        ? $0.score > $1.score : ($0.passage, $0.sentence) < ($1.passage, $1.sentence)
    }
  }
}
