import Retrieval

/// Reads the evidence that the likeliest words of the first citation are right.
struct CertaintyReader {
  let evidence: EvidenceReader
  let choices: [CitationChooser.Choice]
  /// The words that answer in each choice, as far as recognisers find them.
  let spans: [AnswerSpan?]
  let candidates: [SentenceCandidate]
  let judgement: Judgement

  /// The features of some words of the first choice.
  func features(of words: AnswerSpan) -> CertaintyFeatures {
    var features = CertaintyFeatures()
    guard let first = choices.first else { return features }
    let passage = evidence.passages[first.candidate.passage]
    let sentence =
      passage.sentences.first { $0.overlaps(words.range) }
      ?? passage.sentences[first.candidate.sentence]
    let held = passage.support(in: sentence)
    features[.confidence] = words.confidence
    features[.closeness] = words.closeness
    features[.margin] = words.margin
    features[.clause] = evidence.extractor.clauseShare(of: words.range, in: passage, range: sentence)
    features[.sentence] = evidence.share { held[$0] }
    features[.carried] = judgement.carried
    let other = candidates.first {
      $0.passage != first.candidate.passage
        || !evidence.passages[$0.passage].sentences[$0.sentence].overlaps(first.range)
    }
    features[.gap] = other.map { max(0, min(1, first.candidate.score - $0.score)) } ?? 1
    features[.passageGap] = judgement.features[.gap]
    features[.order] = judgement.features[.order]
    features[.names] = lacksName(held, passage) ? 0 : 1
    features[.title] = judgement.features[.title]
    let text = text(of: words, in: passage)
    var agrees = false
    var opposed = false
    for index in choices.indices.dropFirst() {
      guard let span = spans[index] else { continue }
      let other = evidence.passages[choices[index].candidate.passage]
      let isSame = self.text(of: span, in: other) == text
      let isOtherDocument = other.passage.document.id != passage.passage.document.id
      if isSame, isOtherDocument { agrees = true }
      if !isSame, index == 1, span.confidence >= words.confidence { opposed = true }
    }
    features[.agreement] = agrees || !first.also.isEmpty ? 1 : 0
    features[.unopposed] = opposed ? 0 : 1
    features[.rank] = 1 / Double(1 + first.candidate.passage)
    let bytes = passage.bytes
    features[.brevity] = 20 / (20 + Double(bytes.span.wordCount(sentence)))
    return features
  }

  /// Returns whether a name or number of the question is neither in the sentence nor in what it
  /// stands under.
  private func lacksName(_ held: [Double], _ passage: PassageEvidence) -> Bool {
    evidence.question.terms.indices.contains {
      evidence.question.terms[$0].isEntity && held[$0] == 0 && passage.context[$0] == 0
    }
  }

  private func text(of span: AnswerSpan, in passage: PassageEvidence) -> String {
    String(decoding: passage.bytes[span.range], as: UTF8.self).lowercased()
  }
}
