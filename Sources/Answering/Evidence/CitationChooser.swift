import Retrieval

/// Chooses what is cited: the best sentence, then others that add something.
struct CitationChooser {
  let evidence: EvidenceReader

  /// A chosen sentence and the bytes of its passage that are shown.
  struct Choice {
    var candidate: SentenceCandidate
    var range: Range<Int>
  }

  /// Up to `top` choices from candidates in order of score. Near-duplicates are dropped, and other
  /// documents go first when their evidence is as good.
  func choices(from candidates: [SentenceCandidate], top: Int) -> [Choice] {
    let builder = SnippetBuilder(evidence: evidence)
    var chosen: [Choice] = []
    var words: [Set<WordKey>] = []
    var documents: [String: Int] = [:]
    var waiting = Array(candidates.prefix(SentenceScore.competitors))
    while chosen.count < top, let next = best(of: waiting, documents) {
      let candidate = waiting.remove(at: next)
      let range = builder.range(for: candidate)
      let passage = evidence.passages[candidate.passage]
      let keys = Set(
        WordScanner.words(in: passage.bytes.span, range: range).map(\.key))
      let isTaken = chosen.contains {
        $0.candidate.passage == candidate.passage && $0.range.overlaps(range)
      }
      guard !isTaken, !words.contains(where: { isDuplicate($0, keys) }) else { continue }
      chosen.append(Choice(candidate: candidate, range: range))
      words.append(keys)
      documents[passage.passage.document.id, default: 0] += 1
    }
    return chosen
  }

  private func best(of waiting: [SentenceCandidate], _ documents: [String: Int]) -> Int? {
    waiting.indices.max { value(waiting[$0], documents) < value(waiting[$1], documents) }
  }

  private func value(_ candidate: SentenceCandidate, _ documents: [String: Int]) -> Double {
    let id = evidence.passages[candidate.passage].passage.document.id
    return candidate.score - SentenceScore.sameDocument * Double(documents[id] ?? 0)
  }

  private func isDuplicate(_ one: Set<WordKey>, _ other: Set<WordKey>) -> Bool {
    let shared = one.intersection(other).count
    return Double(shared) > SentenceScore.duplicate * Double(min(one.count, other.count))
  }
}
