public import Bytes
public import Corpus
public import Platform
import SegmentFormat

/// A request for an indexing run.
///
/// ```swift
/// let request = IndexRequest(
///   folder: "/home/putri/index", adding: ["/home/putri/notes"], threads: 2)
/// let summary = try updateIndex(request)
/// ```
public struct IndexRequest: Sendable {
  /// The absolute path of the index folder.
  public var folder: String
  /// The absolute paths to add to those of the index.
  public var adding: [String]
  /// The absolute paths to remove from those of the index.
  public var removing: [String]
  /// A Boolean value that indicates whether to read all sources again, even unchanged ones.
  public var rebuilds: Bool
  /// The number of threads to use, at least 1.
  public var threads: Int
  /// The approximate memory that the run may use, in bytes. If reading takes more, the run writes
  /// pieces and merges them at the end.
  public var memory: Int
  /// The cache of converted files, or nil for none.
  public var cache: ConversionCache?

  /// The default memory, in bytes.
  public static let defaultMemory = 256 << 20

  public init(
    folder: String, adding: [String] = [], removing: [String] = [], rebuilds: Bool = false,
    threads: Int, memory: Int = defaultMemory,
    cache: ConversionCache? = ConversionCache(environment: .process)
  ) {
    self.folder = folder
    self.adding = adding
    self.removing = removing
    self.rebuilds = rebuilds
    self.threads = threads
    self.memory = memory
    self.cache = cache
  }
}

/// The progress of a run.
public struct IndexProgress: Hashable, Sendable {
  /// The number of documents read.
  public var documents: Int
  /// The number of bytes of the sources that have been read. A compressed file counts with its
  /// compressed size.
  public var bytesRead: Int
  /// The size of all sources to read, in bytes.
  public var bytesTotal: Int
  /// The number of passages that have been merged; 0 while sources are read.
  public var passagesMerged: Int
  /// The number of passages to merge; 0 while sources are read.
  public var passagesToMerge: Int

  public init(
    documents: Int = 0, bytesRead: Int = 0, bytesTotal: Int = 0, passagesMerged: Int = 0,
    passagesToMerge: Int = 0
  ) {
    self.documents = documents
    self.bytesRead = bytesRead
    self.bytesTotal = bytesTotal
    self.passagesMerged = passagesMerged
    self.passagesToMerge = passagesToMerge
  }
}

/// The result of a run.
public struct IndexSummary: Sendable {
  /// The number of sources.
  public var sources: Int
  /// The number of documents.
  public var documents: Int
  /// The number of passages in each language, by language tag.
  public var passages: [String: Int]
  public var skipped: [SkippedSource]
  /// The size of the sources, in bytes.
  public var sourceBytes: Int
  /// The size of the index, in bytes.
  public var indexBytes: Int
  /// The duration of the run, in seconds.
  public var seconds: Double
  public var change: Change

  public var isUnchanged: Bool { change == .nothing }

  public enum Change: Hashable, Sendable {
    /// No content had changed. Nothing was written, except for the new times of files that were
    /// touched.
    case nothing
    /// A new state was written.
    case update
    /// Another version of tanya had created the index, so all sources were read again.
    case upgrade
  }
}

/// The reason that no index was written. An existing index remains as it was.
public enum IndexingError: Error, Hashable, Sendable {
  /// The folder contains files that do not belong to an index; `found` is the name of one of them.
  case folderTaken(path: String, found: String)
  /// Another process is writing the index.
  case locked(path: String)
  /// The existing index cannot be read.
  case format(FormatError)
  case file(FileError)
  /// One of the paths to index does not exist or cannot be listed.
  case source(FileError)
  /// A path to remove is not one of the paths of the index.
  case notIndexed(path: String)
  /// The request has no paths, and neither has the index.
  case nothingToIndex(path: String)
  /// There are more passages in one language than a segment can contain.
  case tooManyPassages(Int)
  case interrupted
}
