public import Bytes
public import Model
public import Platform
public import SegmentFormat
import TextAnalysis

/// The reason that an index cannot be searched.
public enum IndexError: Error, Hashable, Sendable {
  /// The folder contains no manifest.
  case noIndex(path: String)
  case file(FileError)
  case format(FormatError)
  /// Another version of the text analysis produced the segment's terms.
  case analysisChanged(path: String, language: Language)
  /// A source of passages outside gave none.
  case source(SourceError)
}

/// A reader of the state of an index that was published when it was opened. Later states are not
/// visible. Any number of threads may search the index, each with its own ``Searcher``.
public final class IndexReader: @unchecked Sendable {
  // Unchecked, because segments are mapped files, which are never written to.

  /// The indexes that are searched as one. The array is empty for an index in memory.
  let parts: [IndexPart]
  let segments: [SegmentFile]
  /// The deletions of each segment, or nil if none of its passages is deleted.
  let deletions: [Deletions?]
  /// The tables of short forms that the texts of each part explain.
  public let shortForms: [MappedFile]
  /// The numbers of passages and terms in each language.
  let statistics: CollectionStatistics
  /// The name of the library that all documents of an index in memory belong to.
  private let memoryLibrary: String?

  /// Opens the published state of the index in a folder.
  ///
  /// - Parameters:
  ///   - folder: The folder of the index.
  ///   - access: The expected access to the files. Pass `.few` for a single question, so that only
  ///     the parts that it needs are read from disk.
  /// - Throws: `IndexError` if there is no index, or if it cannot be read.
  public convenience init(
    opening folder: String, access: MappedFile.Access = .most
  ) throws(IndexError) {
    try self.init(parts: [(nil, folder)], access)
  }

  /// Opens the published states of several indexes, which are searched as one: words weigh what they
  /// weigh in all passages together. The ids of documents begin with the names of their libraries if
  /// there is more than one.
  ///
  /// - Parameters:
  ///   - libraries: The names and folders of the indexes. Names differ from each other.
  ///   - access: The expected access to the files.
  /// - Throws: `IndexError` if one of the indexes cannot be read.
  public convenience init(
    opening libraries: [(name: String, folder: String)], access: MappedFile.Access = .most
  ) throws(IndexError) {
    try self.init(parts: libraries.map { (Optional($0.name), $0.folder) }, access)
  }

  private init(
    parts folders: [(name: String?, folder: String)], _ access: MappedFile.Access
  ) throws(IndexError) {
    var parts: [IndexPart] = []
    var segments: [SegmentFile] = []
    var deletions: [Deletions?] = []
    var shortForms: [MappedFile] = []
    for (name, folder) in folders {
      let files = try IndexFiles(opening: folder, access: access)
      parts.append(IndexPart(files, name: name, folder: folder, after: parts))
      segments += files.segments
      deletions += files.deletions
      if let names = files.names { shortForms.append(names) }
    }
    self.parts = parts
    self.segments = segments
    self.deletions = deletions
    self.shortForms = shortForms
    memoryLibrary = nil
    statistics = CollectionStatistics(segments, deletions)
    try checkAnalysis()
  }

  /// Creates a reader of an index in memory.
  ///
  /// - Parameters:
  ///   - segments: The bytes of the segments, each with a name for error messages.
  ///   - shortForms: The table of short forms that the texts explain.
  ///   - library: The name of the library that the documents belong to, or nil if it has none.
  ///   - outer: The counts of the collection that the passages were taken from, or nil if they are
  ///     all of it.
  public init(
    segments: [(name: String, bytes: [UInt8])], shortForms: [UInt8]? = nil,
    library: String? = nil, outer: OuterStatistics? = nil
  ) throws(IndexError) {
    var opened: [SegmentFile] = []
    for (name, bytes) in segments {
      do throws(FormatError) {
        opened.append(try SegmentFile(MappedFile(copying: bytes), path: name))
      } catch {
        throw .format(error)
      }
    }
    parts = []
    self.shortForms = shortForms.map { [MappedFile(copying: $0)] } ?? []
    self.segments = opened
    deletions = Array(repeating: nil, count: opened.count)
    memoryLibrary = library
    statistics = CollectionStatistics(opened, deletions, outer: outer)
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

  /// The manifest, or nil for an index in memory or several indexes.
  public var manifest: Manifest? { parts.count == 1 ? parts[0].manifest : nil }

  /// The languages of the index's passages, in the order of their tags.
  public var languages: [Language] { statistics.languages.map(\.language) }

  /// The number of passages in all languages.
  public var passageCount: Int { statistics.passageCount }

  // MARK: Several segments as one

  /// A Boolean value that indicates whether passages of different segments may alternate in the
  /// order of the sources.
  var isInterleaved: Bool { parts.contains { $0.order != nil } }

  /// Returns the rank of a passage's source among all sources, or the same rank for all sources of a
  /// part whose segments are in the order of the sources.
  func rank(ofPassage passage: Int, segment: Int) -> UInt32 {
    guard let part = part(ofSegment: segment) else { return 0 }
    guard let order = part.order else { return part.firstRank }
    let file = segments[segment]
    let document = file.document(ofPassage: passage)
    guard document < file.properties.documentCount else { return part.firstRank }
    let source = file.place(ofDocument: document).source
    return part.firstRank
      + order.rank(ofSource: source, segment: segment - part.segments.lowerBound)
  }

  private func part(ofSegment segment: Int) -> IndexPart? {
    parts.count == 1 ? parts[0] : parts.first { $0.segments.contains(segment) }
  }

  /// Returns the name of the library that a segment belongs to, or nil if it has none.
  func library(ofSegment segment: Int) -> String? {
    part(ofSegment: segment)?.name ?? memoryLibrary
  }

  /// Returns the id of a document by its number in a segment. It begins with the name of its library
  /// if several are searched, since two of them may have documents of one id.
  func documentID(_ number: Int, segment: Int) throws(FormatError) -> String {
    let id = try segments[segment].documentIDs.string(at: number)
    guard parts.count > 1, let library = library(ofSegment: segment) else { return id }
    return "\(library)/\(id)"
  }

  /// Returns whether a language has more than one segment, or deleted passages.
  func isComposite(_ language: CollectionStatistics.LanguageStatistics) -> Bool {
    language.segments.count > 1 || language.segments.contains { deletions[$0] != nil }
  }

  // MARK: Memory

  /// Releases pages of the index's files if more than `limit` bytes of mapped files are in the
  /// process's memory. Later questions find the pages in the system's cache. Any thread may call
  /// this method while others search.
  ///
  /// The files are released part by part, until a little less than the limit is left. The next call
  /// goes on with the part after the last one, as a clock does, so that most of the pages that are
  /// read often remain.
  ///
  /// - Parameters:
  ///   - limit: The limit in bytes. It includes the program's own pages, about ten megabytes.
  ///   - part: The part to begin with, 0 in the first call.
  public func releasePages(beyond limit: Int, from part: inout Int) {
    guard let mapped = ResidentMemory.mappedByteCount, mapped > limit else { return }
    for _ in 0..<Self.releasedPartCount {
      for segment in segments { segment.releasePages(ofPart: part, of: Self.releasedPartCount) }
      part = (part + 1) % Self.releasedPartCount
      guard let left = ResidentMemory.mappedByteCount, left > limit - limit / 16 else { return }
    }
  }

  /// The number of parts in which the files are released.
  private static let releasedPartCount = 32
}
