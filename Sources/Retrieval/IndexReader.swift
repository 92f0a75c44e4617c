public import Platform
public import SegmentFormat
public import TextAnalysis

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
  let segments: [SegmentFile]
  /// Passages, documents and mean lengths by language.
  let statistics: CollectionStatistics

  /// Opens the state that is published in a folder.
  public init(opening folder: String) throws(IndexError) {
    let manifestPath = folder + "/" + Manifest.fileName
    let manifest: Manifest
    let manifestFile: MappedFile
    do throws(FileError) {
      manifestFile = try MappedFile(path: manifestPath)
    } catch {
      throw error.isMissing ? .noIndex(path: folder) : .file(error)
    }
    do throws(FormatError) {
      manifest = try manifestFile.withBytes { bytes throws(FormatError) in
        try Manifest(decoding: bytes)
      }
    } catch {
      throw .format(error.inFile(manifestPath))
    }
    var segments: [SegmentFile] = []
    for file in manifest.files(of: .segment) {
      let path = folder + "/" + file.name
      let segment: SegmentFile
      do throws(IndexFileError) {
        segment = try SegmentFile(path: path, size: file.size)
      } catch {
        switch error {
        case .file(let error): throw .file(error)
        case .format(let error): throw .format(error)
        }
      }
      guard segment.byteCount == file.size else {
        throw .format(
          FormatError(.truncated(expected: file.size, found: segment.byteCount), file: path))
      }
      segments.append(segment)
    }
    self.folder = folder
    self.manifest = manifest
    self.segments = segments
    statistics = CollectionStatistics(segments)
    try checkAnalysis()
  }

  /// An index in memory.
  ///
  /// - Parameter segments: names for messages, and the bytes of segments.
  public init(segments: [(name: String, bytes: [UInt8])]) throws(IndexError) {
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
    self.segments = opened
    statistics = CollectionStatistics(opened)
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

  /// Languages that the index holds passages of, in the order of their segments.
  public var languages: [Language] { statistics.languages.map(\.language) }

  /// Passages in all languages.
  public var passageCount: Int { statistics.passageCount }
}

extension FileError {
  fileprivate var isMissing: Bool { operation == .open && (code == 2 || code == 20) }
}
