import Cluster
import Corpus
import Indexing
import Model
public import Retrieval
import TextAnalysis

/// The documents that a source outside found for questions, as indexes in memory: one for each
/// question, over which it is answered as over any other index.
final class HeldPassages {
  /// The reader of what was found last, and the question that it was found for.
  private var last: (question: SourceQuestion, reader: LibraryReader, report: SourceReport)?
  /// The question as that reader analysed it for its answer; nil as long as it has not answered.
  private var answered: Query?
  /// What was found ahead for questions that are asked next.
  private var ahead: [(question: SourceQuestion, found: Result<SourceCandidates, SourceError>)] = []
  /// The reason why the source could not be asked last, and the time until which it counts.
  private var refusal: (error: SourceError, end: ContinuousClock.Instant)?
  /// The least time for which a source that could not be asked is left alone.
  private static let shortestRest = Duration.seconds(1)

  func keep(_ question: SourceQuestion, _ reader: LibraryReader, _ report: SourceReport) {
    last = (question, reader, report)
    answered = nil
  }

  /// Keeps the question of an answer of the reader that was made last, so that what is asked about
  /// the answer is not asked of the source again.
  func keepAnswered(_ query: Query) { answered = query }

  /// Returns the reader of what was found last, if that was for this question.
  func found(for question: SourceQuestion) -> (LibraryReader, SourceReport)? {
    guard let last else { return nil }
    var question = question
    if question.query == answered { question.query = last.question.query }
    return last.question == question ? (last.reader, last.report) : nil
  }

  /// Asks a source about questions that are asked next.
  ///
  /// A source that cannot be asked is left alone for as long as it took to find that out, and at
  /// least a second: the other questions of a batch fail at once, instead of waiting in vain or
  /// knocking at the same door.
  func lookAhead(to questions: [SourceQuestion], in source: any PassageSource) {
    let start = ContinuousClock.now
    if let refusal, start < refusal.end {
      ahead = questions.map { ($0, .failure(refusal.error)) }
      return
    }
    do throws(SourceError) {
      ahead = Array(zip(questions, try source.candidates(for: questions)))
      refusal = nil
    } catch {
      let end = ContinuousClock.now
      refusal = (error, end + max(start.duration(to: end), Self.shortestRest))
      ahead = questions.map { ($0, .failure(error)) }
    }
  }

  /// Removes and returns what was found ahead for a question; nil if nothing was.
  func takeAhead(
    _ question: SourceQuestion
  ) -> Result<SourceCandidates, SourceError>? {
    guard let place = ahead.firstIndex(where: { $0.question == question }) else { return nil }
    return ahead.remove(at: place).found
  }

  /// Returns an index of documents in memory.
  ///
  /// - Parameters:
  ///   - documents: The documents.
  ///   - name: The name of the source.
  ///   - words: The words that are looked up, or nil for any.
  ///   - outer: The counts of all documents of the source; nil to count these alone.
  ///   - analyzer: A closure that returns the analyzer of a language.
  static func index(
    of documents: [Document], from name: String, counting words: CountedWords?,
    outer: OuterStatistics? = nil, analyzer: @escaping (Language) -> Analyzer
  ) throws(IndexError) -> IndexReader {
    let segments = buildSegments(
      of: documents.map { document in
        let source = SourceFile(
          id: document.id, path: "", format: .text, size: 0, modified: 0)
        return (document, source)
      }, counting: words, analyzer: analyzer)
    return try IndexReader(segments: segments, library: name, outer: outer)
  }
}

extension LibraryReader {
  /// Returns a reader of the documents that the source outside has for a question; nil if the
  /// library is an index.
  ///
  /// - Parameters:
  ///   - query: The question.
  ///   - count: The number of documents that are needed, if more than the source's own.
  func holding(
    _ query: Query, count: Int? = nil
  ) throws(IndexError) -> (LibraryReader, SourceReport)? {
    guard let source = library.source else { return nil }
    let question = question(query, count: count, of: source)
    if let found = held.found(for: question) { return found }
    do throws(SourceError) {
      let known = held.takeAhead(question)
      let found: Result<SourceCandidates, SourceError>?
      if let known { found = known } else { found = try source.candidates(for: [question]).first }
      guard let found else { throw SourceError(source.name, .unexpected("responses")) }
      return try hold(try found.get(), for: question, from: source).get()
    } catch {
      throw .source(error)
    }
  }

