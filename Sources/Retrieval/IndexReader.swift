public import Bytes
public import Model
public import Platform
public import SegmentFormat
import TextAnalysis

/// Why an index cannot be asked.
public enum IndexError: Error, Hashable, Sendable {
  /// The folder holds no manifest.
  case noIndex(path: String)
  case file(FileError)
  case format(FormatError)
  /// The segment's terms were made by another version of the analysis.
  case analysisChanged(path: String, language: Language)
}

/// An index as it was when it was opened. Any number of threads may search it, each with a
/// `Searcher` of its own; what a writer publishes meanwhile is not seen.
public final class IndexReader: @unchecked Sendable {
  // Unchecked: segments are mapped files that nobody writes to.

  /// Empty for an index in memory.
  public let folder: String
  public let manifest: Manifest?
  /// In the order of the manifest; none for an index in memory.
  let files: [MappedFile]
  let segments: [SegmentFile]
  /// By segment; nil where all of its passages are there.
  let deletions: [Deletions?]
  private let order: SourceOrder?
  /// The table of short forms that the texts explain; nil where they explain none.
  public let shortForms: MappedFile?
  /// Passages, documents and mean lengths by language.
  let statistics: CollectionStatistics

  /// Opens the state that is published in a folder.
  ///
  /// - Parameter access: `.few` for a single question, for which only what it needs is read.
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

  /// An index in memory.
  ///
  /// - Parameters:
  ///   - segments: names for messages, and the bytes of segments.
  ///   - shortForms: the table of those that the texts explain.
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

  /// Languages that the index holds passages of, in the order of their tags.
  public var languages: [Language] { statistics.languages.map(\.language) }

  /// Passages in all languages.
  public var passageCount: Int { statistics.passageCount }

  // MARK: Several segments as one

  /// Whether passages of one segment stand among those of another.
  var isInterleaved: Bool { order != nil }

  /// Where the source of a passage stands among all sources; 0 where the segments' own order is
  /// the order of the sources.
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
}
