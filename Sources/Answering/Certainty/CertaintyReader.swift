import Retrieval

/// Reads the evidence that the likeliest words of the first citation are right.
struct CertaintyReader {
  let evidence: EvidenceReader
  let choices: [CitationChooser.Choice]
  /// The words that answer in each choice, as far as recognizers find them.
  let spans: [AnswerSpan?]
  let candidates: [SentenceCandidate]
  let judgement: Judgement

  /// Returns the features of some words of the first choice.
  func features(of words: AnswerSpan) -> CertaintyFeatures {
    var features = CertaintyFeatures()
    guard let first = choices.first else { return features }
    let passage = evidence.passages[first.candidate.passage]
    let sentence =
      passage.sentences.first { $0.overlaps(words.range) }
      ?? passage.sentences[first.candidate.sentence]
    let other = candidates.first {
      $0.passage != first.candidate.passage
        || !passage.sentences[$0.sentence].overlaps(first.range)
          && !isOfOtherRecord($0.sentence, than: first.candidate.sentence, in: passage)
    }
    let gap = other.map { max(0, min(1, first.candidate.score - $0.score)) } ?? 1
    features[.fit] = words.confidence * words.closeness
    features[.sure] = words.confidence >= 0.8 ? 1 : 0
    features[.margin] = words.margin
    features[.clearMargin] = min(1, 3 * words.margin)
    features[.clause] = evidence.extractor.clauseShare(
      of: words.range, in: passage, range: sentence)
    features[.clearGap] = min(1, 3 * gap)
    features[.gapAndMargin] = gap * words.margin
    features[.passageGap] = judgement.features[.gap]
    features[.order] = judgement.features[.order]
    let text = text(of: words, in: passage)
    var agrees = false
    for index in choices.indices.dropFirst() {
      guard let span = spans[index] else { continue }
      let other = evidence.passages[choices[index].candidate.passage]
      let isSame =
        self.text(of: span, in: other) == text
        || value(of: span).map { value(of: words)?.compared(with: $0) == .same } ?? false
      let isOtherDocument = other.passage.document.id != passage.passage.document.id
      if isSame, isOtherDocument { agrees = true }
    }
    features[.agreement] = agrees || !first.also.isEmpty ? 1 : 0
    features[.rank] = 1 / Double(1 + first.candidate.passage)
    let bytes = passage.bytes
    features[.brevity] = 20 / (20 + Double(bytes.span.wordCount(sentence)))
    return features
  }

  /// Returns whether a name or number of the question is missing from the sentence of some words,
  /// the sentence before it, the title and the headings. The words may then be about something
  /// else.
  func lacksName(beside words: AnswerSpan) -> Bool {
    guard let first = choices.first else { return true }
    let passage = evidence.passages[first.candidate.passage]
    let index = passage.sentences.firstIndex { $0.overlaps(words.range) }
    var held = RecordContext(passage: passage).support(
      around: index.map { passage.sentences[$0] } ?? first.range)
    // The sentence before may name what both are about.
    if let index, index > 0, passage.records[index] == nil {
      let before = passage.support(in: passage.sentences[index - 1])
      for term in held.indices { held[term] = max(held[term], before[term]) }
    }
    return evidence.question.terms.indices.contains {
      evidence.question.terms[$0].isEntity && held[$0] == 0 && passage.context[$0] == 0
    }
  }

  /// Returns whether a sentence is a record of the same kind that lacks a word of the question which
  /// the chosen record holds: it is about something else, however similar it is.
  private func isOfOtherRecord(
    _ sentence: Int, than chosen: Int, in passage: PassageEvidence
  ) -> Bool {
    passage.records[chosen] != nil && passage.records[sentence] == passage.records[chosen]
      && evidence.question.terms.indices.contains {
        passage.support(ofTerm: $0, inSentence: chosen) > 0
          && passage.support(ofTerm: $0, inSentence: sentence) == 0
      }
  }

  private func value(of span: AnswerSpan) -> GivenValue? { span.mention.flatMap(GivenValue.init) }

  private func text(of span: AnswerSpan, in passage: PassageEvidence) -> String {
    String(decoding: passage.bytes[span.range], as: UTF8.self).lowercased()
  }
}