  /// Asks the source outside for the documents of several questions at once, which are answered
  /// next. It does nothing if the library is an index. If the source cannot be asked, each of the
  /// questions throws the error.
  ///
  /// - Parameters:
  ///   - questions: The questions.
  ///   - count: The number of documents that each needs, if more than the source's own.
  public func lookAhead(to questions: [String], count: Int? = nil) throws(IndexError) {
    guard let source = library.source else { return }
    var asked: [SourceQuestion] = []
    for text in questions {
      let reader = try narrowed(for: text)
      asked.append(reader.question(reader.analyze(text), count: count, of: source))
    }
    held.lookAhead(to: asked, in: source)
  }

  private func question(
    _ query: Query, count: Int?, of source: any PassageSource
  ) -> SourceQuestion {
    SourceQuestion(
      query, within: SourceFilter(scope?.narrowing ?? Narrowing()),
      count: count)
  }

  private func hold(
    _ candidates: SourceCandidates, for question: SourceQuestion, from source: any PassageSource
  ) -> Result<(LibraryReader, SourceReport), SourceError> {
    let outer = candidates.statistics(of: question.query, analyzer: searcher.analyzer)
    let index: IndexReader
    do throws(IndexError) {
      index = try HeldPassages.index(
        of: candidates.documents, from: source.name, counting: countedWords(of: question.query),
        outer: outer, analyzer: searcher.analyzer)
    } catch {
      return .failure(SourceError(source.name, .unexpected("documents")))
    }
    var options = options
    options.language = question.query.language
    let reader = LibraryReader(
      Library(holding: index, from: library), scope: nil, options: options,
      filters: QuestionFilters(question.query.text).narrowing, sharingWith: self)
    let report = SourceReport(
      answeredParts: candidates.answeredParts, allParts: candidates.allParts,
      isPartial: candidates.isPartial, documents: candidates.documents.count)
    held.keep(question, reader, report)
    return .success((reader, report))
  }

  /// Returns the words of a question that are looked up in an index, or nil if all words of a passage
  /// count.
  private func countedWords(of query: Query) -> CountedWords? {
    // Cosines divide by the lengths of vectors, to which all words contribute.
    if options.search.weighting == .tfidf { return nil }
    var words = CountedWords()
    for term in query.terms where !term.isStopWord {
      words.insert(WordForms(surface: term.surface, stem: term.stem))
    }
    for concept in query.concepts.values.joined() {
      for word in concept.members.lazy.flatMap(\.words) { words.insert(word) }
    }
    for surface in query.phrases.joined() { words.insert(surface: surface) }
    for stem in query.excluded { words.insert(stem: stem) }
    return words
  }

  /// Returns a document of the source outside; nil if it has none of that id.
  func document(_ id: String, of source: any PassageSource) throws(IndexError) -> Document? {
    do throws(SourceError) {
      return try source.documents([id]).first ?? nil
    } catch {
      throw .source(error)
    }
  }
}

extension SourceFilter {
  /// - Parameter narrowing: The conditions as tanya knows them.
  init(_ narrowing: Narrowing) {
    self.init()
    patterns = narrowing.patterns.map(\.text)
    (authors, titles, tags) = (narrowing.authors, narrowing.titles, narrowing.tags)
    (since, before) = (narrowing.since?.text, narrowing.before?.text)
    ids = narrowing.documents.map { ids in
      ids.map { id in id.split(separator: "/", maxSplits: 1).last.map(String.init) ?? id }.sorted()
    }
    outer = narrowing.outer.map { SourceFilter($0) }
  }
}
