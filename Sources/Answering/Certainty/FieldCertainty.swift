import Retrieval

/// Determines whether the field of a record, or the reply to a question, answers beyond doubt: what
/// is asked is there or in what it stands under, and no other sentence that holds as much says
/// something else.
struct FieldCertainty {
  let evidence: EvidenceReader
  let candidates: [SentenceCandidate]

  /// The share of the question, by weight, that may be missing from the record, its heads and what
  /// it stands under. Names and numbers may not.
  private static let mostMissing = 0.25
  /// The confidence from which another sentence is a rival.
  private static let rival = 0.5

  func isBeyondDoubt(_ words: AnswerSpan, of candidate: SentenceCandidate) -> Bool {
    guard words.isField || isReply(words, of: candidate) else { return false }
    let held = support(of: candidate)
    let terms = evidence.question.terms
    var missing = 0.0
    for index in terms.indices where held[index] == 0 {
      if terms[index].isEntity || terms[index].isRole || terms[index].isSuperlative { return false }
      if !terms[index].isLight { missing += terms[index].weight }
    }
    guard missing <= Self.mostMissing * evidence.question.totalWeight else { return false }
    let text = evidence.passages[candidate.passage].bytes[words.range]
    return !candidates.contains { other in
      guard let answer = other.answer, answer.confidence >= Self.rival,
        (other.passage, other.sentence) != (candidate.passage, candidate.sentence),
        evidence.passages[other.passage].bytes[answer.range] != text
      else { return false }
      let support = support(of: other)
      return terms.indices.allSatisfy { support[$0] >= held[$0] }
    }
  }

  /// The least confidence in the words of a reply, and the least distance to its next best words.
  private static let surely = 0.5
  private static let clearly = 0.1

  /// Returns whether some words are in the first sentence below a question, which may be a heading.
  private func isReply(_ words: AnswerSpan, of candidate: SentenceCandidate) -> Bool {
    let passage = evidence.passages[candidate.passage]
    let type = evidence.expected.type
    guard type.isValue || [.person, .place, .organization].contains(type),
      words.confidence >= Self.surely, words.margin >= Self.clearly,
      let sentence = passage.sentences.firstIndex(where: { $0.overlaps(words.range) })
    else { return false }
    if sentence > 0 { return passage.asks(sentence - 1) && !passage.asks(sentence) }
    return passage.passage.headings.last?.utf8.last == UInt8(ascii: "?")
  }

  /// Returns the support for each term in a sentence and in what it stands under.
  private func support(of candidate: SentenceCandidate) -> [Double] {
    let passage = evidence.passages[candidate.passage]
    var support = RecordContext(passage: passage).support(
      around: passage.sentences[candidate.sentence])
    for index in support.indices {
      support[index] = max(support[index], SentenceScore.inContext * passage.context[index])
    }
    return support
  }
}
