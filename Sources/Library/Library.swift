public import Cluster
public import Indexing
import Model
import Platform
public import Retrieval
import SampleLibrary
import Synchronization
import TextAnalysis

/// A collection of documents that can be asked: the contents of an index folder, or the built-in
/// articles.
///
/// Threads can share a library. Each thread asks it through its own ``LibraryReader``.
///
///     try Library.update(
///       IndexRequest(folder: "/srv/index", adding: ["/srv/notes"], threads: 2))
///     let library = try Library(.folder("/srv/index"))
///     let answered = try library.makeReader().ask("Who opened the workshop?")
///     for citation in answered.answer.citations {
///       print(citation.snippet, citation.passage.document.source, citation.lines)
///     }
///
/// Errors contain facts only: `IndexError` if an index cannot be read, and `IndexingError` if it
/// cannot be written. Callers compose the text of messages.
public final class Library: Sendable {
  public let location: LibraryLocation
  package let index: IndexReader
  /// The source outside that finds the documents, of which the index then holds none; nil if the
  /// index holds them.
  let source: (any PassageSource)?
  let sharedDictionaries: SharedDictionaries
  /// All documents, listed on first use.
  private let listing = Mutex<[StoredDocument]?>(nil)

  /// The expected use of a library, which determines how files are mapped.
  public enum Use: Sendable {
    /// A single question. Only the pages that it needs are read.
    case once
    /// Many questions, or access to every document.
    case repeatedly
  }

  // MARK: Opening and updating

  /// Opens the published state of an index folder, or indexes the built-in articles in memory.
  ///
  /// An open library keeps this state, even if a newer one is published later.
  ///
  /// - Throws: `IndexError` if there is no index, or if it cannot be read.
  public init(_ location: LibraryLocation, for use: Use = .repeatedly) throws(IndexError) {
    self.location = location
    var source: ClusterSource?
    switch location {
    case .folder(let folder), .foreign(let folder):
      index = try IndexReader(opening: folder, access: use == .once ? .few : .most)
    case .libraries(let indexes):
      index = try IndexReader(
        opening: indexes.map { ($0.name, $0.folder) }, access: use == .once ? .few : .most)
    case .cluster(let settings):
      do throws(SourceError) {
        source = try ClusterSource(settings, environment: .process)
      } catch {
        throw .source(error)
      }
      index = try IndexReader(segments: [])
    case .builtIn: index = try SampleDocuments.index()
    }
    self.source = source
    // A foreign index's glossary is a file that it names, not its text.
    // Of several libraries, the first one's glossary counts.
    let glossaryFolder: String?
    if case .foreign = location {
      glossaryFolder = nil
    } else {
      glossaryFolder = location.folders.first
    }
    sharedDictionaries = SharedDictionaries(
      indexFolder: glossaryFolder, languages: source?.languages ?? index.languages,
      shortForms: index.shortForms)
  }

  /// Creates a library whose documents a source outside finds, question by question.
  public init(asking source: any PassageSource) throws(IndexError) {
    location = .cluster(ClusterSettings(name: source.name))
    self.source = source
    index = try IndexReader(segments: [])
    sharedDictionaries = SharedDictionaries(indexFolder: nil, languages: source.languages)
  }

  /// Creates a library of the documents that a source outside found for a question.
  ///
  /// - Parameters:
  ///   - index: The documents, with the counts of all those of the source.
  ///   - library: The library of the source.
  init(holding index: IndexReader, from library: Library) {
    location = library.location
    source = nil
    self.index = index
    sharedDictionaries = library.sharedDictionaries
  }

  /// The number of questions that are best asked together: see ``LibraryReader/lookAhead(to:count:)``.
  public var questionsAtOnce: Int { source == nil ? 1 : 32 }

  /// The languages of the passages, and of those that a source outside may find.
  var languages: [Language] { source?.languages ?? index.languages }

