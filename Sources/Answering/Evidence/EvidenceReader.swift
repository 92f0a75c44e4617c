import Retrieval
import TextAnalysis

/// Finds and weighs the sentences of ranked passages that may answer a question.
struct EvidenceReader {
  let question: QuestionTerms
  let expected: ExpectedAnswer
  /// The question's.
  let language: Language
  let passages: [PassageEvidence]

  /// The sentences worth quoting, best first.
  func candidates() -> [SentenceCandidate] {
    var found: [SentenceCandidate] = []
    for (index, passage) in passages.enumerated() {
      let foreign = passage.passage.language == language ? 0 : SentenceScore.otherLanguage
      for sentence in passage.sentences.indices {
        let support = passage.support(in: passage.sentences[sentence])
        let own = share { support[$0] }
        guard own > 0 || mayStandAlone(passage) else { continue }
        let coverage = share { max(support[$0], elsewhere(passage, $0)) }
        var points = SentenceEvidence()
        points.passage = SentenceScore.passage * passage.relativeScore
        points.coverage = SentenceScore.coverage * coverage
        points.position = SentenceScore.position / Double(1 + sentence)
        points.language = 0 - foreign
        found.append(
          SentenceCandidate(
            passage: index, sentence: sentence, own: own, coverage: coverage, evidence: points))
      }
    }
    sort(&found)
    let extractor = AnswerExtractor(question: question, expected: expected)
    for index in found.indices.prefix(SentenceScore.competitors) {
      let passage = passages[found[index].passage]
      let answer = extractor.answer(in: passage, range: passage.sentences[found[index].sentence])
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
  func share(_ strength: (Int) -> Double) -> Double {
    guard question.totalWeight > 0 else { return 0 }
    var sum = 0.0
    for index in question.terms.indices { sum += question.terms[index].weight * strength(index) }
    return sum / question.totalWeight
  }

  /// Best first; the order of the passages settles ties, so that the same question always gives
  /// the same answer.
  private func sort(_ candidates: inout [SentenceCandidate]) {
    candidates.sort {
      $0.score != $1.score
        ? $0.score > $1.score : ($0.passage, $0.sentence) < ($1.passage, $1.sentence)
    }
  }
}
