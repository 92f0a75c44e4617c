import Glibc
import Platform

/// The lines of a batch as they arrive, numbered; blank lines and comments are skipped.
struct QuestionLines: Sendable {
  let descriptor: Int32
  /// The path of the input, for the error that is thrown if it cannot be read.
  let path: String
  private var buffer: [UInt8] = []
  private var chunk = [UInt8](repeating: 0, count: 1 << 17)
  /// The start of the next line in `buffer`.
  private var start = 0
  /// The end of the part of `buffer` that is known to contain no further line feed.
  private var scanned = 0
  private var number = 0
  private var count = 0
  private var isAtEnd = false

  /// The maximum length of a line, in bytes.
  static let longestLine = 1 << 20

  init(descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  struct Line: Sendable, Equatable {
    /// The number of questions before this one, which is its place in the output.
    var place: Int
    /// The number of the line, from 1. Skipped lines count as well.
    var number: Int
    var bytes: [UInt8]
  }

  /// Returns the next line that is not skipped; nil at the end of the input.
  ///
  /// - Parameter beforeWaiting: Called before each wait for more input.
  mutating func next(beforeWaiting: () -> Void) throws(CommandError) -> Line? {
    while let range = try nextRange(beforeWaiting) {
      if let line = takeLine(in: range) { return line }
    }
    return nil
  }

  /// Returns the lines that follow and have been read already, up to a number. It never waits.
  mutating func nextRead(atMost limit: Int) -> [Line] {
    var lines: [Line] = []
    while lines.count < limit, let range = readRange() {
      if let line = takeLine(in: range) { lines.append(line) }
    }
    return lines
  }

  /// Counts a line, and returns it unless it is skipped.
  private mutating func takeLine(in range: Range<Int>) -> Line? {
    number += 1
    if number == 1, buffer[range].starts(with: [0xEF, 0xBB, 0xBF]) {
      buffer.replaceSubrange(range.prefix(3), with: [0x20, 0x20, 0x20])
    }
    let line = buffer[range]
    guard let first = line.first(where: { !$0.isBlank }), first != UInt8(ascii: "#") else {
      return nil
    }
    count += 1
    return Line(place: count - 1, number: number, bytes: Array(line))
  }

  /// Returns the range of the next line if all of it has been read.
  private mutating func readRange() -> Range<Int>? {
    guard let end = buffer[scanned...].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    defer { (start, scanned) = (end + 1, end + 1) }
    return start..<end
  }

  private mutating func nextRange(_ beforeWaiting: () -> Void) throws(CommandError) -> Range<Int>? {
    while true {
      if let range = readRange() { return range }
      scanned = buffer.count
      if scanned - start > Self.longestLine {
        throw .line(number + 1, .tooLong(limit: Self.longestLine))
      }
      if isAtEnd {
        defer { start = buffer.count }
        return start < buffer.count ? start..<buffer.count : nil
      }
      try fill(beforeWaiting)
    }
  }

  private mutating func fill(_ beforeWaiting: () -> Void) throws(CommandError) {
    buffer.removeSubrange(..<start)
    (start, scanned) = (0, buffer.count)
    beforeWaiting()
    guard Interrupt.awaitInput(on: descriptor) else { throw .interrupted }
    let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
    if count < 0 {
      let code = errno
      if code == EINTR || code == EAGAIN { return }
      throw .input(path: path, code: code)
    }
    buffer.append(contentsOf: chunk[..<count])
    isAtEnd = count == 0
  }
}
