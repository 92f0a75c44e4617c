public import Answering
import Cluster
import Corpus
import Indexing
import Model
import Platform
public import Retrieval
import TextAnalysis

/// Asks a library on one thread.
///
/// A reader has analyzers and scratch memory, which threads cannot share. Create one reader for
/// each thread, and keep it from question to question.
///
/// ```swift
/// let reader = library.makeReader()
/// let answered = try reader.ask("Who opened the workshop?")
/// ```
public final class LibraryReader {
  public let options: AskOptions
  /// The documents to search, or nil for all documents.
  public let scope: LibraryScope?
  let library: Library
  let searcher: Searcher
  let answerer: Answerer<IndexStatistics>
  let reranker = PassageReranker()
  private let normalizer = QuestionNormalizer()
  private let translator: QuestionTranslator
  /// The documents that the source outside found last.
  let held: HeldPassages
  /// The conditions in the question that this reader was made for.
  private let filters: Narrowing
  /// The reader that was made last for a question with conditions.
  private var narrowed: LibraryReader?
  /// The number of passages that an answer is chosen from.
  static let passagesRead = 16
  /// The greatest number of passages from which a table of facts is collected.
  private static let passagesTabulated = 100

  /// - Parameter other: A reader of the same thread, with the same options, whose analyzers and
  ///   translations are used; nil for new ones.
  init(
    _ library: Library, scope: LibraryScope?, options: AskOptions, filters: Narrowing = Narrowing(),
    sharingWith other: LibraryReader? = nil
  ) {
    self.filters = filters
    self.library = library
    self.scope = scope
    self.options = options
    // A reader of what was held for one question holds nothing itself.
    held = library.source == nil ? HeldPassages() : other?.held ?? HeldPassages()
    searcher = Searcher(
      library.index, within: scope?.passages, sharingWith: other?.searcher)
    answerer = Answerer(statistics: IndexStatistics(searcher: searcher))
    // A reader of what was held for one question has an index of its own.
    let sharing = other?.library === library ? other?.translator : nil
    translator = sharing ?? QuestionTranslator(library, searcher, isPlain: options.isPlain)
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
    let made = LibraryReader(
      library, scope: scope, options: options, filters: wanted, sharingWith: self)
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
    if let (reader, report) = try holding(query) {
      var answered = try reader.ask(reader.analyze(query.text), top: top)
      held.keepAnswered(answered.query)
      answered.report = report
      answered.microseconds = clock.microseconds
      return answered
    }
    let question = answerer.analyze(query)
    let (ranked, readings) = try ranked(question, top: top)
    let answer = answerer.answer(
      question, from: ranked, top: top, nearest: options.givesNearest)
    let states = answer.quoted.map { library.sourceState(of: $0) }
    var answered = AnsweredQuestion(
      query: query, answer: answer, sourceStates: states, microseconds: clock.microseconds)
    answered.readings = readings
    return answered
  }

  /// Analyses a question: its words, and the concepts that represent them in the languages of the
  /// passages.
  public func analyze(_ question: String) -> Query {
    var query = searcher.query(
      QuestionFilters(question).blanked, language: options.language,
      usually: library.source?.languages.first)
    if !options.isPlain {
      normalizer.normalize(&query, analyzer: searcher.analyzer(query.language))
    }
    translator.translate(&query)
    searcher.prefetch(query)
    query.text = question
    return query
  }

  /// Returns up to `top` documents, each once, in the order of their best passages.
  public func retrieve(_ question: String, top: Int) throws(IndexError) -> [RankedDocument] {
    let reader = try narrowed(for: question)
    if reader !== self { return try reader.retrieve(question, top: top) }
    let query = analyze(question)
    if let (reader, _) = try holding(query, count: top) {
      return try reader.retrieve(question, top: top)
    }
    let stage = options.isPlain ? nil : reranker.rescoring(answerer.analyze(query))
    return try searcher.retrieve(query, top: top, options: options.search, rescoring: stage)
  }

