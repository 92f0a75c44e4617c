import Model
public import Retrieval
import TextAnalysis

/// Answers an analysed question from ranked passages: chooses and cites sentences, marks the words
/// asked for, and judges whether they answer.
///
/// Owns analyzers, which are not thread-safe: one answerer per thread. Of a question it keeps
/// nothing to the next but the stems, weights and related words of single words.
public struct Answerer<Statistics: TermStatistics> {
  private let statistics: Statistics
  private let classifier = QuestionClassifier()
  private let stems = StemReaders()

  /// The number of sentences whose values are compared.
  private static var compared: Int { 3 }

  public init(statistics: Statistics) { self.statistics = statistics }

  /// Returns the question in the form in which this answerer and the second stage of ranking read
  /// passages for it.
  public func analyze(_ query: Query) -> AnalyzedQuestion {
    AnalyzedQuestion(
      query, classifier.questionType(of: query), statistics: statistics, stems: stems)
  }

  /// Returns the answer to a question.
  ///
  /// - Parameters:
  ///   - question: The question, as `analyze(_:)` returned it.
  ///   - ranked: The passages that were found, best first.
  ///   - top: The maximum number of citations.
  ///   - nearest: A Boolean value that indicates whether an answer without citations gets the
  ///     nearest passages instead.
  public func answer(
    _ question: AnalyzedQuestion, from ranked: [RankedPassage], top: Int, nearest: Bool = false
  ) -> Answer {
    var answer = Answer(
      question: question.query.text, language: question.query.language,
      type: question.expected.type, verdict: .none)
    if let statement = question.expected.statement,
      state(statement, question, ranked, in: &answer)
    {
      return answer
    }
    guard let evidence = read(ranked, for: question, top: top) else { return answer }
    answer.missing = evidence.missing()
    let candidates = evidence.candidates()
    // Certainty is judged by the first three, however many are wanted.
    let choices = CitationChooser(evidence: evidence).choices(
      from: candidates, top: max(top, Self.compared))
    guard let first = choices.first else { return answer }
    let spans = choices.map { span(of: $0, evidence) }
    let second = candidates.first {
      $0.passage != first.candidate.passage && !evidence.isSuperseded($0, by: first.candidate)
    }?.score
    let judgement = evidence.judgement(of: first, answer: spans[0], second: second)
    answer.verdict = judgement.verdict
    answer.support = judgement.support
    answer.evidence = judgement.features
    func citations(_ count: Int) -> [Citation] {
      choices.indices.prefix(count).map { index in
        citation(of: choices[index], answer: spans[index], rank: index + 1, evidence)
      }
    }
    guard judgement.verdict != .none else {
      if nearest { answer.nearest = citations(Self.compared) }
      return answer
    }
    answer.citations = citations(max(top, 1))
    let words = shown(spans[0], of: first, evidence)
    answer.answerRange = words.map {
      evidence.passages[first.candidate.passage].snippetRange(of: $0.range, in: first.range)
    }
    answer.isCertain = false
    if let words {
      let reader = CertaintyReader(
        evidence: evidence, choices: choices, spans: spans, candidates: candidates,
        judgement: judgement)
      let features = reader.features(of: words)
      let model = CertaintyModel.standard
      // *How long?* may be answered with a length, which is as sure as other measures.
      let isLength = answer.type == .duration && words.mention?.dimension == .length
      let certainty = model.certainty(features, of: isLength ? .number : answer.type)
      answer.certaintyFeatures = features
      answer.certainty = certainty
      let isField = FieldCertainty(evidence: evidence, candidates: candidates)
        .isBeyondDoubt(words, of: first.candidate)
      let isStated =
        certainty >= StatementCertainty.leastCertainty
        && StatementCertainty(evidence: evidence, candidates: candidates)
          .isWhole(words, of: first.candidate)
      answer.isCertain =
        answer.verdict == .answered && (certainty >= model.threshold || isField || isStated)
        && words.confidence >= CertaintyModel.leastConfidence
        && !reader.lacksEssential(beside: words)
    }
    if judgement.verdict == .answered {
      let count = answer.citations.count
      answer.agreement = AgreementFinder(evidence: evidence).agreement(
        of: Array(choices.prefix(count)), answers: Array(spans.prefix(count)))
    }
    return answer
  }

  func citation(
    of choice: CitationChooser.Choice, answer: AnswerSpan?, rank: Int, _ evidence: EvidenceReader
  ) -> Citation {
    var citation = CitationBuilder.citation(
      of: evidence.passages[choice.candidate.passage], range: choice.range, rank: rank,
      answer: answer?.range, evidence: choice.candidate.evidence, score: choice.candidate.score,
      question: evidence.question)
    citation.also = choice.also.map { evidence.passages[$0].passage.document.source }
    return citation
  }

