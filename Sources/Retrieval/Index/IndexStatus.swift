import Bytes
public import Model
import Platform
public import SegmentFormat
import TextAnalysis

/// The size of an index: the numbers of its documents, passages and terms, and of its bytes. See
/// ``IndexReader/status()``.
public struct IndexStatus: Sendable {
  /// The numbers for one language.
  public struct LanguagePart: Hashable, Sendable {
    public var language: Language
    /// The number of passages.
    public var passages: Int
    /// The number of documents.
    public var documents: Int
    /// The number of terms of all forms, counted separately in each segment.
    public var terms: Int
    /// The mean number of terms in a passage.
    public var meanLength: Double
  }

  public var languages: [LanguagePart]
  /// The number of documents in all languages. A document with passages in two languages counts
  /// once.
  public var documents: Int
  /// The size of each section in all segments together, in bytes, in the order of the file.
  public var sections: [(section: SegmentLayout.Section, bytes: Int)]
  /// The size of all files of the index, in bytes.
  public var bytes: Int
  /// The catalog, or nil for an index in memory.
  public var catalog: Catalog?
}

extension IndexReader {
  /// Returns the size of the index.
  public func status() throws(IndexError) -> IndexStatus {
    var status = IndexStatus(languages: [], documents: 0, sections: [], bytes: 0)
    for language in statistics.languages {
      var part = IndexStatus.LanguagePart(
        language: language.language, passages: language.passageCount, documents: 0, terms: 0,
        meanLength: language.meanLength)
      for number in language.segments {
        part.documents +=
          segments[number].properties.documentCount - (deletions[number]?.documentCount ?? 0)
        part.terms += segments[number].terms.count
      }
      status.languages.append(part)
    }
    for segment in segments {
      status.bytes += segment.byteCount
      for (section, bytes) in segment.sectionSizes {
        if let place = status.sections.firstIndex(where: { $0.section == section }) {
          status.sections[place].bytes += bytes
        } else {
          status.sections.append((section, bytes))
        }
      }
    }
    if !parts.isEmpty {
      status.bytes = parts.flatMap(\.manifest.files).reduce(0) { $0 + $1.size }
      status.catalog = try catalog()
      status.documents = status.catalog?.documentCount ?? 0
    } else {
      status.documents = try documentIDs().count
    }
    return status
  }

  private func documentIDs() throws(IndexError) -> Set<String> {
    var ids: Set<String> = []
    for segment in segments {
      do throws(FormatError) {
        for number in 0..<segment.properties.documentCount {
          ids.insert(try segment.documentIDs.string(at: number))
        }
      } catch {
        throw .format(error.inFile(segment.path))
      }
    }
    return ids
  }

  /// Reads the catalogs, which list the sources of the index. Those of several indexes are joined.
  /// Returns nil for an index in memory.
  public func catalog() throws(IndexError) -> Catalog? {
    var joined: Catalog?
    for (_, catalog) in try catalogs() {
      joined = Catalog(
        roots: (joined?.roots ?? []) + catalog.roots,
        sources: (joined?.sources ?? []) + catalog.sources,
        skipped: (joined?.skipped ?? []) + catalog.skipped)
    }
    return joined
  }

  /// Reads the catalog of each index, with the folder of that index.
  public func catalogs() throws(IndexError) -> [(folder: String, catalog: Catalog)] {
    var catalogs: [(folder: String, catalog: Catalog)] = []
    for part in parts {
      if let catalog = try part.catalog() { catalogs.append((part.folder, catalog)) }
    }
    return catalogs
  }

  /// Verifies the checksums of all files, and returns an error for each damaged file.
  ///
  /// - Complexity: O(*n*), where *n* is the size of the index in bytes.
  public func verify() -> [IndexError] {
    guard !parts.isEmpty else { return [] }
    var found: [IndexError] = []
    for segment in segments {
      do throws(FormatError) { try segment.verify() } catch { found.append(.format(error)) }
    }
    for part in parts { verify(part, &found) }
    return found
  }

  private func verify(_ part: IndexPart, _ found: inout [IndexError]) {
    for (file, mapped) in zip(part.manifest.files, part.files) {
      let path = part.folder + "/" + file.name
      let sum = mapped.withBytes { CRC32.sum(of: $0) }
      if sum != file.checksum, !found.contains(where: { $0.isAbout(path) }) {
        found.append(
          .format(FormatError(.checksum(expected: file.checksum, found: sum), file: path)))
      }
    }
  }
}

extension IndexError {
  fileprivate func isAbout(_ path: String) -> Bool {
    if case .format(let error) = self { return error.file == path }
    return false
  }
}
