import Bytes
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
  /// The passages' ages by the dates of their documents: 1 for the newest, 0 for the oldest.
  private let recency: [Double]
  /// The number of sentences that are examined closely.
  let competitors: Int

  /// - Parameters:
  ///   - ranked: passages that may be quoted, with their shares of the best score.
  ///   - top: the number of citations wanted.
  init(
    _ question: AnalyzedQuestion, _ ranked: [(passage: PassageEvidence, score: Double)], top: Int
  ) {
    analyzed = question
    self.question = question.terms
    expected = question.expected
    extractor = question.extractor
    language = question.query.language
    passages = ranked.map(\.passage)
    scores = ranked.map(\.score)
    recency = expected.prefersNewest ? Self.recency(of: passages) : []
    competitors = SentenceScore.competitors(for: top)
  }

  /// The sentences worth quoting, best first.
  ///
  /// - Complexity: O(*s* · *t* + *s* log *s*) for *s* sentences and *t* words of the question, and
  ///   the recognisers on ``competitors`` of them.
  func candidates() -> [SentenceCandidate] {
    var found: [SentenceCandidate] = []
    found.reserveCapacity(passages.reduce(0) { $0 + $1.sentences.count })
    for (index, passage) in passages.enumerated() {
      let foreign = passage.passage.language == language ? 0 : SentenceScore.otherLanguage
      let fresh =
        recency.isEmpty
        ? 0
        : (expected.wantsLatest ? SentenceScore.recency : SentenceScore.presentRecency)
          * recency[index]
      let standsAlone =
        mayStandAlone(passage) || share { passage.support[$0] } >= SentenceScore.leastPassage
      for sentence in passage.sentences.indices {
        let own = share { passage.coverage(ofTerm: $0, inSentence: sentence) }
        let leadIn = passage.leadIn(of: sentence)
        guard own > 0 || leadIn != nil || standsAlone else { continue }
        let labels = passage.labelSupport(of: sentence)
        let coverage = share {
          max(
            passage.coverage(ofTerm: $0, inSentence: sentence),
            elsewhere(passage, $0, from: sentence, leadIn: leadIn, labels))
        }
        var points = SentenceEvidence()
        points.passage = SentenceScore.passage * scores[index]
        points.coverage = SentenceScore.coverage * coverage
        points.position = SentenceScore.position / Double(1 + sentence)
        points.language = 0 - foreign
        points.recency = fresh
        found.append(
          SentenceCandidate(
            passage: index, sentence: sentence, own: own, coverage: coverage, evidence: points))
      }
    }
    sort(&found)
    let examined = min(competitors, found.count)
    for index in 0..<examined {
      let passage = passages[found[index].passage]
      let sentence = found[index].sentence
      let answer = passage.answer(inSentence: sentence, by: extractor)
      found[index].answer = answer
      found[index].evidence.type =
        SentenceScore.weight(of: expected.type) * (answer?.confidence ?? 0)
      found[index].evidence.test =
        answer != nil ? .passed : expected.type.hasForm ? .failed : .untested
      let bytes = passage.bytes
      let form = SentenceForm(
        bytes.span, passage.sentences[sentence],
        isTable: passage.isRow(sentence) && passage.leadIn(of: sentence) != nil)
      // Code answers how to do something, and its comments nothing else.
      let isUnread =
        form.isUnread || passage.listedParts.isContents(sentence, of: passage)
        || expected.type.hasForm && passage.listedParts.isCode(passage.sentences[sentence])
      found[index].evidence.form =
        form.isInterrogative
        ? 0 - SentenceScore.interrogative
        : isUnread
          ? 0 - SentenceScore.unread
          : isOfOtherYear(sentence, of: passage) ? 0 - SentenceScore.otherYear : 0
    }
    // The other sentences are in order already.
    var first = Array(found[..<examined])
    sort(&first)
    return merged(first, found[examined...])
  }

  /// Returns the sentence of a quotation that holds the role or the verb that the question asks
  /// about, if the chosen sentence does not hold it: `Norsk Vind was founded by Kari Dahl. Its chief
  /// is Liv Strand.`
  func sentence(statingPredicateBeside choice: CitationChooser.Choice) -> Int? {
    guard expected.type.hasForm else { return nil }
    let passage = passages[choice.candidate.passage]
    let isPerson = expected.type == .person
    let roles = question.terms.indices.filter {
      let term = question.terms[$0]
      return isPerson && term.isRole || term.isVerb && !term.isLight && !term.isEntity
    }
    func held(_ sentence: Int) -> Int {
      roles.count { passage.support(ofTerm: $0, inSentence: sentence) > 0 }
    }
    guard !roles.isEmpty else { return nil }
    var best = (sentence: choice.candidate.sentence, held: held(choice.candidate.sentence))
    var confidence = 0.0
    for sentence in passage.sentences.indices
    where passage.sentences[sentence].overlaps(choice.range) {
      let count = held(sentence)
      guard count >= best.held, count > held(choice.candidate.sentence),
        continues(sentence, from: choice.candidate.sentence, of: passage, predicates: roles),
        let answer = passage.answer(inSentence: sentence, by: extractor)
      else { continue }
      if count > best.held || answer.confidence > confidence {
        best = (sentence, count)
        confidence = answer.confidence
      }
    }
    return best.sentence == choice.candidate.sentence ? nil : best.sentence
  }

  /// Returns whether a sentence is about the subject of another one: it refers back to it, begins
  /// with what is asked about it, or holds another of its words.
  private func continues(
    _ sentence: Int, from other: Int, of passage: PassageEvidence, predicates: [Int]
  ) -> Bool {
    let range = passage.sentences[sentence]
    let bytes = passage.bytes
    let words = WordScanner.words(in: bytes.span, range: range, atMost: 3)
    if words.prefix(2).contains(where: { $0.classes.contains(.anaphor) }) { return true }
    let isShared = question.terms.indices.contains {
      !predicates.contains($0) && passage.support(ofTerm: $0, inSentence: sentence) > 0
        && passage.support(ofTerm: $0, inSentence: other) > 0
    }
    if isShared { return true }
    guard let first = words.first(where: { !$0.classes.contains(.function) }) else { return false }
    return passage.matches(in: range).contains {
      predicates.contains($0.term) && $0.range.overlaps(first.range)
    }
  }

  /// Returns whether a sentence names a year, but not the one that the question names and the passage
  /// holds.
  private func isOfOtherYear(_ sentence: Int, of passage: PassageEvidence) -> Bool {
    let years = question.terms.indices.filter {
      question.terms[$0].isNumber && question.terms[$0].folded.utf8.count == 4
        && passage.supports($0) && question.terms[$0].folded.utf8.allSatisfy(\.isASCIIDigit)
    }
    guard !years.isEmpty, passage.records[sentence] == nil,
      years.allSatisfy({ passage.support(ofTerm: $0, inSentence: sentence) == 0 })
    else { return false }
    let bytes = passage.bytes
    return WordScanner.words(in: bytes.span, range: passage.sentences[sentence]).contains {
      $0.isNumber && $0.range.count == 4
        && [UInt8(ascii: "1"), UInt8(ascii: "2")].contains(bytes[$0.range.lowerBound])
        && bytes[$0.range].allSatisfy(\.isASCIIDigit)
    }
  }

  /// A term's support outside the sentence.
  private func elsewhere(
    _ passage: PassageEvidence, _ term: Int, from sentence: Int, leadIn: Int?, _ labels: [Double]?
  ) -> Double {
    var support = max(
      SentenceScore.inContext * passage.context[term],
      SentenceScore.inPassage * passage.support[term])
    if let labels {
      support = max(support, RecordContext.sameLabels * labels[term])
    } else if sentence > 0, passage.records[sentence] == nil {
      let before = passage.coverage(ofTerm: term, inSentence: sentence - 1)
      support = max(support, SentenceScore.inPrevious * before)
    }
    if let leadIn {
      let introduced = passage.coverage(ofTerm: term, inSentence: leadIn)
      support = max(support, SentenceScore.inLeadIn * introduced)
    }
    return support
  }

  /// Returns whether a sentence is of an older document than another one, whose statement holds now.
  func isSuperseded(_ candidate: SentenceCandidate, by other: SentenceCandidate) -> Bool {
    !recency.isEmpty && recency[candidate.passage] < recency[other.passage]
  }

  /// Returns whether the title or a heading names the subject, so that a sentence without it may
  /// answer.
  private func mayStandAlone(_ passage: PassageEvidence) -> Bool {
    passage.context.contains { $0 > 0 }
  }

  /// The weighted share of the question that `strength` gives.
  func share(_ strength: (Int) -> Double) -> Double { question.share(strength) }

  /// The place of a candidate among others. The order of the passages settles ties, so that the
  /// same question always gives the same answer.
  private struct Standing: Comparable {
    let score: Double
    let passage: Int
    let sentence: Int
    /// The index of the candidate.
    let index: Int

    init(_ candidate: SentenceCandidate, at index: Int) {
      score = candidate.score
      passage = candidate.passage
      sentence = candidate.sentence
      self.index = index
    }

    static func < (a: Standing, b: Standing) -> Bool {
      a.score != b.score
        ? a.score > b.score : (a.passage, a.sentence) < (b.passage, b.sentence)
    }
  }

  /// Sorts best first. A candidate is large, so only its standing is moved while sorting.
  private func sort(_ candidates: inout [SentenceCandidate]) {
    var standings = candidates.indices.map { Standing(candidates[$0], at: $0) }
    standings.sort()
    candidates = standings.map { candidates[$0.index] }
  }

  /// Returns the candidates of two lists that are sorted, best first.
  private func merged(
    _ first: [SentenceCandidate], _ second: ArraySlice<SentenceCandidate>
  ) -> [SentenceCandidate] {
    var merged: [SentenceCandidate] = []
    merged.reserveCapacity(first.count + second.count)
    var rest = second
    for candidate in first {
      let standing = Standing(candidate, at: 0)
      while let next = rest.first, Standing(next, at: 0) < standing {
        merged.append(next)
        rest = rest.dropFirst()
      }
      merged.append(candidate)
    }
    return merged + rest
  }

  /// The order of the documents' dates, as shares from 0 to 1; 0 for those without a date.
  private static func recency(of passages: [PassageEvidence]) -> [Double] {
    let dates = passages.map { $0.passage.document.date?.value ?? "" }
    let distinct = Set(dates).subtracting([""]).sorted()
    guard distinct.count > 1 else { return dates.map { _ in 0 } }
    return dates.map { date in
      distinct.firstIndex(of: date).map { Double($0) / Double(distinct.count - 1) } ?? 0
    }
  }
}
