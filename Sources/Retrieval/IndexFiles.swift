import Platform
import SegmentFormat

/// The files of a published state, opened together.
struct IndexFiles {
  var manifest: Manifest
  var segments: [SegmentFile] = []
  /// By segment.
  var deletions: [Deletions?] = []
  var order: SourceOrder?
  var names: MappedFile?

  /// How often opening starts again because a writer has replaced the files meanwhile. Each time
  /// a whole indexing run has to end just then.
  private static let attempts = 50

  init(opening folder: String, access: MappedFile.Access) throws(IndexError) {
    var manifest = try IndexFiles.manifest(in: folder)
    for _ in 0..<IndexFiles.attempts {
      do throws(IndexError) {
        self = try IndexFiles(manifest, in: folder, access)
        return
      } catch {
        // A file that is gone is no loss if the index is another by now.
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
      var files: [MappedFile] = []
      for entry in manifest.segments {
        let file = try entry.file.open(in: folder, access: access) {
          mapped throws(FormatError) in mapped
        }
        SegmentFile.prefetchFooter(of: file)
        files.append(file)
      }
      for (entry, file) in zip(manifest.segments, files) {
        let segment = try IndexFiles.segment(file, path: folder + "/" + entry.file.name)
        segments.append(segment)
        deletions.append(try entry.openDeletions(in: folder, of: segment))
      }
      if let file = manifest.files(of: .names).first {
        names = try file.open(in: folder, access: access) { mapped throws(FormatError) in mapped }
      }
      if let file = manifest.files(of: .order).first {
        let path = folder + "/" + file.name
        let order = try file.open(in: folder) { mapped throws(FormatError) in
          try SourceOrder(mapped, path: path)
        }
        guard order.segmentCount == segments.count else {
          throw IndexFileError.format(FormatError(.malformed, file: path))
        }
        self.order = order
      }
    } catch {
      switch error {
      case .file(let error): throw .file(error)
      case .format(let error): throw .format(error)
      }
    }
  }
}

extension IndexFiles {
  private static func segment(
    _ file: MappedFile, path: String
  ) throws(IndexFileError) -> SegmentFile {
    do throws(FormatError) {
      return try SegmentFile(file, path: path)
    } catch {
      throw .format(error)
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
