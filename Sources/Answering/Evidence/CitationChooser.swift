import Retrieval

/// Chooses the sentences to cite: the best one, then others that add something.
struct CitationChooser {
  let evidence: EvidenceReader

  /// A chosen sentence and the bytes of its passage that are shown.
  struct Choice {
    var candidate: SentenceCandidate
    var range: Range<Int>
    /// The passages of other documents that say the same.
    var also: [Int] = []
  }

  /// Returns up to `top` choices from candidates in order of score. Near-duplicates are dropped,
  /// and other documents come first if their evidence is as good.
  func choices(from candidates: [SentenceCandidate], top: Int) -> [Choice] {
    var chosen: [Choice] = []
    var contents: [Content] = []
    /// The number of choices from each passage's document.
    var documents = Array(repeating: 0, count: evidence.passages.count)
    var waiting = Array(candidates.prefix(evidence.competitors))
    let least = SentenceScore.leastFurther * (candidates.first?.coverage ?? 0)
    while chosen.count < top, let next = best(of: waiting, documents) {
      let choice = choice(waiting.remove(at: next))
      guard chosen.isEmpty || mayFollow(choice.candidate, least) else { continue }
      let passage = choice.candidate.passage
      let content = content(of: choice)
      let isTaken = chosen.contains {
        $0.candidate.passage == passage && $0.range.overlaps(choice.range)
      }
      guard !isTaken else { continue }
      if let known = contents.firstIndex(where: { $0.says(content) }) {
        if isOtherDocument(passage, than: chosen[known]) { chosen[known].also.append(passage) }
        continue
      }
      chosen.append(choice)
      contents.append(content)
      let document = evidence.passages[passage].passage.document.id
      for other in documents.indices
      where evidence.passages[other].passage.document.id == document {
        documents[other] += 1
      }
    }
    return chosen
  }

  /// Returns whether a sentence has enough evidence to be cited after the first. A sentence without
  /// a word of the question must have a value of the kind that the question asks for. A record
  /// without any is about something else.
  private func mayFollow(_ candidate: SentenceCandidate, _ least: Double) -> Bool {
    let isRecord = evidence.passages[candidate.passage].records[candidate.sentence] != nil
    return candidate.coverage >= least
      && (candidate.own > 0 || candidate.answer != nil && !isRecord)
  }

  private func isOtherDocument(_ passage: Int, than choice: Choice) -> Bool {
    let id = evidence.passages[passage].passage.document.id
    return ([choice.candidate.passage] + choice.also).allSatisfy {
      evidence.passages[$0].passage.document.id != id
    }
  }

  /// Returns a sentence with the range that would be shown.
  func choice(_ candidate: SentenceCandidate) -> Choice {
    Choice(candidate: candidate, range: SnippetBuilder(evidence: evidence).range(for: candidate))
  }

  /// Returns the index of the choice that a dropped choice duplicates, or nil if there is none.
  func twin(of choice: Choice, among choices: [Choice]) -> Int? {
    let own = content(of: choice)
    return choices.firstIndex { content(of: $0).says(own) }
  }

  /// The content of a snippet, for comparison with others.
  private struct Content {
    /// The distinct words, in the order of their bits.
    var words: [UInt64]
    /// The value that it gives as an answer.
    var value: GivenValue?

    /// Returns whether it repeats another snippet. Snippets that give different values are
    /// different, however similar they are.
    func says(_ other: Content) -> Bool {
      let shared = Double(sharedWords(other))
      guard shared > SentenceScore.duplicate * Double(min(words.count, other.words.count)) else {
        return false
      }
      guard let value, let otherValue = other.value else { return true }
      return value.compared(with: otherValue) != .different
    }

    private func sharedWords(_ other: Content) -> Int {
      var shared = 0
      var rest = other.words[...]
      for word in words {
        rest = rest.drop { $0 < word }
        if rest.first == word { shared += 1 }
      }
      return shared
    }
  }

  private func content(of choice: Choice) -> Content {
    let bytes = evidence.passages[choice.candidate.passage].bytes
    var words: [UInt64] = []
    words.reserveCapacity(choice.range.count / 4 + 2)
    WordScanner.forEachWord(in: bytes.span, range: choice.range) { words.append($0.key.bits) }
    words.sort()
    var distinct: [UInt64] = []
    distinct.reserveCapacity(words.count)
    for word in words where word != distinct.last { distinct.append(word) }
    return Content(
      words: distinct,
      value: choice.candidate.answer?.mention.flatMap(GivenValue.init))
  }

  private func best(of waiting: [SentenceCandidate], _ documents: [Int]) -> Int? {
    waiting.indices.max { value(waiting[$0], documents) < value(waiting[$1], documents) }
  }

  private func value(_ candidate: SentenceCandidate, _ documents: [Int]) -> Double {
    candidate.score - SentenceScore.sameDocument * Double(documents[candidate.passage])
  }
}
