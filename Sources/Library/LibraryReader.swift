public import Answering
import Model
import Platform
public import Retrieval
import TextAnalysis

/// A library as one thread asks it.
///
/// Keeps analyzers and scratch memory, which threads cannot share: make one reader for each thread,
/// and keep it from question to question.
public final class LibraryReader {
  public let options: AskOptions
  /// The documents that are asked; nil for all.
  public let scope: LibraryScope?
  let library: Library
  let searcher: Searcher
  let answerer: Answerer<IndexStatistics>
  let reranker = PassageReranker()
  private let normalizer = QuestionNormalizer()
  /// The conditions in the question that this reader was made for.
  private let filters: Narrowing
  /// The reader that was made last for a question with conditions.
  private var narrowed: LibraryReader?
  /// The number of passages that an answer is chosen from.
  static let passagesRead = 16
  /// The number of passages that a table of facts is drawn from.
  private static let passagesTabulated = 100

  init(
    _ library: Library, scope: LibraryScope?, options: AskOptions, filters: Narrowing = Narrowing()
  ) {
    self.filters = filters
    self.library = library
    self.scope = scope
    self.options = options
    searcher = Searcher(library.index, within: scope?.passages)
    answerer = Answerer(statistics: IndexStatistics(searcher: searcher))
  }

  // MARK: Asking

  /// Returns the reader for a question: this one, or if the question has conditions on documents
  /// (`author:Dewi`), one of the documents that meet them as well. There may be none.
  ///
  /// - Complexity: O(*n*) for *n* documents if conditions are not those of the question before.
  public func narrowed(for question: String) throws(IndexError) -> LibraryReader {
    let wanted = QuestionFilters(question).narrowing
    if wanted.isEmpty || wanted == filters { return self }
    if let narrowed, narrowed.filters == wanted { return narrowed }
    let scope = try library.scope(of: wanted.within(scope?.narrowing ?? Narrowing()))
    let made = LibraryReader(library, scope: scope, options: options, filters: wanted)
    narrowed = made
    return made
  }

  /// Answers a question with up to `top` citations, and compares these with their sources.
  ///
  /// - Parameters:
  ///   - top: The greatest number of citations.
  ///   - question: The question as it was typed; see `QuestionFilters` for conditions in it.
  ///   - id: The caller's name for the question, returned with the answer.
  public func ask(
    _ question: String, id: String? = nil, top: Int = 3
  ) throws(IndexError) -> AnsweredQuestion {
    let clock = Stopwatch()
    let reader = try narrowed(for: question)
    var answered = try reader.ask(reader.analyze(question), top: top)
    answered.id = id
    answered.microseconds = clock.microseconds
    return answered
  }

  /// Answers an analysed question. Conditions in it do not count.
  public func ask(_ query: Query, top: Int = 3) throws(IndexError) -> AnsweredQuestion {
    let clock = Stopwatch()
    let question = answerer.analyze(query)
    let (ranked, readings) = try ranked(question, top: top)
    let answer = answerer.answer(question, from: ranked, top: top)
    let states = answer.citations.map { library.sourceState(of: $0) }
    var answered = AnsweredQuestion(
      query: query, answer: answer, sourceStates: states, microseconds: clock.microseconds)
    answered.readings = readings
    return answered
  }

  /// Analyses a question: its words, and whatever represents them in the languages of the passages.
  public func analyze(_ question: String) -> Query {
    var query = searcher.query(QuestionFilters(question).blanked, language: options.language)
    if !isPlain {
      normalizer.normalize(&query, analyzer: searcher.analyzer(query.language))
    }
    // The plain weightings serve as a comparison: they look for exactly what was asked.
    library.translator.translate(
      &query, into: library.index.languages, isPlain: options.search.weighting != .default,
      analyzer: searcher.analyzer, presence: searcher.presence)
    searcher.prefetch(query)
    query.text = question
    return query
  }

  /// Returns documents in the order of their best passages, best first, each once.
  public func retrieve(_ question: String, top: Int) throws(IndexError) -> [RankedDocument] {
    let reader = try narrowed(for: question)
    if reader !== self { return try reader.retrieve(question, top: top) }
    let query = analyze(question)
    let stage = isPlain ? nil : reranker.rescoring(answerer.analyze(query))
    return try searcher.retrieve(query, top: top, options: options.search, rescoring: stage)
  }

  /// Collects the dates or amounts that sentences about a topic give.
  public func facts(_ kind: FactKind, about topic: String) throws(IndexError) -> AnsweredFacts {
    let clock = Stopwatch()
    let reader = try narrowed(for: topic)
    if reader !== self { return try reader.facts(kind, about: topic) }
    let query = analyze(topic)
    let ranked = try searcher.search(query, top: Self.passagesTabulated, options: options.search)
    let table = answerer.facts(kind, about: answerer.analyze(query), from: ranked)
    var sentences = AnsweredQuestion(
      query: query,
      answer: Answer(
        question: topic, language: table.language, type: .other, verdict: .related,
        citations: table.citations),
      sourceStates: table.citations.map { library.sourceState(of: $0) },
      microseconds: clock.microseconds)
    sentences.isWhole = true
    return AnsweredFacts(table: table, sentences: sentences)
  }

  // MARK: Documents

  /// Returns the ids of the documents that a name means: the one with that id, else those whose id
  /// ends in the name after a slash, else the one at that line of a collection (`corpus.jsonl:17`).
  ///
  /// - Complexity: O(*n*) for *n* documents.
  public func documents(named name: String) throws(IndexError) -> [String] {
    try searcher.documents(named: name)
  }

