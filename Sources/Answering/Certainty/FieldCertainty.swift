/// Determines whether the field of a record answers beyond doubt: the record and its heads hold what
/// is asked, and no other sentence that holds as much says something else.
struct FieldCertainty {
  let evidence: EvidenceReader
  let candidates: [SentenceCandidate]

  /// The share of the question, by weight, that may be missing from the record, its heads and what
  /// it stands under. Names and numbers may not.
  private static let mostMissing = 0.25
  /// The confidence from which another sentence is a rival.
  private static let rival = 0.5

  func isBeyondDoubt(_ words: AnswerSpan, of candidate: SentenceCandidate) -> Bool {
    guard words.isField else { return false }
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
