import Bytes
import Platform
import SegmentFormat

/// The files of a published state. They are opened together, so that later reads see the same
/// state, even if a writer has removed the files.
struct IndexFiles {
  var manifest: Manifest
  /// The mapped files, in the order of the manifest.
  var mapped: [MappedFile] = []
  var segments: [SegmentFile] = []
  /// The deletions of each segment, or nil if it has none.
  var deletions: [Deletions?] = []
  var order: SourceOrder?
  var names: MappedFile?

  /// The number of times that opening starts again if a writer has replaced the files meanwhile.
  /// Each time, a whole indexing run must just have finished.
  private static let attempts = 50

  init(opening folder: String, access: MappedFile.Access) throws(IndexError) {
    var manifest = try IndexFiles.manifest(in: folder)
    for _ in 0..<IndexFiles.attempts {
      do throws(IndexError) {
        self = try IndexFiles(manifest, in: folder, access)
        return
      } catch {
        // A missing file is no error if a new state has been published meanwhile.
        let current = try IndexFiles.manifest(in: folder)
        guard error.isMissingFile, current != manifest else { throw error }
        manifest = current
      }
    }
    self = try IndexFiles(manifest, in: folder, access)
  }

  private static func manifest(in folder: String) throws(IndexError) -> Manifest {
    let path = folder + "/" + Manifest.fileName
    let file: MappedFile
    do throws(FileError) {
      file = try MappedFile(path: path)
    } catch {
      throw error.isMissing ? .noIndex(path: folder) : .file(error)
    }
    do throws(FormatError) {
      return try file.withBytes { bytes throws(FormatError) in try Manifest(decoding: bytes) }
    } catch {
      throw .format(error.inFile(path))
    }
  }

  private init(
    _ manifest: Manifest, in folder: String, _ access: MappedFile.Access
  ) throws(IndexError) {
    self.manifest = manifest
    do throws(IndexFileError) {
      for file in manifest.files {
        // Files that are not searched are read in full, if at all.
        let isSearched = file.kind == .segment || file.kind == .names
        let opened = try file.open(in: folder, access: isSearched ? access : .most) {
          mapped throws(FormatError) in mapped
        }
        if file.kind == .segment { SegmentFile.prefetchFooter(of: opened) }
        mapped.append(opened)
      }
    } catch {
      switch error {
      case .file(let error): throw .file(error)
      case .format(let error): throw .format(error)
      }
    }
    do throws(FormatError) {
      for (file, mapped) in zip(manifest.files, mapped) { try add(mapped, file, in: folder) }
    } catch {
      throw .format(error)
    }
  }

  private mutating func add(
    _ mapped: MappedFile, _ file: Manifest.File, in folder: String
  ) throws(FormatError) {
    let path = folder + "/" + file.name
    switch file.kind {
    case .segment:
      segments.append(try SegmentFile(mapped, path: path))
      deletions.append(nil)
    case .deletions:
      // Deletions follow their segment.
      let last = segments.count - 1
      deletions[last] = try Deletions(mapped, path: path, of: segments[last].properties)
    case .names: names = mapped
    case .order:
      let order = try SourceOrder(mapped, path: path)
      guard order.segmentCount == manifest.files(of: .segment).count else {
        throw FormatError(.malformed, file: path)
      }
      self.order = order
    case .catalog: break
    }
  }
}

extension IndexError {
  fileprivate var isMissingFile: Bool {
    if case .file(let error) = self { return error.isMissing }
    return false
  }
}

extension FileError {
  var isMissing: Bool { operation == .open && (code == 2 || code == 20) }
}
