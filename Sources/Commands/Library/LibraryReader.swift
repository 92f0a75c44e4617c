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
  private let searcher: Searcher
  private let answerer: Answerer<IndexStatistics>
  private let reranker: PassageReranker<IndexStatistics>
  private let options: AskOptions
  private let translator: QuestionTranslator
  /// Passages that an answer is chosen from.
  private static let passagesRead = 12

  init(searcher: Searcher, translator: QuestionTranslator, options: AskOptions) {
    self.translator = translator
    self.searcher = searcher
    let statistics = IndexStatistics(searcher: searcher)
    answerer = Answerer(statistics: statistics)
    reranker = PassageReranker(statistics: statistics)
    self.options = options
  }

  func answer(_ question: String, top: Int) throws(IndexError) -> Answer {
    let query = query(question)
    let ranked = try searcher.search(
      query, top: max(Self.passagesRead, 4 * top), options: options.search,
      rescoring: rescoring(query))
    return answerer.answer(query, from: ranked, top: top)
  }

  /// The question's words, and what stands for them in the languages of the passages.
  func query(_ question: String) -> Query {
    var query = searcher.query(question, language: options.language)
    translator.translate(&query, into: searcher.index.languages, analyzer: searcher.analyzer)
    return query
  }

  /// Documents in the order of their best passages, best first, each once.
  func retrieve(_ question: String, top: Int) throws(IndexError) -> [RankedDocument] {
    let query = query(question)
    return try searcher.retrieve(
      query, top: top, options: options.search, rescoring: rescoring(query))
  }

  /// The second stage; the plain weightings, there to compare with, have none.
  private func rescoring(_ query: Query) -> Rescoring? {
    options.search.weighting == .default ? reranker.rescoring(query) : nil
  }

  /// Why a cited passage scores as it does for the question; nil for a line that no search ranks.
  func explain(_ question: String, _ citation: Citation) throws(IndexError) -> Explanation? {
    let query = query(question)
    guard
      var explanation = try searcher.explain(
        query, citation.passage, options: options.search)
    else { return nil }
    if options.search.weighting == .default {
      let ranked = try searcher.search(query, top: Self.passagesRead, options: options.search)
      explanation.evidence = reranker.evidence(
        for: citation.passage, explained: explanation.score, among: ranked, query)
    }
    return explanation
  }
}

/// What the answerer has to know of the index.
private struct IndexStatistics: TermStatistics {
  let searcher: Searcher

  /// A damaged dictionary says that nothing is known; the search itself reports it.
  func idf(ofStem stem: String, in language: Language) -> Double {
    (try? searcher.idf(ofStem: stem, in: language)) ?? 0
  }
}
