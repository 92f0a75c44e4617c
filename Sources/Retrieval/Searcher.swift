public import Model
import SegmentFormat
public import TextAnalysis

/// Searches an index on one thread.
///
///     let searcher = Searcher(try IndexReader(opening: "index"))
///     let query = searcher.query("When did the Normans arrive?")
///     let best = try searcher.search(query, top: 10)
///     let explainer = searcher.explainer(of: query)
///     let why = try explainer.explanation(of: best[0].passage)
///
/// A searcher combines a few parts, each with one task and its own state: a `QuestionParser` turns
/// text into a `Query`, a `QueryPlanner` turns the query into the posting lists to read, a `Ranker`
/// turns these into hits, and a `PassageStore` reads the passages of hits. Only scratch memory and
/// caches are kept from one question to the next.
public final class Searcher {
  public let index: IndexReader
  let parser: QuestionParser
  let terms: TermLookup
  let planner: QueryPlanner
  let ranker: Ranker
  let store: PassageStore
  let directory: DocumentDirectory
  private let completion: WordCompletion
  private let analyzers: Analyzers

  /// - Parameters:
  ///   - index: An open index.
  ///   - scope: The part of the index to search, created by a searcher of the same index, or nil to
  ///     search the whole index.
  ///   - other: A searcher of the same thread whose analyzers are used, or nil for new ones.
  public init(
    _ index: IndexReader, within scope: SearchScope? = nil, sharingWith other: Searcher? = nil
  ) {
    self.index = index
    let analyzers = other?.analyzers ?? Analyzers()
    let postings = PostingReader(index)
    self.analyzers = analyzers
    terms = TermLookup(index)
    parser = QuestionParser(analyzers, index.statistics)
    store = PassageStore(index)
    directory = DocumentDirectory(index, store)
    completion = WordCompletion(index, analyzers)
    planner = QueryPlanner(index, terms, postings, analyzers)
    ranker = Ranker(
      index, planner, FilterBuilder(index, scope, terms, postings, analyzers, store), postings)
  }

  // MARK: Questions

  /// Analyses a question.
  ///
  /// - Parameters:
  ///   - text: The question as it was typed.
  ///   - language: The language of the question. If it is nil, the language is detected.
  ///   - usual: The language if the words do not determine it; nil for the one with the most
  ///     passages.
  public func query(
    _ text: String, language: Language? = nil, usually usual: Language? = nil
  ) -> Query {
    parser.query(text, language: language, usually: usual)
  }

  /// Returns the analyzer of a language. It is kept from question to question.
  public func analyzer(_ language: Language) -> Analyzer { analyzers[language] }

  /// Asks the system to read the dictionary entries of a query's words from disk, all at once.
  /// After the first search, this method has no effect.
  public func prefetch(_ query: Query) {
    if ranker.isCold { terms.prefetch(query) }
  }

  // MARK: Passages

  /// Returns the best passages for a query, best first.
  ///
  /// - Parameters:
  ///   - query: The query.
  ///   - count: The greatest number of passages to return.
  ///   - options: The weighting of passages.
  ///   - rescoring: The second stage of ranking, if any.
  ///   - isEnough: A closure that returns whether no more passages are needed after the best ones,
  ///     or nil to return all. It is called when the second stage has what it reads.
  /// - Throws: `IndexError` if the index is damaged.
  public func search(
    _ query: Query, top count: Int, options: SearchOptions = SearchOptions(),
    rescoring: Rescoring? = nil, until isEnough: (([RankedPassage]) -> Bool)? = nil
  ) throws(IndexError) -> [RankedPassage] {
    let wasCold = ranker.isCold
    let wanted = max(count, rescoring?.depth ?? 0)
    let hits = try ranker.rank(query, top: count > 0 ? wanted : 0, options: options)
    // Request all passages before waiting for the first.
    if wasCold { for hit in hits { store.prefetch(hit.id) } }
    var ranked: [RankedPassage] = []
    ranked.reserveCapacity(hits.count)
    for hit in hits {
      if let isEnough, ranked.count >= rescoring?.depth ?? 0, isEnough(ranked) { break }
      ranked.append(RankedPassage(passage: try store.passage(hit.id), score: hit.score))
    }
    guard let rescoring else { return ranked }
    let first = ranked
    for (rank, new) in try rescoring.order(
      of: hits, languageShares(of: hits, query), passage: { first[$0] }
    ).enumerated() {
      ranked[rank] = RankedPassage(passage: first[new.place].passage, score: new.score)
    }
    return Array(ranked.prefix(count))
  }

