public import Corpus

/// What an indexing run is asked to do.
public struct IndexRequest: Sendable {
  /// The index folder, absolute.
  public var folder: String
  /// Absolute paths to take in beside those that the index knows.
  public var adding: [String]
  /// Absolute paths to forget.
  public var removing: [String]
  /// Read everything again, whether it changed or not.
  public var rebuilds: Bool
  public var threads: Int
  /// Bytes that the run may take, about: what it reads is written in pieces that are joined at the
  /// end where all at once would take more.
  public var memory: Int

  /// Bytes.
  public static let defaultMemory = 256 << 20

  public init(
    folder: String, adding: [String] = [], removing: [String] = [], rebuilds: Bool = false,
    threads: Int, memory: Int = defaultMemory
  ) {
    self.folder = folder
    self.adding = adding
    self.removing = removing
    self.rebuilds = rebuilds
    self.threads = threads
    self.memory = memory
  }
}

/// How far a run has come.
public struct IndexProgress: Hashable, Sendable {
  public var documents: Int
  /// Bytes of sources read, and to read in all (compressed sizes where they are compressed).
  public var bytesRead: Int
  public var bytesTotal: Int
  /// Passages that were joined with others, and those to be joined; 0 while sources are read.
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

/// What a run did.
public struct IndexSummary: Sendable {
  public var sources: Int
  public var documents: Int
  /// By language tag.
  public var passages: [String: Int]
  public var skipped: [SkippedSource]
  /// Bytes of the sources, and of the index.
  public var sourceBytes: Int
  public var indexBytes: Int
  public var seconds: Double
  public var change: Change

  public var isUnchanged: Bool { change == .nothing }

  public enum Change: Hashable, Sendable {
    /// Nothing had changed, so nothing was written.
    case nothing
    case update
    /// Another version of tanya had made the index, so that everything was read again.
    case upgrade
  }
}
