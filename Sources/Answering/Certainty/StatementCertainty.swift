import Retrieval

/// Determines whether one sentence states all that is asked: it holds every word of the question, or
/// stands under it, and gives words of the kind asked for that no other sentence with as much of the
/// question contradicts.
///
/// This holds of small collections only. Among thousands of passages, some sentence holds all words of
/// a question by chance: of the words that such a sentence gives, three in five are right in two
/// encyclopaedic collections.
struct StatementCertainty {
  let evidence: EvidenceReader
  let candidates: [SentenceCandidate]

  /// The least strength of a word of the question.
  private static let held = 0.7
  /// The least confidence in the words, and the least distance to the next best ones.
  private static let surely = 0.8
  private static let clearly = 0.25
  /// The least probability, by the model, of words that a whole statement gives.
  static let leastCertainty = 0.5

  func isWhole(_ words: AnswerSpan, of candidate: SentenceCandidate) -> Bool {
    guard evidence.question.passageCount < VerdictRule.manyPassages,
      words.confidence >= Self.surely, words.margin >= Self.clearly
    else { return false }
    let passage = evidence.passages[candidate.passage]
    guard let sentence = passage.sentences.firstIndex(where: { $0.overlaps(words.range) }),
      passage.records[sentence] == nil
    else { return false }
    let terms = evidence.question.terms
    func holds(_ sentence: Int, of passage: PassageEvidence) -> Bool {
      terms.indices.allSatisfy { term in
        terms[term].isLight || isMeasured(term, by: words)
          || passage.support(ofTerm: term, inSentence: sentence) >= Self.held
          || SentenceScore.inContext * passage.context[term] >= Self.held
      }
    }
    guard holds(sentence, of: passage) else { return false }
    let text = passage.bytes[words.range]
    return !candidates.contains { other in
      guard let answer = other.answer,
        (other.passage, other.sentence) != (candidate.passage, sentence),
        !evidence.isSuperseded(other, by: candidate),
        case let rival = evidence.passages[other.passage], rival.bytes[answer.range] != text
      else { return false }
      return holds(other.sentence, of: rival)
    }
  }

  /// Returns whether a term names the measure that the unit of an amount tells.
  private func isMeasured(_ term: Int, by words: AnswerSpan) -> Bool {
    evidence.question.terms[term].isFocus
      && !(words.mention?.dimension ?? []).intersection(.telling)
        .isDisjoint(with: evidence.expected.dimensions)
  }
}
