import Platform
import Synchronization

/// Reads files and parses them into documents.
///
/// One thread at a time takes the next unit, and any number of threads parse their units in
/// parallel, so memory is bounded by the units in progress.
///
/// ```swift
/// while let unit = reader.next() {
///   for document in reader.documents(of: unit).documents { … }
/// }
/// ```
public final class SourceReader: Sendable {
  /// The maximum size of a file, in bytes. Larger files are skipped unless they are collections,
  /// because an index of passages has no use for a document of that size.
  public static let maximumFileSize = 256 << 20
  /// The maximum size of a document's text, in bytes. Of a longer text file, only the beginning is
  /// read, so that the memory for a document is bounded.
  public static let maximumTextSize = 64 << 20
  /// The maximum length of a collection's line, in bytes. Longer lines are skipped.
  public static let maximumLineLength = 64 << 20

  private struct State {
    var remaining: ArraySlice<SourceFile>
    var ordinal = 0
    var collection: CollectionStream?
    /// The hashes of contents, by index of the file.
    var contentHashes: [Int: UInt64] = [:]
  }

  private let state: Mutex<State>
  private let cache: ConversionCache?

  /// - Parameters:
  ///   - files: The files to read.
  ///   - cache: The cache of the helper programs' output; nil to run them each time.
  public init(_ files: [SourceFile], cache: ConversionCache? = nil) {
    state = Mutex(State(remaining: files[...]))
    self.cache = cache
  }

  /// Returns the hash of a file's content (`StreamHash`); 0 as long as the file has not been read
  /// to its end.
  ///
  /// - Parameter number: The index of the file.
  public func contentHash(ofSource number: Int) -> UInt64 {
    state.withLock { $0.contentHashes[number] ?? 0 }
  }

  /// Returns the next unit in the order of the files; nil after the last one. This method may be
  /// called from any thread.
  public func next() -> ReadingUnit? {
    state.withLock { state in
      while true {
        if let stream = state.collection {
          if let content = stream.next() {
            return unit(of: stream.source, stream.number, content, &state)
          }
          state.contentHashes[stream.number] = stream.contentHash
          state.collection = nil
        }
        let number = state.remaining.startIndex
        guard let file = state.remaining.popFirst() else { return nil }
        do throws(FileError) {
          switch file.format.row.reading {
          case .whole(let reader): return unit(of: file, number, .file(reader), &state)
          case .lines: state.collection = try CollectionStream(file, number: number)
          case .compressedLines:
            state.collection = try CollectionStream(file, number: number, isCompressed: true)
          case .messages:
            state.collection = try CollectionStream(file, number: number, .messages)
          }
        } catch {
          return unit(of: file, number, .skipped(.unreadable(code: error.code)), &state)
        }
      }
    }
  }

  private func unit(
    of file: SourceFile, _ number: Int, _ content: ReadingUnit.Content, _ state: inout State
  ) -> ReadingUnit {
    defer { state.ordinal += 1 }
    return ReadingUnit(
      source: file, sourceNumber: number, ordinal: state.ordinal, content: content)
  }

  /// Reads and parses a unit. This method may be called from any thread, for several units at a
  /// time.
  public func documents(of unit: ReadingUnit) -> ReadResult {
    let parser = DocumentParser()
    switch unit.content {
    case .file(let reader):
      do throws(ReadingError) {
        let result = parser.documents(of: unit.source, try texts(of: unit, reader))
        return result.documents.isEmpty ? skipped(unit, .empty) : result
      } catch {
        return skipped(unit, error.reason)
      }
    case .messages(let bytes, let firstNumber):
      let result = parser.documents(
        of: unit.source, MailReader.texts(ofMailbox: bytes, firstNumber: firstNumber))
      return result.documents.isEmpty && firstNumber == 1 ? skipped(unit, .empty) : result
    case .lines(let bytes, let firstNumber):
      return CollectionParser(source: unit.source, parser: parser)
        .documents(in: bytes, firstNumber: firstNumber)
    case .skipped(let reason):
      return skipped(unit, reason)
    }
  }

  /// Returns the texts of a file. The bytes of the file are released on return.
  private func texts(
    of unit: ReadingUnit, _ reader: any FormatReader
  ) throws(ReadingError) -> [ExtractedText] {
    let content = try unit.source.content(cache)
    state.withLock { $0.contentHashes[unit.sourceNumber] = content.hash }
    var texts = try (content.reader ?? reader).read(
      SourceInput(name: unit.source.name, bytes: content.bytes.get()))
    if content.isPart, !texts.isEmpty { texts[texts.count - 1].isPart = true }
    return texts
  }

  private func skipped(_ unit: ReadingUnit, _ reason: SkippedSource.Reason) -> ReadResult {
    ReadResult(skipped: [SkippedSource(path: unit.source.path, reason: reason)])
  }
}

/// A piece of work that any thread can parse into documents: a whole file, or a run of complete
/// lines of a collection or messages of a mailbox.
public struct ReadingUnit: Sendable {
  enum Content {
    case file(any FormatReader)
    case lines([UInt8], firstNumber: Int)
    case messages([UInt8], firstNumber: Int)
    /// Nothing to read, but something to report.
    case skipped(SkippedSource.Reason)
  }

  public let source: SourceFile
  /// The index of `source` in the list that is read.
  public let sourceNumber: Int
  /// The position of the unit in the order of the sources, from 0.
  public let ordinal: Int
  let content: Content

  /// The size of the unit in bytes of its source; for a compressed collection, of its text.
  public var byteCount: Int {
    switch content {
    case .file: source.size
    case .lines(let bytes, _), .messages(let bytes, _): bytes.count
    case .skipped: 0
    }
  }
}

/// The documents of a unit, and the parts of it that were skipped.
public struct ReadResult: Sendable {
  public var documents: [Document]
  public var skipped: [SkippedSource]

  public init(documents: [Document] = [], skipped: [SkippedSource] = []) {
    self.documents = documents
    self.skipped = skipped
  }
}
