import Bytes
import Glibc
import Platform

/// Reads a collection from beginning to end in runs of complete records: lines, or messages.
final class CollectionStream {
  /// The size of a run in bytes, which is enough work to be worth handing over to another thread.
  static let runSize = 1 << 20

  let source: SourceFile
  /// The index of `source` in the list that is read.
  let number: Int
  private let file: OpenFile
  private let before: FileInfo
  private let inflater: Inflater?
  private let hash: FileHash
  private let borders: RecordBorders
  /// The beginning of a record whose end has not been read yet.
  private var carry: [UInt8] = []
  private var recordNumber = 1
  private var isAtEnd = false
  /// A Boolean value that indicates whether the rest of the current record is discarded because it
  /// is too long.
  private var isDiscarding = false

  init(
    _ source: SourceFile, number: Int, _ borders: RecordBorders = .lines, isCompressed: Bool = false
  ) throws(FileError) {
    self.source = source
    self.borders = borders
    self.number = number
    let file = try OpenFile(path: source.path)
    self.file = file
    before = try file.info()
    let hash = FileHash()
    self.hash = hash
    inflater =
      isCompressed
      ? Inflater { buffer throws(ReadingError) in
        try ReadingError.wrap { () throws(FileError) in try hash.read(file, into: buffer) }
      } : nil
  }

  /// The hash of the whole file (`StreamHash`); 0 if the file was not read to its end or changed
  /// while it was read.
  var contentHash: UInt64 { isComplete ? hash.value : 0 }
  private var isComplete = false

  /// Reads a file and computes the hash of the bytes read.
  private final class FileHash {
    private var hash = StreamHash()
    var value: UInt64 { hash.value }

    func read(
      _ file: OpenFile, into buffer: UnsafeMutableRawBufferPointer
    ) throws(FileError) -> Int {
      let count = try file.read(into: buffer)
      hash.append(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
      return count
    }
  }

  /// Returns the next run, or a reason why something was skipped; nil at the end.
  func next() -> ReadingUnit.Content? {
    do throws(ReadingError) {
      while !isAtEnd {
        if let content = try advance() { return content }
      }
      return nil
    } catch {
      isAtEnd = true
      return .skipped(error.reason)
    }
  }

  private func advance() throws(ReadingError) -> ReadingUnit.Content? {
    // The block doubles for long records, so that their bytes are copied a constant number of times
    // on average.
    let carried = carry
    let (read, bytes) = try block(after: carried, size: max(Self.runSize, carried.count))
    if read == 0 {
      isAtEnd = true
      return try finish(with: bytes)
    }
    guard let next = borders.lastStart(in: bytes, known: carried.count) else {
      carry = isDiscarding ? borders.end(of: bytes) : bytes
      guard carry.count > SourceReader.maximumLineLength else { return nil }
      carry = borders.end(of: bytes)
      isDiscarding = true
      return .skipped(borders.tooLong(recordNumber))
    }
    carry = Array(bytes[next...])
    var run = bytes
    run.removeLast(bytes.count - next)
    return records(in: run)
  }

  /// Returns `run` without the end of a record that is being discarded.
  private func records(in run: [UInt8]) -> ReadingUnit.Content? {
    var run = run
    if isDiscarding {
      isDiscarding = false
      recordNumber += 1
      run.removeFirst(borders.secondStart(in: run) ?? run.count)
    }
    guard !run.isEmpty else { return nil }
    defer { recordNumber += borders.count(in: run) }
    return borders.content(run, firstNumber: recordNumber)
  }

  /// Returns the last record if no border follows it. When called again, reports a file that
  /// changed while it was read.
  private func finish(
    with bytes: [UInt8]
  ) throws(ReadingError) -> ReadingUnit.Content? {
    if !bytes.isEmpty, !isDiscarding {
      isAtEnd = false
      carry = []
      return borders.content(bytes, firstNumber: recordNumber)
    }
    let after = try ReadingError.wrap { () throws(FileError) in try file.info() }
    isComplete = after == before
    return isComplete ? nil : .skipped(.changedWhileRead)
  }

  /// Returns a new array of `head` and the bytes that follow it in the file, and the number of the
  /// latter.
  private func block(
    after head: [UInt8], size: Int
  ) throws(ReadingError) -> (read: Int, bytes: [UInt8]) {
    var failure: ReadingError?
    let bytes = [UInt8](unsafeUninitializedCapacity: head.count + size) { buffer, count in
      count = buffer[..<head.count].update(fromContentsOf: head)
      do throws(ReadingError) {
        count += try read(
          into: UnsafeMutableRawBufferPointer(
            UnsafeMutableBufferPointer(rebasing: buffer[count...])))
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return (bytes.count - head.count, bytes)
  }

  private func read(
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(ReadingError) -> Int {
    if let inflater { return try inflater.read(into: buffer) }
    return try ReadingError.wrap { () throws(FileError) in try hash.read(file, into: buffer) }
  }
}
