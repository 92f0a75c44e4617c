import Corpus
import Indexing
import Platform
import Retrieval
import SampleLibrary
import SegmentFormat
import Synchronization

/// Documents that can be asked: an index folder, or the built-in articles.
final class Library: Sendable {
  let location: LibraryLocation
  let index: IndexReader
  let translator: QuestionTranslator
  /// Listed when it is first asked for.
  private let listing = Mutex<[StoredDocument]?>(nil)

  /// Opens what is published in a folder, or indexes the built-in articles in memory.
  ///
  /// - Parameter access: `.few` for a single question of all documents.
  init(_ location: LibraryLocation, access: MappedFile.Access = .most) throws(IndexError) {
    self.location = location
    var indexFolder: String?
    switch location {
    case .folder(let folder):
      index = try IndexReader(opening: folder, access: access)
      indexFolder = folder
    case .builtIn: index = try SampleDocuments.index()
    }
    translator = QuestionTranslator(
      indexFolder: indexFolder, languages: index.languages, shortForms: index.shortForms)
  }

  /// For one thread: analyzers are not shared.
  func makeReader(_ options: AskOptions, within scope: SearchScope? = nil) -> LibraryReader {
    LibraryReader(
      searcher: Searcher(index, within: scope), translator: translator, options: options)
  }

  /// The documents that questions are narrowed to; nil for all.
  func scope(of narrowing: Narrowing) throws(CommandError) -> SearchScope? {
    guard !narrowing.isEmpty else { return nil }
    let scope = try asking { () throws(IndexError) in
      try Searcher(index).scope { narrowing.admits($0) }
    }
    guard scope.documentCount > 0 else { throw .nothingAdmitted(narrowing) }
    return scope
  }

  /// Every document once, in the order of their ids.
  func documents() throws(IndexError) -> [StoredDocument] {
    if let known = listing.withLock({ $0 }) { return known }
    let documents = try Searcher(index).documents()
    listing.withLock { $0 = documents }
    return documents
  }

  /// Words of the index, the most frequent first; none where it cannot be read.
  func words(startingWith prefix: String, limit: Int) -> [String] {
    do throws(IndexError) {
      return try Searcher(index).words(beginningWith: prefix, limit: limit)
    } catch {
      return []
    }
  }

  /// Words of the index that stand behind another, as `Searcher` has them; none where it cannot be
  /// read.
  func words(after word: String, startingWith prefix: String, limit: Int) -> [String] {
    guard !word.isEmpty else { return [] }
    do throws(IndexError) {
      return try Searcher(index).words(after: word, beginningWith: prefix, limit: limit)
    } catch {
      return []
    }
  }

  /// Where a document's own bytes are.
  func origin(of document: StoredDocument) -> SourceOrigin? {
    if let file = document.origin { return .file(file) }
    let article = SampleLibrary.articles.first { $0.name == document.id }
    return article.map { .builtIn(text: $0.text) }
  }
}

/// Where a source's own bytes are.
enum SourceOrigin: Sendable, Equatable {
  /// With what the file was when it was indexed.
  case file(StoredDocument.Origin)
  /// An article that is part of the program.
  case builtIn(text: String)

  var path: String? {
    if case .file(let origin) = self { origin.path } else { nil }
  }
}
