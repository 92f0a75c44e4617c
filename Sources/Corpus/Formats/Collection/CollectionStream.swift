import Bytes
import Glibc
import Platform

/// Reads a collection from beginning to end in runs of complete lines.
final class CollectionStream {
  /// In bytes: enough work to be worth handing over to another thread.
  static let runSize = 1 << 20

  let source: SourceFile
  /// The index of `source` in the list that is read.
  let number: Int
  private let file: OpenFile
  private let before: FileInfo
  private let inflater: Inflater?
  private let hash: FileHash
  /// The beginning of a line whose end has not been read yet.
  private var carry: [UInt8] = []
  private var lineNumber = 1
  private var isAtEnd = false
  /// Whether the rest of the current line is discarded because it is too long.
  private var isDiscarding = false

  init(_ source: SourceFile, number: Int, isCompressed: Bool) throws(FileError) {
    self.source = source
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

  /// The hash of the whole file (`StreamHash`); 0 if it was not read to its end, or changed meanwhile.
  var contentHash: UInt64 { isComplete ? hash.value : 0 }
  private var isComplete = false

  /// The hash of what was read of the file.
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

  /// Returns the next run, or something to report; nil at the end.
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
    // Long lines double the block, so that their bytes are copied a constant number of times.
    let carried = carry
    let (read, bytes) = try block(after: carried, size: max(Self.runSize, carried.count))
    if read == 0 {
      isAtEnd = true
      return try finish(with: bytes)
    }
    guard let lastBreak = bytes.lastIndex(of: 0x0A, from: carried.count) else {
      carry = isDiscarding ? [] : bytes
      guard carry.count > SourceReader.maximumLineLength else { return nil }
      isDiscarding = true
      carry = []
      return .skipped(.malformedLine(lineNumber, .tooLong))
    }
    carry = Array(bytes[(lastBreak + 1)...])
    var run = bytes
    run.removeLast(bytes.count - lastBreak - 1)
    return lines(in: run)
  }

  /// Returns `run` without the end of a line that is being discarded.
  private func lines(in run: [UInt8]) -> ReadingUnit.Content? {
    var run = run
    if isDiscarding, let end = run.firstIndex(of: 0x0A) {
      isDiscarding = false
      lineNumber += 1
      run.removeFirst(end + 1)
    }
    guard !run.isEmpty else { return nil }
    defer { lineNumber += run.count(of: 0x0A) }
    return .lines(run, firstNumber: lineNumber)
  }

  /// Returns the last line if it lacks a line break; then reports if the file changed meanwhile.
  private func finish(
    with bytes: [UInt8]
  ) throws(ReadingError) -> ReadingUnit.Content? {
    if !bytes.isEmpty, !isDiscarding {
      isAtEnd = false
      carry = []
      return .lines(bytes, firstNumber: lineNumber)
    }
    let after = try ReadingError.wrap { () throws(FileError) in try file.info() }
    isComplete = after == before
    return isComplete ? nil : .skipped(.changedWhileRead)
  }

  /// Returns a new array of `head` and the next bytes, and the number of the latter.
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