  /// The passages that may be quoted, read for the question's words; nil if it has none to
  /// look for.
  func read(
    _ ranked: [RankedPassage], for question: AnalyzedQuestion, top: Int
  ) -> EvidenceReader? {
    guard !question.terms.isEmpty else { return nil }
    let best = max(ranked.first?.score ?? 0, .leastNormalMagnitude)
    var passages: [(PassageEvidence, Double)] = []
    for index in ranked.indices where passages.count < SentenceScore.passages(for: top) {
      guard mayQuote(ranked[index].passage, for: question) else { continue }
      passages.append(
        (question.evidence(in: ranked[index].passage), ranked[index].score / best))
    }
    return EvidenceReader(question, passages, top: top)
  }

  /// Returns whether a passage is one of those whose sentences may answer a question.
  private func mayQuote(_ passage: StoredPassage, for question: AnalyzedQuestion) -> Bool {
    switch passage.role {
    case .body: true
    case .metadata: question.expected.form == .description
    case .boilerplate: false
    }
  }

  /// Returns whether the passages after the first ones of a ranking cannot change the answer.
  ///
  /// - Parameters:
  ///   - first: The first passages of the ranking, at least those that its second stage orders.
  ///   - question: The question, as `analyze(_:)` returned it.
  ///   - top: The maximum number of citations.
  public func isEnough(
    _ first: [RankedPassage], for question: AnalyzedQuestion, top: Int
  ) -> Bool {
    // A statement about an article is looked for in all passages.
    guard question.expected.statement == nil else { return false }
    let quotable = first.indices.count { mayQuote(first[$0].passage, for: question) }
    return quotable >= SentenceScore.passages(for: top)
  }

  /// The words that answer, looked for in the sentence and then in all that is shown of it.
  func span(of choice: CitationChooser.Choice, _ evidence: EvidenceReader) -> AnswerSpan? {
    let passage = evidence.passages[choice.candidate.passage]
    if let stating = evidence.sentence(statingPredicateBeside: choice),
      let answer = passage.answer(inSentence: stating, by: evidence.extractor)
    {
      return answer
    }
    if let answer = choice.candidate.answer { return answer }
    // A record does not answer with the words beside it.
    if passage.records[choice.candidate.sentence] != nil, !passage.asks(choice.candidate.sentence) {
      return nil
    }
    return evidence.extractor.answer(in: passage, range: choice.range)
  }

  /// The words to give: those that a recogniser found, or else the likeliest phrase of the
  /// sentence.
  private func shown(
    _ span: AnswerSpan?, of choice: CitationChooser.Choice, _ evidence: EvidenceReader
  ) -> AnswerSpan? {
    if let span, evidence.expected.type != .choice || span.isField { return span }
    let passage = evidence.passages[choice.candidate.passage]
    return evidence.extractor.phrase(
      in: passage,
      range: RecordFields.statement(ofSentence: choice.candidate.sentence, in: passage)) ?? span
  }

  /// Answers a question about an article from the line that states it. Returns false if no article
  /// that the question may refer to has such a line.
  private func state(
    _ statement: ExpectedAnswer.Statement, _ analyzed: AnalyzedQuestion, _ ranked: [RankedPassage],
    in answer: inout Answer
  ) -> Bool {
    let question = QuestionTerms(
      analyzed.query, expected: analyzed.expected, statistics: statistics,
      stems: stems[analyzed.query.language], withRelated: false,
      skipping: StatementQuestion.isAboutArticle)
    let finder = StatementFinder(statement: statement, question: question, stems: stems)
    guard let finding = finder.finding(among: ranked),
      finding.coverage >= VerdictRule.leastAnswered,
      finding.isTitled || !analyzed.expected.isStatementImplied,
      case let bytes = finding.evidence.bytes, let range = bytes.span.trimmed(bytes.indices)
    else { return false }
    answer.missing = question.terms.indices.filter { finding.support[$0] == 0 }
      .map { question.terms[$0].text }
    let lacksEntity = question.terms.indices.contains {
      finding.support[$0] == 0 && question.terms[$0].isEntity
    }
    answer.verdict = lacksEntity ? .related : .answered
    answer.support = finding.coverage * (lacksEntity ? VerdictRule.lackingEntity : 1)
    answer.citations = [
      CitationBuilder.citation(
        of: finding.evidence, range: range, rank: 1, score: finding.coverage, question: question)
    ]
    answer.isCertain = true
    answer.answerRange = finding.answer.flatMap { found in
      range.lowerBound <= found.lowerBound && found.upperBound <= range.upperBound
        ? finding.evidence.snippetRange(of: found, in: range) : nil
    }
    return true
  }
}
