public import Bytes
public import Model
public import Platform
public import SegmentFormat
import TextAnalysis

/// The reason why an index cannot be searched.
public enum IndexError: Error, Hashable, Sendable {
  /// The folder holds no manifest.
  case noIndex(path: String)
  case file(FileError)
  case format(FormatError)
  /// The segment's terms were made by another version of the analysis.
  case analysisChanged(path: String, language: Language)
}

/// One state of an index: what was published when it was opened. Any number of threads may search it,
/// each with a `Searcher` of its own; what a writer publishes later is not seen.
public final class IndexReader: @unchecked Sendable {
  // Unchecked: segments are mapped files, which are never written to.

  /// Empty for an index in memory.
  public let folder: String
  public let manifest: Manifest?
  /// In the order of the manifest; empty for an index in memory.
  let files: [MappedFile]
  let segments: [SegmentFile]
  /// By segment; nil if none of its passages is deleted.
  let deletions: [Deletions?]
  private let order: SourceOrder?
  /// The table of short forms that the texts explain; nil if they explain none.
  public let shortForms: MappedFile?
  /// Passages, documents and mean lengths by language.
  let statistics: CollectionStatistics

  /// Opens the published state of the index in a folder.
  ///
  /// - Parameters:
  ///   - folder: The folder of the index.
  ///   - access: `.few` for a single question, so that only what it needs is read from disk.
  public init(opening folder: String, access: MappedFile.Access = .most) throws(IndexError) {
    let files = try IndexFiles(opening: folder, access: access)
    self.folder = folder
    manifest = files.manifest
    self.files = files.mapped
    segments = files.segments
    deletions = files.deletions
    order = files.order
    shortForms = files.names
    statistics = CollectionStatistics(segments, deletions)
    try checkAnalysis()
  }

  /// Makes an index in memory.
  ///
  /// - Parameters:
  ///   - segments: The bytes of segments, and names for messages.
  ///   - shortForms: The table of short forms that the texts explain.
  public init(
    segments: [(name: String, bytes: [UInt8])], shortForms: [UInt8]? = nil
  ) throws(IndexError) {
    var opened: [SegmentFile] = []
    for (name, bytes) in segments {
      do throws(FormatError) {
        opened.append(try SegmentFile(MappedFile(copying: bytes), path: name))
      } catch {
        throw .format(error)
      }
    }
    folder = ""
    manifest = nil
    files = []
    order = nil
    self.shortForms = shortForms.map { MappedFile(copying: $0) }
    self.segments = opened
    deletions = Array(repeating: nil, count: opened.count)
    statistics = CollectionStatistics(opened, deletions)
    try checkAnalysis()
  }

  private func checkAnalysis() throws(IndexError) {
    for segment in segments {
      let language = Language(rawValue: segment.properties.language)
      guard Analyzer.fingerprint(of: language) == segment.properties.fingerprint else {
        throw .analysisChanged(path: segment.path, language: language)
      }
    }
  }

  /// The languages of the index's passages, in the order of their tags.
  public var languages: [Language] { statistics.languages.map(\.language) }

  /// The number of passages in all languages.
  public var passageCount: Int { statistics.passageCount }

  // MARK: Several segments as one

  /// Whether passages of different segments alternate in the order of the sources.
  var isInterleaved: Bool { order != nil }

  /// Returns the place of a passage's source among all sources; 0 if the segments' own order is the
  /// order of the sources.
  func rank(ofPassage passage: Int, segment: Int) -> UInt32 {
    guard let order else { return 0 }
    let file = segments[segment]
    let document = file.document(ofPassage: passage)
    guard document < file.properties.documentCount else { return 0 }
    return order.rank(ofSource: file.place(ofDocument: document).source, segment: segment)
  }

  /// Whether a language has passages that are deleted or more than one segment.
  func isComposite(_ language: CollectionStatistics.LanguageStatistics) -> Bool {
    language.segments.count > 1 || language.segments.contains { deletions[$0] != nil }
  }

  // MARK: Memory

  /// Gives pages of the index's files back if more than `limit` bytes of mapped files are in the
  /// process's memory: texts first, everything if that is not enough. Later questions find them in the
  /// system's cache. Any thread may call this while others search.
  ///
  /// - Parameter limit: Includes the program's own pages, some ten megabytes.
  public func releasePages(beyond limit: Int) {
    guard let before = ResidentMemory.mappedByteCount, before > limit else { return }
    for segment in segments { segment.releaseTextPages() }
    // A little less than the limit would soon be too much again.
    guard let left = ResidentMemory.mappedByteCount, left > limit - limit / 4 else { return }
    for segment in segments { segment.releasePages() }
  }
}
