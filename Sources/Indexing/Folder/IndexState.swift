import Bytes
import Model
import Platform
import SegmentFormat
import TextAnalysis

/// The published state of an index, opened for an update.
struct IndexState {
  var manifest: Manifest
  var catalog: Catalog
  var segments: [PublishedSegment] = []
  /// A Boolean value that indicates whether a file is of an older format. Then only the roots in
  /// the catalog are read.
  private(set) var isOlder = false

  /// A Boolean value that indicates whether all segments have this program's format and analysis.
  var isCurrent: Bool {
    !isOlder
      && segments.allSatisfy {
        Analyzer.fingerprint(of: $0.language) == $0.file.properties.fingerprint
      }
  }

  /// The number of passages in each language, by language tag.
  var passages: [String: Int] {
    segments.reduce(into: [:]) { $0[$1.language.rawValue, default: 0] += $1.passageCount }
  }

  var byteCount: Int { manifest.files.reduce(0) { $0 + $1.size } }

  /// Opens the published state. Returns nil if nothing is published yet.
  ///
  /// - Parameters:
  ///   - folder: The folder of the index.
  ///   - rebuilds: A Boolean value that indicates whether everything will be read again, so that
  ///     segments are not opened.
  init?(of folder: String, rebuilds: Bool = false) throws(IndexFileError) {
    let path = folder + "/" + Manifest.fileName
    guard (try? FileInfo(path: path)) != nil else { return nil }
    let file: MappedFile
    do throws(FileError) { file = try MappedFile(path: path) } catch { throw .file(error) }
    do throws(FormatError) {
      manifest = try file.withBytes { bytes throws(FormatError) in
        try Manifest(decoding: bytes, allowsOlder: true)
      }
    } catch {
      throw .format(error.inFile(path))
    }
    guard let catalogFile = manifest.files(of: .catalog).first else {
      throw .format(FormatError(.malformed, file: path))
    }
    isOlder = manifest.version < Manifest.version
    do throws(IndexFileError) {
      catalog = try catalogFile.open(in: folder) { file throws(FormatError) in
        try file.withBytes { bytes throws(FormatError) in try Catalog(decoding: bytes) }
      }
      if !rebuilds, !isOlder { try openSegments(in: folder) }
    } catch {
      guard case .format(let format) = error, case .older = format.kind else { throw error }
      isOlder = true
      segments = []
      catalog = Catalog(
        roots: try catalogFile.open(in: folder) { file throws(FormatError) in
          try file.withBytes { bytes throws(FormatError) in try Catalog.roots(decoding: bytes) }
        }, sources: [], skipped: [])
    }
  }

  private mutating func openSegments(in folder: String) throws(IndexFileError) {
    for entry in manifest.segments {
      let file = try SegmentFile(path: folder + "/" + entry.file.name, size: entry.file.size)
      // Damage must not be copied into deletions with a valid checksum.
      let deletions = try entry.openDeletions(in: folder, of: file, verifies: true)
      segments.append(PublishedSegment(entry: entry, file: file, deletions: deletions))
    }
  }
}

/// A segment that belongs to the published state.
struct PublishedSegment {
  var entry: Manifest.Segment
  let file: SegmentFile
  var deletions: Deletions?

  var language: Language { Language(rawValue: file.properties.language) }

  /// The number of passages that are not deleted.
  var passageCount: Int { file.properties.passageCount - (deletions?.passageCount ?? 0) }
}