  /// Builds an index, or brings it up to date with its sources, and publishes the new state
  /// atomically.
  ///
  /// - Parameters:
  ///   - request: The folder, the sources and the limits of the run.
  ///   - isCancelled: A closure that is called between two pieces of work. If it returns `true`,
  ///     the run ends with `IndexingError.interrupted`.
  ///   - progress: A closure that receives the progress. It is called from any of the run's
  ///     threads, but from only one at a time.
  /// - Throws: `IndexingError`. The index then remains as it was.
  @discardableResult
  public static func update(
    _ request: IndexRequest, isCancelled: @escaping @Sendable () -> Bool = { false },
    progress: @escaping @Sendable (IndexProgress) -> Void = { _ in }
  ) throws(IndexingError) -> IndexSummary {
    let summary = try updateIndex(request, isCancelled: isCancelled, progress: progress)
    // Compile the dictionaries now, so that they do not delay the first question across languages.
    SharedDictionaries(
      indexFolder: request.folder,
      languages: summary.passages.keys.map { Language(rawValue: $0) }
    ).prepare()
    return summary
  }

  // MARK: Asking

  /// Returns a reader for one thread.
  ///
  /// - Parameters:
  ///   - options: The options for analysing questions and ranking passages.
  ///   - scope: The documents to search, created by ``scope(of:)``, or nil for all documents.
  public func makeReader(
    _ options: AskOptions = AskOptions(), within scope: LibraryScope? = nil
  ) -> LibraryReader {
    LibraryReader(self, scope: scope, options: options)
  }

  /// Returns the documents that meet the conditions, or nil if there are no conditions.
  ///
  /// - Complexity: O(*n*), where *n* is the number of documents.
  public func scope(of narrowing: Narrowing) throws(IndexError) -> LibraryScope? {
    guard !narrowing.isEmpty else { return nil }
    guard source == nil else { return LibraryScope(narrowing: narrowing, passages: nil) }
    let passages = try Searcher(index).scope { narrowing.admits($0) }
    return LibraryScope(narrowing: narrowing, passages: passages)
  }

  // MARK: Contents

  /// A Boolean value that indicates whether somebody else built the index. See
  /// ``LibraryLocation/foreign(_:)``.
  public var isForeign: Bool {
    if case .foreign = location { true } else { false }
  }

  /// Returns every document once, ordered by id.
  ///
  /// - Complexity: O(*n* log *n*) on the first call, where *n* is the number of documents, and O(1)
  ///   afterwards.
  public func documents() throws(IndexError) -> [StoredDocument] {
    if let source { throw .source(SourceError(source.name, .notOffered)) }
    if let known = listing.withLock({ $0 }) { return known }
    let documents = try Searcher(index).documents()
    listing.withLock { $0 = documents }
    return documents
  }

  /// Returns the place of a document's original bytes, or nil if it is not known, or if the index
  /// is foreign.
  public func origin(of document: StoredDocument) -> SourceOrigin? {
    if isForeign { return nil }
    if let file = document.origin { return .file(file) }
    let article = SampleLibrary.articles.first { $0.name == document.id }
    return article.map { .builtIn(text: $0.text) }
  }

  /// Returns up to `limit` words of the index that begin with `prefix`, the most frequent first.
  /// The array is empty if the index cannot be read.
  public func words(startingWith prefix: String, limit: Int) -> [String] {
    do throws(IndexError) {
      return try Searcher(index).words(beginningWith: prefix, limit: limit)
    } catch {
      return []
    }
  }

  /// Returns words that directly follow `word` in the passages, the most frequent first. The array
  /// is empty if the index cannot be read.
  ///
  /// - Parameters:
  ///   - word: The word that precedes the results.
  ///   - prefix: The prefix of the results, which may be empty.
  ///   - limit: The greatest number of words to return.
  public func words(after word: String, startingWith prefix: String, limit: Int) -> [String] {
    guard !word.isEmpty else { return [] }
    do throws(IndexError) {
      return try Searcher(index).words(after: word, beginningWith: prefix, limit: limit)
    } catch {
      return []
    }
  }

  /// Verifies the checksums of the index.
  ///
  /// - Returns: An error for each damaged file. The array is empty for the built-in articles.
  /// - Complexity: O(*n*), where *n* is the size of the index in bytes.
  public func verify() -> [IndexError] { index.verify() }
}

/// The place of the original bytes of a document.
public enum SourceOrigin: Sendable, Equatable {
  /// A file, with its size and modification time when it was indexed.
  case file(StoredDocument.Origin)
  /// An article that is part of the program.
  case builtIn(text: String)

  /// The absolute path of the file, or nil for a built-in article.
  public var path: String? {
    if case .file(let origin) = self { origin.path } else { nil }
  }
}
