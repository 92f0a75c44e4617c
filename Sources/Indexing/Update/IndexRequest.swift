public import Bytes
public import Corpus
public import Platform
import SegmentFormat

/// A request for an indexing run.
///
/// ```swift
/// let request = IndexRequest(folder: "/home/putri/index", adding: ["/home/putri/notes"], threads: 2)
/// let summary = try updateIndex(request)
/// ```
public struct IndexRequest: Sendable {
  /// The index folder, absolute.
  public var folder: String
  /// Absolute paths to add to those that the index knows.
  public var adding: [String]
  /// Absolute paths to forget.
  public var removing: [String]
  /// Whether to read everything again, changed or not.
  public var rebuilds: Bool
  public var threads: Int
  /// In bytes: the memory that the run may use, approximately. If reading takes more, it is written in
  /// pieces that are merged at the end.
  public var memory: Int
  /// Where conversions are kept; nil to keep none.
  public var cache: ConversionCache?

  /// In bytes.
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
  public var documents: Int
  /// Bytes of sources read, and to be read; for compressed files, of the compressed size.
  public var bytesRead: Int
  public var bytesTotal: Int
  /// Passages that were merged, and those to be merged; 0 while sources are read.
  public var passagesMerged: Int
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
  public var sources: Int
  public var documents: Int
  /// By language tag.
  public var passages: [String: Int]
  public var skipped: [SkippedSource]
  /// The sizes of the sources and of the index, in bytes.
  public var sourceBytes: Int
  public var indexBytes: Int
  public var seconds: Double
  public var change: Change

  public var isUnchanged: Bool { change == .nothing }

  public enum Change: Hashable, Sendable {
    /// No content had changed. Nothing was written, except for the new times of files that were
    /// touched.
    case nothing
    case update
    /// Another version of tanya had created the index, so everything was read again.
    case upgrade
  }
}

/// The reason why no index was written. An index that existed before remains as it was.
public enum IndexingError: Error, Hashable, Sendable {
  /// The folder contains something that is not an index; `found` is one name in it.
  case folderTaken(path: String, found: String)
  /// Another process is writing this index.
  case locked(path: String)
  /// The existing index cannot be read.
  case format(FormatError)
  case file(FileError)
  /// One of the paths to index does not exist or cannot be listed.
  case source(FileError)
  /// `--remove` names a path that is not indexed.
  case notIndexed(path: String)
  /// No paths are given and none are known.
  case nothingToIndex(path: String)
  /// There are more passages in one language than a segment can contain.
  case tooManyPassages(Int)
  case interrupted
}
