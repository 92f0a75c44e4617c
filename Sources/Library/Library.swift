public import Indexing
import Model
import Platform
public import Retrieval
import SampleLibrary
import Synchronization
import TextAnalysis

/// Documents that can be asked: the contents of an index folder, or the built-in articles.
///
/// A library is shared by threads; each thread asks it through a ``LibraryReader`` of its own.
///
///     try Library.update(
///       IndexRequest(folder: "/srv/index", adding: ["/srv/notes"], threads: 2))
///     let library = try Library(.folder("/srv/index"))
///     let answered = try library.makeReader().ask("Who opened the workshop?")
///     for citation in answered.answer.citations {
///       print(citation.snippet, citation.passage.document.source, citation.lines)
///     }
///
/// Errors are facts: `IndexError` if an index cannot be read, `IndexingError` if it cannot be
/// written. Callers put them into words.
public final class Library: Sendable {
  public let location: LibraryLocation
  package let index: IndexReader
  let translator: QuestionTranslator
  /// All documents, listed on first use.
  private let listing = Mutex<[StoredDocument]?>(nil)

  /// The expected number of questions, which decides how files are mapped.
  public enum Use: Sendable {
    /// A single question of all documents: only the pages that it needs are read.
    case once
    /// Many questions, or a look at every document.
    case repeatedly
  }

  // MARK: Opening and updating

  /// Opens the published state of an index folder, or indexes the built-in articles in memory.
  ///
  /// An open library keeps the state that it was opened with, whatever is published later.
  public init(_ location: LibraryLocation, for use: Use = .repeatedly) throws(IndexError) {
    self.location = location
    switch location {
    case .folder(let folder), .foreign(let folder):
      index = try IndexReader(opening: folder, access: use == .once ? .few : .most)
    case .libraries(let indexes):
      index = try IndexReader(
        opening: indexes.map { ($0.name, $0.folder) }, access: use == .once ? .few : .most)
    case .builtIn: index = try SampleDocuments.index()
    }
    // A foreign index's glossary is a file that it names, not its text.
    // Of several libraries, the first one's glossary counts.
    let glossaryFolder: String?
    if case .foreign = location {
      glossaryFolder = nil
    } else {
      glossaryFolder = location.folders.first
    }
    translator = QuestionTranslator(
      indexFolder: glossaryFolder, languages: index.languages, shortForms: index.shortForms)
  }

  /// Builds an index, or brings it up to date with its sources, and publishes the new state at
  /// once. If it fails, the index remains as it was.
  ///
  /// - Parameters:
  ///   - request: The folder, the sources and the limits of the run.
  ///   - isCancelled: Asked between two pieces of work; `true` ends the run with
  ///     `IndexingError.interrupted`.
  ///   - progress: Called from any of the run's threads, one at a time.
  @discardableResult
  public static func update(
    _ request: IndexRequest, isCancelled: @escaping @Sendable () -> Bool = { false },
    progress: @escaping @Sendable (IndexProgress) -> Void = { _ in }
  ) throws(IndexingError) -> IndexSummary {
    let summary = try updateIndex(request, isCancelled: isCancelled, progress: progress)
    // Compiled now, the dictionaries do not delay the first question across languages.
    QuestionTranslator(
      indexFolder: request.folder,
      languages: summary.passages.keys.map { Language(rawValue: $0) }
    ).prepare()
    return summary
  }

  // MARK: Asking

  /// Returns a reader for one thread.
  ///
  /// - Parameters:
  ///   - options: How questions are analysed and ranked.
  ///   - scope: The documents that are asked, from ``scope(of:)``; nil for all.
  public func makeReader(
    _ options: AskOptions = AskOptions(), within scope: LibraryScope? = nil
  ) -> LibraryReader {
    LibraryReader(self, scope: scope, options: options)
  }

  /// Returns the documents that meet the conditions; nil if there are no conditions.
  ///
  /// - Complexity: O(*n*), where *n* is the number of documents.
  public func scope(of narrowing: Narrowing) throws(IndexError) -> LibraryScope? {
    guard !narrowing.isEmpty else { return nil }
    let passages = try Searcher(index).scope { narrowing.admits($0) }
    return LibraryScope(narrowing: narrowing, passages: passages)
  }

  // MARK: Contents

  /// Whether somebody else built the index; see ``LibraryLocation/foreign(_:)``.
  public var isForeign: Bool {
    if case .foreign = location { true } else { false }
  }

  /// Returns every document once, ordered by id.
  ///
  /// - Complexity: O(*n* log *n*) for *n* documents on the first call, O(1) afterwards.
  public func documents() throws(IndexError) -> [StoredDocument] {
    if let known = listing.withLock({ $0 }) { return known }
    let documents = try Searcher(index).documents()
    listing.withLock { $0 = documents }
    return documents
  }

  /// Returns the place of a document's own bytes; nil if it is not known, or if a foreign index says
  /// so.
  public func origin(of document: StoredDocument) -> SourceOrigin? {
    if isForeign { return nil }
    if let file = document.origin { return .file(file) }
    let article = SampleLibrary.articles.first { $0.name == document.id }
    return article.map { .builtIn(text: $0.text) }
  }

  /// Returns words of the index that begin with `prefix`, the most frequent first; none if the
  /// index cannot be read.
  public func words(startingWith prefix: String, limit: Int) -> [String] {
    do throws(IndexError) {
      return try Searcher(index).words(beginningWith: prefix, limit: limit)
    } catch {
      return []
    }
  }

  /// Returns words that directly follow `word` in the passages, the most frequent first; none if
  /// the index cannot be read.
  ///
  /// - Parameters:
  ///   - limit: The greatest number of words to return.
  ///   - word: The beginning of a word.
  ///   - prefix: The beginning of these words; may be empty.
  public func words(after word: String, startingWith prefix: String, limit: Int) -> [String] {
    guard !word.isEmpty else { return [] }
    do throws(IndexError) {
      return try Searcher(index).words(after: word, beginningWith: prefix, limit: limit)
    } catch {
      return []
    }
  }

  /// Checks every byte of the index against its checksums.
  ///
  /// - Returns: The damage that was found; empty for a sound index and for the built-in articles.
  public func verify() -> [IndexError] { index.verify() }
}

/// The place of a source's own bytes.
public enum SourceOrigin: Sendable, Equatable {
  /// A file, with its size and time when it was indexed.
  case file(StoredDocument.Origin)
  /// An article that is part of the program.
  case builtIn(text: String)

  /// The absolute path of the file; nil for a built-in article.
  public var path: String? {
    if case .file(let origin) = self { origin.path } else { nil }
  }
}