  /// Collects the dates or amounts in sentences about a topic.
  public func facts(_ kind: FactKind, about topic: String) throws(IndexError) -> AnsweredFacts {
    let clock = Stopwatch()
    let reader = try narrowed(for: topic)
    if reader !== self { return try reader.facts(kind, about: topic) }
    let query = analyze(topic)
    if let (reader, report) = try holding(query, count: Self.passagesTabulated) {
      var facts = try reader.facts(kind, about: topic)
      facts.sentences.report = report
      return facts
    }
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

  /// Returns the ids of the documents to which a name refers: the document with this id; if there
  /// is none, the documents whose ids end with a slash and the name; if there are none, the
  /// documents at this line of a collection (`corpus.jsonl:17`).
  ///
  /// - Complexity: O(*n*), where *n* is the number of documents.
  public func documents(named name: String) throws(IndexError) -> [String] {
    guard let source = library.source else { return try searcher.documents(named: name) }
    return try document(name, of: source).map { [$0.id] } ?? []
  }

  /// Returns the passages of a document in the order of its source. The array is empty if the index
  /// does not contain the document.
  ///
  /// - Complexity: O(*n*), where *n* is the number of passages of the index.
  public func passages(ofDocument id: String) throws(IndexError) -> [StoredPassage] {
    guard let source = library.source else { return try searcher.passages(ofDocument: id) }
    guard let document = try document(id, of: source) else { return [] }
    let index = try HeldPassages.index(
      of: [document], from: source.name, counting: CountedWords(), analyzer: searcher.analyzer)
    return try Searcher(index, sharingWith: searcher).passages(ofDocument: id)
  }

  // MARK: About an answer

  /// Returns the explanation of the score of each citation's passage, or nil for a line that no
  /// search ranks.
  public func explain(_ answered: AnsweredQuestion) throws(IndexError) -> [Explanation?] {
    try explain(answered, answered.answer.citations[...])
  }

  /// Returns the explanation of the score of one citation's passage, or nil for a line that no
  /// search ranks.
  public func explain(
    _ answered: AnsweredQuestion, citationAt index: Int
  ) throws(IndexError) -> Explanation? {
    try explain(answered, answered.answer.citations[index...index])[0]
  }

  private func explain(
    _ answered: AnsweredQuestion, _ citations: ArraySlice<Citation>
  ) throws(IndexError) -> [Explanation?] {
    if let (reader, _) = try holding(answered.query) {
      return try reader.explain(answered, citations)
    }
    let explainer = searcher.explainer(
      of: searchQuery(answerer.analyze(answered.query)), options: options.search)
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

  /// Returns a correction for each word of the question that does not occur in the index and is
  /// similar to one that does. The array is empty if the question was answered.
  ///
  /// - Complexity: O(*w*), where *w* is the number of words of the index that begin like one of
  ///   the missing words.
  public func corrections(of answered: AnsweredQuestion) throws(IndexError) -> [SpellingCorrection]
  {
    // The words of the documents that were found are not those of all documents.
    guard answered.answer.verdict != .answered, library.source == nil else { return [] }
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

  /// Returns the rank of a document, and its best sentence in comparison with the `top` citations
  /// of the answer. The result is nil if the index does not contain the document.
  func standing(
    of document: String, for query: Query, top: Int
  ) throws(IndexError) -> (DocumentRank, DocumentStanding)? {
    let question = answerer.analyze(query)
    var readings: [PassageReranker.Reading] = []
    guard
      var rank = try searcher.rank(
        ofDocument: document, for: searchQuery(question), options: options.search,
        rescoring: readingOn(question) { readings.append($0) })
    else { return nil }
    addEvidence(to: &rank.explanation, of: rank.passage, from: readings)
    if var first = rank.first {
      addEvidence(to: &first.explanation, of: first.passage.passage, from: readings)
      rank.first = first
    }
    let ranked = try ranked(question, top: top, isWhole: true).passages
    return (rank, answerer.standing(of: document, for: question, from: ranked, top: top))
  }

  // MARK: Ranking

  /// Returns the query with which passages are searched for an answer. The plain weightings search
  /// for exactly the words of the question.
  private func searchQuery(_ question: AnalyzedQuestion) -> Query {
    options.isPlain ? question.query : question.answerQuery
  }

  /// Returns the passages from which an answer is chosen, and the readings of the second stage.
  ///
  /// - Parameters:
  ///   - question: The analysed question.
  ///   - top: The greatest number of citations.
  ///   - isWhole: A Boolean value that indicates whether to read the passages that cannot change the
  ///     answer as well.
  private func ranked(
    _ question: AnalyzedQuestion, top: Int, isWhole: Bool = false
  ) throws(IndexError) -> (passages: [RankedPassage], readings: [PassageReranker.Reading]) {
    var readings: [PassageReranker.Reading] = []
    let passages = try searcher.search(
      searchQuery(question), top: max(Self.passagesRead, 4 * top), options: options.search,
      rescoring: readingOn(question) { readings.append($0) },
      until: isWhole ? nil : { self.answerer.isEnough($0, for: question, top: top) })
    return (passages, readings)
  }

  private func readings(of query: Query) throws(IndexError) -> [PassageReranker.Reading] {
    options.isPlain ? [] : try ranked(answerer.analyze(query), top: 1).readings
  }

  /// Returns the second stage for an answer, or nil for the plain weightings.
  ///
  /// An answer compares the sentences of all passages, so this stage continues to read after the
  /// best passage is certain, and reads all passages whose sentences are compared.
  func readingOn(
    _ question: AnalyzedQuestion, watching: ((PassageReranker.Reading) -> Void)? = nil
  ) -> Rescoring? {
    guard !options.isPlain else { return nil }
    var stage = reranker.rescoring(question, watching: watching)
    stage.reach = .infinity
    stage.depth = PassageReranker.answerDepth
    return stage
  }

  /// Adds the contributions of the second stage to the explanation of a passage.
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
  /// The citations of the table, as an answer with the verdict `related`, so that later requests
  /// can refer to them.
  public var sentences: AnsweredQuestion
}

/// The statistics of an index that the answerer needs.
struct IndexStatistics: TermStatistics {
  let searcher: Searcher

  var passageCount: Int { searcher.collectionPassageCount }

  /// Returns the inverse document frequency of a stem, or 0 if the dictionary is damaged, which the
  /// search itself reports.
  func idf(ofStem stem: String, in language: Language) -> Double {
    guard let (passages, total) = try? searcher.frequency(ofStem: stem, in: language) else {
      return 0
    }
    return BackgroundFrequencies.idf(
      ofStem: stem, in: language, frequency: passages, of: total)
  }
}