  /// Returns the passages of a document in the order of its source; empty if the index does not hold
  /// it.
  ///
  /// - Complexity: O(*n*) for *n* passages of the index.
  public func passages(ofDocument id: String) throws(IndexError) -> [StoredPassage] {
    try searcher.passages(ofDocument: id)
  }

  // MARK: About an answer

  /// Explains for each citation how its passage came to its score; nil for a line that no search
  /// ranks.
  public func explain(_ answered: AnsweredQuestion) throws(IndexError) -> [Explanation?] {
    try explain(answered, answered.answer.citations[...])
  }

  /// Explains how the passage of one citation came to its score.
  public func explain(
    _ answered: AnsweredQuestion, citationAt index: Int
  ) throws(IndexError) -> Explanation? {
    try explain(answered, answered.answer.citations[index...index])[0]
  }

  private func explain(
    _ answered: AnsweredQuestion, _ citations: ArraySlice<Citation>
  ) throws(IndexError) -> [Explanation?] {
    let explainer = searcher.explainer(of: answered.query, options: options.search)
    var readings = answered.readings
    if readings == nil { readings = try self.readings(of: answered.query) }
    var explanations: [Explanation?] = []
    for citation in citations {
      guard var explanation = try explainer.explanation(of: citation.passage) else {
        explanations.append(nil)
        continue
      }
      addEvidence(to: &explanation, of: citation.passage, from: readings ?? [])
      explanations.append(explanation)
    }
    return explanations
  }

  /// Returns the words that were probably meant by those that nothing in the index supports; none
  /// if the question was answered.
  ///
  /// - Complexity: O(*w*), where *w* is the number of words of the index that begin like one of
  ///   the missing words.
  public func corrections(of answered: AnsweredQuestion) throws(IndexError) -> [SpellingCorrection]
  {
    guard answered.answer.verdict != .answered else { return [] }
    let analyzer = searcher.analyzer(answered.query.language)
    var found: [SpellingCorrection] = []
    for term in answered.query.terms where answered.answer.missing.contains(term.text) {
      let correction = try SpellingCorrection(of: term, in: searcher) { word in
        analyzer.analyze(word).first?.stem ?? word
      }
      if let correction, !found.contains(correction) { found.append(correction) }
    }
    return found
  }

  /// Determines how far a document came: its place in the ranking, and its best sentence beside
  /// the `top` citations of the answer. Nil if the index does not hold the document.
  func standing(
    of document: String, for query: Query, top: Int
  ) throws(IndexError) -> (DocumentRank, DocumentStanding)? {
    let question = answerer.analyze(query)
    var readings: [PassageReranker.Reading] = []
    guard
      var rank = try searcher.rank(
        ofDocument: document, for: query, options: options.search,
        rescoring: readingOn(question) { readings.append($0) })
    else { return nil }
    addEvidence(to: &rank.explanation, of: rank.passage, from: readings)
    if var first = rank.first {
      addEvidence(to: &first.explanation, of: first.passage.passage, from: readings)
      rank.first = first
    }
    let ranked = try ranked(question, top: top).passages
    return (rank, answerer.standing(of: document, for: question, from: ranked, top: top))
  }

  // MARK: Ranking

  /// Whether a plain weighting ranks passages, without a second stage.
  private var isPlain: Bool { options.search.weighting != .default }

  /// Returns the passages that an answer is chosen from, and what the second stage read of them.
  private func ranked(
    _ question: AnalyzedQuestion, top: Int
  ) throws(IndexError) -> (passages: [RankedPassage], readings: [PassageReranker.Reading]) {
    var readings: [PassageReranker.Reading] = []
    let passages = try searcher.search(
      question.query, top: max(Self.passagesRead, 4 * top), options: options.search,
      rescoring: readingOn(question) { readings.append($0) })
    return (passages, readings)
  }

  private func readings(of query: Query) throws(IndexError) -> [PassageReranker.Reading] {
    isPlain ? [] : try ranked(answerer.analyze(query), top: 1).readings
  }

  /// The second stage for an answer; nil for the plain weightings.
  ///
  /// An answer weighs the sentences of all passages against each other, so this stage reads on
  /// after the lead is settled.
  func readingOn(
    _ question: AnalyzedQuestion, watching: ((PassageReranker.Reading) -> Void)? = nil
  ) -> Rescoring? {
    guard !isPlain else { return nil }
    var stage = reranker.rescoring(question, watching: watching)
    stage.reach = .infinity
    return stage
  }

  /// Adds what the second stage gave to a passage.
  private func addEvidence(
    to explanation: inout Explanation, of passage: StoredPassage,
    from readings: [PassageReranker.Reading]
  ) {
    if let reading = readings.last(where: { $0.passage.passage == passage }) {
      explanation.evidence = reranker.evidence(of: reading, explained: explanation.score)
    }
  }
}

/// The facts about a topic, and the sentences that state them.
public struct AnsweredFacts: Sendable, Equatable {
  public var table: FactTable
  /// The table's citations as those of an answer with the verdict `related`, so that later requests
  /// can refer to them.
  public var sentences: AnsweredQuestion
}

/// The statistics of an index that the answerer needs.
struct IndexStatistics: TermStatistics {
  let searcher: Searcher

  /// The inverse document frequency of a stem; 0 in a damaged dictionary, which the search itself
  /// reports.
  func idf(ofStem stem: String, in language: Language) -> Double {
    guard let (passages, total) = try? searcher.frequency(ofStem: stem, in: language) else {
      return 0
    }
    return BackgroundFrequencies.idf(
      ofStem: stem, in: language, frequency: passages, of: total)
  }
}
