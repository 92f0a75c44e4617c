public import Retrieval
import TextAnalysis

/// Answers an analysed question from ranked passages: chooses and cites sentences, marks the words
/// asked for, and judges whether they answer.
///
/// Owns analyzers, which are not thread-safe: one answerer per thread. It keeps nothing else from
/// one question to the next.
public struct Answerer<Statistics: TermStatistics> {
  let statistics: Statistics
  let classifier = QuestionClassifier()
  let analyzers = AnalyzerCache()

  public init(statistics: Statistics) { self.statistics = statistics }

  /// The answer with up to `top` citations; `ranked` is best first.
  public func answer(_ query: Query, from ranked: [RankedPassage], top: Int) -> Answer {
    let expected = classifier.questionType(of: query)
    var answer = Answer(
      question: query.text, language: query.language, type: expected.type, verdict: .none)
    if let statement = expected.statement,
      state(statement, expected, query, ranked, in: &answer)
    {
      return answer
    }
    guard let evidence = read(ranked, for: query, expected) else { return answer }
    answer.missing = evidence.missing()
    let candidates = evidence.candidates()
    let choices = CitationChooser(evidence: evidence).choices(from: candidates, top: max(top, 1))
    guard let first = choices.first else { return answer }
    let spans = choices.map { span(of: $0, evidence) }
    let second = candidates.first { $0.passage != first.candidate.passage }?.score
    let judgement = evidence.judgement(of: first, answer: spans[0], second: second)
    answer.verdict = judgement.verdict
    answer.support = judgement.support
    guard judgement.verdict != .none else { return answer }
    answer.citations = choices.indices.map { index in
      citation(of: choices[index], answer: spans[index], rank: index + 1, evidence)
    }
    answer.isCertain =
      answer.verdict == .answered
      && spans[0].map { $0.confidence >= VerdictRule.leastCertain(answer.type) } ?? false
    answer.answerRange = shown(spans[0], of: first, evidence).map {
      ($0.range.lowerBound - first.range.lowerBound)..<($0.range.upperBound - first.range.lowerBound)
    }
    if judgement.verdict == .answered {
      answer.agreement = AgreementFinder(evidence: evidence).agreement(of: choices, answers: spans)
    }
    return answer
  }

  func citation(
    of choice: CitationChooser.Choice, answer: AnswerSpan?, rank: Int, _ evidence: EvidenceReader
  ) -> Citation {
    CitationBuilder.citation(
      of: evidence.passages[choice.candidate.passage], range: choice.range, rank: rank,
      answer: answer?.range, evidence: choice.candidate.evidence, score: choice.candidate.score,
      question: evidence.question)
  }

  /// The passages that may be quoted, read for the question's words; nil where it has none that
  /// could be looked for.
  func read(
    _ ranked: [RankedPassage], for query: Query, _ expected: ExpectedAnswer
  ) -> EvidenceReader? {
    let question = QuestionTerms(query, expected: expected, statistics: statistics) { _ in false }
    guard !question.isEmpty else { return nil }
    let best = max(ranked.first?.score ?? 0, .leastNormalMagnitude)
    var passages: [PassageEvidence] = []
    for item in ranked where passages.count < SentenceScore.passages {
      switch item.passage.role {
      case .body: break
      case .metadata where expected.form == .description: break
      case .metadata, .boilerplate: continue
      }
      passages.append(
        PassageEvidence(
          item.passage, relativeScore: item.score / best,
          matcher: question.matcher(for: item.passage.language),
          analyzer: analyzers.analyzer(for: item.passage.language)))
    }
    return EvidenceReader(
      question: question, expected: expected, language: query.language, passages: passages)
  }

  /// The words that answer, looked for in the sentence and then in all that is shown of it.
  func span(of choice: CitationChooser.Choice, _ evidence: EvidenceReader) -> AnswerSpan? {
    if let answer = choice.candidate.answer { return answer }
    let extractor = AnswerExtractor(question: evidence.question, expected: evidence.expected)
    return extractor.answer(in: evidence.passages[choice.candidate.passage], range: choice.range)
  }

  /// The words that are given: those a recogniser is sure of, else the likeliest phrase of the
  /// sentence.
  private func shown(
    _ span: AnswerSpan?, of choice: CitationChooser.Choice, _ evidence: EvidenceReader
  ) -> AnswerSpan? {
    if let span, evidence.expected.type != .choice { return span }
    let extractor = AnswerExtractor(question: evidence.question, expected: evidence.expected)
    let passage = evidence.passages[choice.candidate.passage]
    return extractor.phrase(in: passage, range: passage.sentences[choice.candidate.sentence])
      ?? span
  }

  /// Answers a question about an article from the line that states it; false where no article
  /// that the question may mean has such a line.
  private func state(
    _ statement: ExpectedAnswer.Statement, _ expected: ExpectedAnswer, _ query: Query,
    _ ranked: [RankedPassage], in answer: inout Answer
  ) -> Bool {
    let question = QuestionTerms(
      query, expected: expected, statistics: statistics,
      skipping: StatementQuestion.isAboutArticle)
    let finder = StatementFinder(statement: statement, question: question, analyzers: analyzers)
    guard let finding = finder.finding(among: ranked),
      finding.coverage >= VerdictRule.leastAnswered,
      let range = finding.evidence.bytes.span.trimmed(finding.evidence.bytes.indices)
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
    answer.answerRange = finding.answer.flatMap { found in
      range.lowerBound <= found.lowerBound && found.upperBound <= range.upperBound
        ? (found.lowerBound - range.lowerBound)..<(found.upperBound - range.lowerBound) : nil
    }
    return true
  }
}