  /// Returns the best documents for a query, best first, each with the score of its best passage.
  public func retrieve(
    _ query: Query, top count: Int, options: SearchOptions = SearchOptions(),
    rescoring: Rescoring? = nil
  ) throws(IndexError) -> [RankedDocument] {
    var wanted = count
    while true {
      let hits = try self.hits(for: query, top: wanted, options: options, rescoring: rescoring)
      var documents: [RankedDocument] = []
      documents.reserveCapacity(min(count, hits.count))
      var seen = SeenDocuments(index: index, hits: hits)
      for hit in hits {
        guard let id = try seen.newDocument(of: hit, store) else { continue }
        documents.append(RankedDocument(id: id, score: hit.score))
        if documents.count == count { return documents }
      }
      if hits.count < wanted { return documents }
      wanted *= 4
    }
  }

  /// Returns the best hits. The second stage, if any, determines the order of the first ones.
  func hits(
    for query: Query, top count: Int, options: SearchOptions, rescoring: Rescoring? = nil
  ) throws(IndexError) -> [Hit] {
    guard let rescoring, count > 0 else {
      return try ranker.rank(query, top: count, options: options)
    }
    let wasCold = ranker.isCold
    var hits = try ranker.rank(query, top: max(count, rescoring.depth), options: options)
    let first = Array(hits.prefix(rescoring.depth))
    if wasCold { for hit in first { store.prefetch(hit.id) } }
    // Even a single passage is scored again, so that its score is comparable to others.
    let order = try rescoring.order(of: first, languageShares(of: first, query)) {
      place throws(IndexError) in
      RankedPassage(passage: try store.passage(first[place].id), score: first[place].score)
    }
    for (rank, new) in order.enumerated() {
      hits[rank] = Hit(id: first[new.place].id, score: new.score)
    }
    return Array(hits.prefix(count))
  }

  /// Returns, for each hit, the factor of the scores in its language.
  private func languageShares(of hits: [Hit], _ query: Query) -> [Double] {
    let isOwn = hits.map { hit in
      let language = Language(rawValue: index.segments[hit.id.segment].properties.language)
      return LanguageRanking.isOwn(language, query.language)
    }
    let isMixed = isOwn.contains(true) && isOwn.contains(false)
    return isOwn.map { isMixed && !$0 ? LanguageRanking.otherLanguageShare : 1 }
  }

  // MARK: Explanations

  /// Returns an explainer of the scores of a query's passages. The explainer plans the query once
  /// for each language and does not search.
  public func explainer(
    of query: Query, options: SearchOptions = SearchOptions()
  ) -> Explainer {
    Explainer(query, options, planner, store)
  }

  // MARK: Documents

  /// Returns every document once, in the order of their ids.
  public func documents() throws(IndexError) -> [StoredDocument] { try directory.documents() }

  /// Returns the ids of the documents to which a name refers: the document with this id; if there
  /// is none, the documents whose ids end with a slash and the name; if there are none, the
  /// documents at this line of a collection (`corpus.jsonl:17`).
  ///
  /// - Complexity: O(*n*), where *n* is the number of documents of the index.
  public func documents(named name: String) throws(IndexError) -> [String] {
    try directory.documents(named: name)
  }

  /// Returns the passages of a document's text in the order of the source, or those of its title if
  /// it has no text. The array is empty if the index does not contain the document.
  ///
  /// - Complexity: O(*n*), where *n* is the number of passages of the index.
  public func passages(ofDocument id: String) throws(IndexError) -> [StoredPassage] {
    let places = try directory.allPassages(ofDocument: id)
    var found: [StoredPassage] = []
    for place in places { found.append(try store.passage(place)) }
    let text = found.filter { $0.field == .text }
    return (text.isEmpty ? found : text).sorted { $0.byteOffset < $1.byteOffset }
  }

