import Glibc

/// A source of lines from a file descriptor, such as a pipe.
///
/// ```swift
/// var source = PlainLineSource(descriptor: 0)
/// while case .line(let line) = try source.nextLine(prompt: Prompt("")) { print(line) }
/// ```
public struct PlainLineSource: LineSource {
  private let descriptor: Int32
  private var chunk = [UInt8](repeating: 0, count: 1 << 16)
  private var buffer: [UInt8] = []
  /// The index in `buffer` at which the next line begins.
  private var start = 0
  /// The index in `buffer` before which there is no end of the line.
  private var scanned = 0
  private var number = 0
  private var reachedEnd = false

  /// The greatest number of bytes in a line.
  public static let longestLine = 1 << 20

  public init(descriptor: Int32) { self.descriptor = descriptor }

  public mutating func nextLine(prompt: Prompt) throws(LineError) -> LineEvent {
    while true {
      if let end = buffer[scanned...].firstIndex(of: UInt8(ascii: "\n")) {
        let line = start..<end
        (start, scanned) = (end + 1, end + 1)
        return .line(try decode(line))
      }
      scanned = buffer.count
      if scanned - start > Self.longestLine { throw .tooLong(line: number + 1) }
      if reachedEnd {
        guard start < buffer.count else { return .endOfInput }
        let line = start..<buffer.count
        start = buffer.count
        return .line(try decode(line))
      }
      guard try fill() else { return .interrupted }
    }
  }

  /// Reads more bytes. Returns `false` if a signal arrived first.
  private mutating func fill() throws(LineError) -> Bool {
    buffer.removeSubrange(..<start)
    (start, scanned) = (0, buffer.count)
    let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
    if count < 0 {
      let code = errno
      if code == EINTR { return false }
      throw .unreadable(code: code)
    }
    buffer.append(contentsOf: chunk[..<count])
    reachedEnd = count == 0
    return true
  }

  private mutating func decode(_ line: Range<Int>) throws(LineError) -> String {
    number += 1
    var bytes = buffer[line]
    if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
    do {
      return String(copying: try UTF8Span(validating: bytes.span))
    } catch {
      throw .invalidUTF8(line: number, offset: error.byteOffsets.lowerBound)
    }
  }
}
