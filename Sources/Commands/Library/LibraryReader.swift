import Answering
import Retrieval
import TextAnalysis

/// How a library is asked.
struct AskOptions: Sendable, Equatable {
  /// The language of questions; nil to tell it from their words.
  var language: Language?
  var search = SearchOptions()
}

/// A library as one thread asks it.
final class LibraryReader {
  let searcher: Searcher
  let answerer: Answerer<IndexStatistics>
  let reranker = PassageReranker()
  let options: AskOptions
  private let translator: QuestionTranslator
  private let normalizer = QuestionNormalizer()
  /// Passages that an answer is chosen from.
  static let passagesRead = 16
  /// Passages that a table of facts is drawn from.
  private static let passagesTabulated = 100

  init(searcher: Searcher, translator: QuestionTranslator, options: AskOptions) {
    self.translator = translator
    self.searcher = searcher
    answerer = Answerer(statistics: IndexStatistics(searcher: searcher))
    self.options = options
  }

  func answer(_ question: String, top: Int) throws(IndexError) -> Answer {
    let question = answerer.analyze(query(question))
    return answerer.answer(question, from: try ranked(question, top: top), top: top)
  }

  /// The dates or amounts that sentences about a topic give.
  func facts(_ kind: FactKind, about topic: String) throws(IndexError) -> FactTable {
    let query = query(topic)
    let ranked = try searcher.search(query, top: Self.passagesTabulated, options: options.search)
    return answerer.facts(kind, about: answerer.analyze(query), from: ranked)
  }

  /// The question's words, and what stands for them in the languages of the passages.
  func query(_ question: String) -> Query {
    var query = searcher.query(question, language: options.language)
    if options.search.weighting == .default {
      normalizer.normalize(&query, analyzer: searcher.analyzer(query.language))
    }
    // The plain weightings are there to compare with: they look for what was asked.
    translator.translate(
      &query, into: searcher.index.languages, isPlain: options.search.weighting != .default,
      analyzer: searcher.analyzer, presence: searcher.presence)
    searcher.prefetch(query)
    return query
  }

  /// The language that a question is taken to be in.
  func language(of question: String) -> Language { query(question).language }

  /// The ids of the documents that a name means.
  func documents(named name: String) throws(IndexError) -> [String] {
    try searcher.documents(named: name)
  }

  /// Where a document stands in the ranking, and how far it came among the `top` citations of the
  /// answer; nil where the index does not hold it.
  func standing(
    of document: String, for question: String, top: Int
  ) throws(IndexError) -> (DocumentRank, DocumentStanding)? {
    let question = answerer.analyze(query(question))
    guard
      var rank = try searcher.rank(
        ofDocument: document, for: question.query, options: options.search,
        rescoring: readingOn(question))
    else { return nil }
    try addEvidence(to: &rank.explanation, of: rank.passage, question)
    if var first = rank.first {
      try addEvidence(to: &first.explanation, of: first.passage.passage, question)
      rank.first = first
    }
    let ranked = try ranked(question, top: top)
    return (rank, answerer.standing(of: document, for: question, from: ranked, top: top))
  }

  /// The passages that an answer is chosen from.
  func ranked(
    _ question: AnalyzedQuestion, top: Int
  ) throws(IndexError) -> [RankedPassage] {
    try searcher.search(
      question.query, top: max(Self.passagesRead, 4 * top), options: options.search,
      rescoring: readingOn(question))
  }

  /// Documents in the order of their best passages, best first, each once.
  func retrieve(_ question: String, top: Int) throws(IndexError) -> [RankedDocument] {
    let query = query(question)
    return try searcher.retrieve(
      query, top: top, options: options.search, rescoring: rescoring(answerer.analyze(query)))
  }

  /// The second stage; the plain weightings, there to compare with, have none.
  private func rescoring(_ question: @autoclosure () -> AnalyzedQuestion) -> Rescoring? {
    options.search.weighting == .default ? reranker.rescoring(question()) : nil
  }

  /// The same for an answer: sentences of all passages are weighed against each other, so that it
  /// reads on where the lead is settled.
  func readingOn(
    _ question: AnalyzedQuestion, watching: ((PassageReranker.Reading) -> Void)? = nil
  ) -> Rescoring? {
    guard options.search.weighting == .default else { return nil }
    var stage = reranker.rescoring(question, watching: watching)
    stage.reach = .infinity
    return stage
  }

  /// For words of the question that the index does not hold, those that were probably meant.
  func corrections(of words: [String], in question: String) throws(IndexError)
    -> [SpellingCorrection]
  {
    let query = searcher.query(question, language: options.language)
    let analyzer = searcher.analyzer(query.language)
    var found: [SpellingCorrection] = []
    for term in query.terms where words.contains(term.text) {
      let correction = try SpellingCorrection(of: term, in: searcher) {
        analyzer.analyze($0).first?.stem ?? $0
      }
      if let correction, !found.contains(correction) { found.append(correction) }
    }
    return found
  }

  /// The question made whole with the words of the one before it; nil where it needs none.
  func followUp(_ question: String, after previous: String) -> FollowUp? {
    let language = options.language
    return FollowUp(
      searcher.query(question, language: language),
      after: searcher.query(previous, language: language))
  }

  /// Why a cited passage scores as it does for the question; nil for a line that no search ranks.
  func explain(_ question: String, _ citation: Citation) throws(IndexError) -> Explanation? {
    let query = query(question)
    guard
      var explanation = try searcher.explain(
        query, citation.passage, options: options.search)
    else { return nil }
    try addEvidence(to: &explanation, of: citation.passage, answerer.analyze(query))
    return explanation
  }

  /// What the second stage gives to a passage.
  private func addEvidence(
    to explanation: inout Explanation, of passage: StoredPassage, _ question: AnalyzedQuestion
  ) throws(IndexError) {
    guard options.search.weighting == .default else { return }
    var reading: PassageReranker.Reading?
    let stage = readingOn(question) { if $0.passage.passage == passage { reading = $0 } }
    _ = try searcher.search(question.query, top: 1, options: options.search, rescoring: stage)
    if let reading {
      explanation.evidence = reranker.evidence(of: reading, explained: explanation.score)
    }
  }
}

/// What the answerer has to know of the index.
struct IndexStatistics: TermStatistics {
  let searcher: Searcher

  /// A damaged dictionary says that nothing is known; the search itself reports it.
  func idf(ofStem stem: String, in language: Language) -> Double {
    guard let (passages, total) = try? searcher.frequency(ofStem: stem, in: language) else {
      return 0
    }
    return BackgroundFrequencies.idf(
      ofStem: stem, in: language, frequency: passages, of: total)
  }
}