  /// Returns the part of the index that consists of the documents for which `admits` returns
  /// `true`.
  ///
  /// - Complexity: O(*n*), where *n* is the number of documents and passages of the index.
  public func scope(
    admitting admits: (StoredDocument) -> Bool
  ) throws(IndexError) -> SearchScope {
    try directory.scope(admitting: admits)
  }

  // MARK: Words

  /// Returns up to `limit` words of the index that begin with `prefix`, the most frequent first.
  public func words(beginningWith prefix: String, limit: Int) throws(IndexError) -> [String] {
    try completion.words(beginningWith: prefix, limit: limit)
  }

  /// Returns up to `limit` words that begin with `prefix` and directly follow another word in the
  /// passages, the most frequent first. Stop words are excluded.
  public func words(
    after word: String, beginningWith prefix: String, limit: Int
  ) throws(IndexError) -> [String] {
    try completion.words(after: word, beginningWith: prefix, limit: limit, in: self)
  }

  /// Returns whether any passage contains a word of a question, in any form and language.
  public func holds(_ term: QuestionWord) throws(IndexError) -> Bool { try terms.holds(term) }

  /// Returns whether passages of a language contain every word of a text that is not a stop word.
  /// The result is `false` if there is no such word.
  public func holds(_ text: String, in language: Language) throws(IndexError) -> Bool {
    try terms.holds(analyzers[language].analyze(text), in: language)
  }

  /// Returns a test of whether passages of a language may contain a word, given as UTF-8, as a
  /// surface form or a stem. The test does not read a dictionary, and `false` is certain.
  public func presence(in language: Language) -> (UnsafeRawBufferPointer) -> Bool {
    terms.presence(in: language)
  }

  /// The number of passages of the collection: of the index, or of the cluster that its passages
  /// were taken from.
  public var collectionPassageCount: Int {
    index.statistics.languages.reduce(0) { $0 + $1.passageCount }
  }

  /// Returns the inverse document frequency of a stem among the passages of a language. A stem that
  /// no passage contains has the greatest value.
  public func idf(ofStem stem: String, in language: Language) throws(IndexError) -> Double {
    try terms.idf(ofStem: stem, in: language)
  }
}

/// A passage in a ranking, by its place in the index.
struct Hit {
  var id: PassageID
  var score: Double
}

/// A document that a search found.
public struct RankedDocument: Hashable, Sendable {
  public var id: String
  public var score: Double
}

/// Distinguishes the first passage of each document in a ranking from its other passages.
private struct SeenDocuments {
  /// The segments and numbers of the documents seen so far.
  private var places: Set<UInt64> = []
  /// The ids of the documents seen so far, if passages of several segments may belong to one
  /// document.
  private var ids: Set<String> = []
  private let isRepeated: Bool
  private let spansSegments: Bool

  /// - Parameters:
  ///   - index: The index.
  ///   - hits: The hits to pass to `newDocument`.
  init(index: IndexReader, hits: [Hit]) {
    let segments = index.segments
    let first = hits.first?.id.segment
    spansSegments = hits.contains { $0.id.segment != first }
    isRepeated = hits.contains { hit in
      let segment = segments[hit.id.segment]
      return segment.properties.passageCount != segment.properties.documentCount
    }
    if isRepeated { places.reserveCapacity(hits.count) }
    if spansSegments { ids.reserveCapacity(hits.count) }
  }

  /// Returns the id of a hit's document, or nil if it was returned before.
  mutating func newDocument(of hit: Hit, _ store: PassageStore) throws(IndexError) -> String? {
    if isRepeated {
      let document = store.documentNumber(of: hit.id)
      let place = UInt64(hit.id.segment) << 32 | UInt64(document)
      guard places.insert(place).inserted else { return nil }
    }
    let id = try store.documentID(of: hit.id)
    if spansSegments, !ids.insert(id).inserted { return nil }
    return id
  }
}
