import Bytes
import Platform
import SegmentFormat

/// One of the indexes that a reader searches as one: the files of its published state.
struct IndexPart {
  /// The name of the library, or nil for an index that is searched by itself.
  let name: String?
  let folder: String
  let manifest: Manifest
  /// The files, in the order of the manifest.
  let files: [MappedFile]
  /// The places of its segments among those of all parts.
  let segments: Range<Int>
  let order: SourceOrder?
  /// The rank of its first source among the sources of all parts. A part has far fewer sources than
  /// ranks are set aside for it.
  let firstRank: UInt32

  init(_ files: IndexFiles, name: String?, folder: String, after others: [IndexPart]) {
    self.name = name
    self.folder = folder
    manifest = files.manifest
    self.files = files.mapped
    order = files.order
    let start = others.last?.segments.upperBound ?? 0
    segments = start..<(start + files.segments.count)
    firstRank = UInt32(truncatingIfNeeded: others.count) << 26
  }

  /// Returns the catalog, or nil if the manifest names none.
  func catalog() throws(IndexError) -> Catalog? {
    guard let number = manifest.files.firstIndex(where: { $0.kind == .catalog }) else { return nil }
    do throws(FormatError) {
      return try files[number].withBytes { bytes throws(FormatError) in
        try Catalog(decoding: bytes)
      }
    } catch {
      throw .format(error.inFile(folder + "/" + manifest.files[number].name))
    }
  }
}
