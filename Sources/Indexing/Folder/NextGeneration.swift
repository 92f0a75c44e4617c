import Bytes
import Model
import Platform
import SegmentFormat
import Synchronization
import TextAnalysis

/// The files of the state that a run creates. They do not belong to the index until a manifest
/// names them.
final class NextGeneration: Sendable {
  let folder: String
  let generation: Int
  private let permissions: UInt32
  private let segmentCounts = Mutex<[String: Int]>([:])

  /// - Parameters:
  ///   - folder: The folder of the index.
  ///   - generation: The number of the new state.
  ///   - permissions: The permissions of new files. They grant nothing that a source does not
  ///     grant, because an index contains the text of the sources.
  init(folder: String, generation: Int, permissions: UInt32) {
    self.folder = folder
    self.permissions = permissions
    self.generation = generation
  }

  /// The beginning of the names of the files, six digits of the generation.
  var prefix: String { String(String(1_000_000 + generation % 1_000_000).dropFirst()) }

  func write(
    _ bytes: [UInt8], _ kind: Manifest.File.Kind, _ name: String
  ) throws(FileError) -> Manifest.File {
    let file = try OutputFile(path: folder + "/" + name, permissions: permissions)
    try file.write(copying: bytes)
    try file.publish()
    return Manifest.File(
      kind: kind, name: name, size: bytes.count,
      checksum: bytes.withUnsafeBytes { CRC32.sum(of: $0) })
  }

  /// Writes a segment.
  ///
  /// - Parameters:
  ///   - contents: The contents of the segment.
  ///   - language: The language of the segment.
  ///   - isDurable: Pass `false` if the segment will be merged with others before anything is
  ///     published.
  func write(
    _ contents: SegmentContents, _ language: Language, isDurable: Bool
  ) throws(IndexingError) -> NewSegment {
    try writeSegment(language, contents.properties.passageCount, isDurable: isDurable) {
      writer in
      try contents.write(to: &writer)
    }
  }

  /// Writes a segment section by section.
  ///
  /// - Parameters:
  ///   - language: The language of the segment.
  ///   - passageCount: The number of passages in the segment.
  ///   - isDurable: Pass `false` if the segment will be merged with others before anything is
  ///     published.
  ///   - body: A closure that writes and finishes the segment.
  func writeSegment(
    _ language: Language, _ passageCount: Int, isDurable: Bool,
    _ body: (inout SegmentWriter) throws -> Void
  ) throws(IndexingError) -> NewSegment {
    let name = segmentName(language, isPiece: !isDurable)
    return try IndexingError.converting {
      let file = try OutputFile(path: folder + "/" + name, permissions: permissions)
      var writer = try SegmentWriter { bytes throws(FileError) in try file.write(bytes) }
      try body(&writer)
      try file.publish(isDurable: isDurable)
      return NewSegment(
        language: language, passageCount: passageCount,
        entry: Manifest.File(
          kind: .segment, name: name, size: writer.count, checksum: writer.checksum))
    }
  }

  /// Returns the name of the next segment in a language: `000007-en.segment`, `000007-en.2.segment`
  /// and so on, or `000007-en.piece1.segment` for a piece.
  private func segmentName(_ language: Language, isPiece: Bool) -> String {
    let stem = "\(prefix)-\(language)" + (isPiece ? ".piece" : "")
    let count = segmentCounts.withLock { counts in
      counts[stem, default: 0] += 1
      return counts[stem] ?? 1
    }
    return stem + (isPiece ? "\(count)" : count == 1 ? "" : ".\(count)") + ".segment"
  }
}

/// A segment that the current run has written.
struct NewSegment {
  var language: Language
  var passageCount: Int
  var entry: Manifest.File

  func open(in folder: String) throws(IndexFileError) -> SegmentFile {
    try SegmentFile(path: folder + "/" + entry.name, size: entry.size)
  }
}

extension IndexingError {
  /// Returns the result of `body`, with errors of files and formats converted to this type.
  static func converting<Value>(_ body: () throws -> Value) throws(IndexingError) -> Value {
    do {
      return try body()
    } catch let error as IndexingError {
      throw error
    } catch let error as FileError {
      throw .file(error)
    } catch let error as FormatError {
      throw .format(error)
    } catch let error as IndexFileError {
      switch error {
      case .file(let error): throw .file(error)
      case .format(let error): throw .format(error)
      }
    } catch {
      preconditionFailure("writing fails with one of these errors")
    }
  }
}
