public import Bytes
public import Platform

extension Manifest.File {
  /// Maps the file and checks that it has the size that the manifest promises.
  ///
  /// - Parameter verifies: its checksum is compared too, which takes reading all of it.
  public func open<Value>(
    in folder: String, access: MappedFile.Access = .most, verifies: Bool = false,
    _ decode: (MappedFile) throws(FormatError) -> Value
  ) throws(IndexFileError) -> Value {
    let path = folder + "/" + name
    let file: MappedFile
    do throws(FileError) {
      file = try MappedFile(path: path, access: access)
    } catch {
      throw .file(error)
    }
    do throws(FormatError) {
      guard file.bytes.count == size else {
        throw FormatError(.truncated(expected: size, found: file.bytes.count))
      }
      if verifies, case let sum = file.withBytes({ CRC32.sum(of: $0) }),
        sum != checksum
      {
        throw FormatError(.checksum(expected: checksum, found: sum))
      }
      return try decode(file)
    } catch {
      throw .format(error.inFile(path))
    }
  }
}

extension Manifest.Segment {
  /// The segment's deletions; nil where it has none.
  public func openDeletions(
    in folder: String, of segment: SegmentFile, verifies: Bool = false
  ) throws(IndexFileError) -> Deletions? {
    guard let deletions else { return nil }
    return try deletions.open(in: folder, verifies: verifies) { file throws(FormatError) in
      try Deletions(file, path: folder + "/" + deletions.name, of: segment.properties)
    }
  }
}
