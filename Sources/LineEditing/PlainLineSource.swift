import Glibc

/// Lines from a file descriptor that nobody types at.
public struct PlainLineSource: LineSource {
  private let descriptor: Int32
  private var chunk = [UInt8](repeating: 0, count: 1 << 16)
  private var buffer: [UInt8] = []
  /// Where the next line begins in `buffer`, and up to where no line end was found yet.
  private var start = 0
  private var scanned = 0
  private var number = 0
  private var reachedEnd = false

  /// The largest number of bytes in a line.
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

  /// Reads more; false when a signal came first.
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
