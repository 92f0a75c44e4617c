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
        && !evidence.isSuperseded($0, by: first.candidate)
        || $0.passage == first.candidate.passage
          && !passage.sentences[$0.sentence].overlaps(first.range)
          && !isOfOtherRecord($0.sentence, than: first.candidate.sentence, in: passage)
    }
    let gap = other.map { max(0, min(1, first.candidate.score - $0.score)) } ?? 1
    features[.margin] = words.margin
    let matched = evidence.extractor.sentence(in: passage, range: sentence)
    if let place = matched.words(in: words.range) {
      features[.clause] = matched.clause(around: place).share
      features[.verb] = matched.verbNearness(to: place)
      features[.simplicity] = 1 - Double(min(matched.otherVerbs(around: place), 3)) / 3
    }
    features[.answer] = judgement.features[.answer]
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

  /// Returns whether the sentence of some words, the sentence before it, the title and the headings
  /// lack a name, number or ordinal of the question, or all that it says of them. The words may then
  /// be about something else: the third concert instead of the first one, or who founded an orchestra
  /// instead of who plays in it.
  func lacksEssential(beside words: AnswerSpan) -> Bool {
    guard let first = choices.first else { return true }
    let passage = evidence.passages[first.candidate.passage]
    let index = passage.sentences.firstIndex { $0.overlaps(words.range) }
    var held = RecordContext(passage: passage).support(
      around: index.map { passage.sentences[$0] } ?? first.range)
    // The sentence before may name what both are about.
    if let index, index > 0, passage.records[index] == nil,
      !namesOther(in: passage.sentences[index], besides: words, of: passage)
    {
      let before = passage.support(in: passage.sentences[index - 1])
      for term in held.indices { held[term] = max(held[term], before[term]) }
    }
    for term in held.indices { held[term] = max(held[term], passage.context[term]) }
    let terms = evidence.question.terms
    let lacksName = terms.indices.contains {
      held[$0] == 0
        && (terms[$0].isEntity || Lexicon.shared.classes(of: terms[$0].surface).contains(.ordinal))
    }
    if lacksName { return true }
    // The head of a field says what it holds, and the span of a life when it began.
    guard !words.isField else { return false }
    let said = terms.indices.filter {
      !terms[$0].isEntity && !terms[$0].isLight && !terms[$0].isFocus
        && Lexicon.shared.classes(of: terms[$0].surface).isDisjoint(with: [.beginning, .ending])
    }
    return !said.isEmpty && said.allSatisfy { held[$0] == 0 }
  }

  /// Returns whether a sentence holds a name that is neither the question's nor the answer: it is then
  /// about that one rather than about the subject of the sentence before it.
  private func namesOther(
    in sentence: Range<Int>, besides words: AnswerSpan, of passage: PassageEvidence
  ) -> Bool {
    let text = ScannedText(passage.bytes, range: sentence, language: passage.passage.language)
    return NameRecognizer.mentions(in: text).contains { name in
      !name.isWeak && !name.range.overlaps(words.range)
        && text.words.contains { word in
          name.range.contains(word.range.lowerBound) && word.isCapitalized
            && word.classes.isDisjoint(with: [.function, .honorific, .role])
            && !passage.matches(in: name.range).contains { $0.range.overlaps(word.range) }
        }
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
