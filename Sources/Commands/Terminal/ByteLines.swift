/// The lines of an input as bytes, up to a maximum length.
struct ByteLines {
  enum Line {
    case line([UInt8])
    /// A line that was skipped because it is too long.
    case tooLong
  }

  private let input: Input
  private let longest: Int
  private var buffer: [UInt8] = []
  /// The start of the next line in `buffer`, and the end of the part known to contain no further
  /// line feed.
  private var start = 0
  private var scanned = 0
  private var isSkipping = false
  private var isAtEnd = false

  init(_ input: Input, longest: Int) {
    self.input = input
    self.longest = longest
  }

  /// Returns the next line without its line feed; nil at the end of the input.
  mutating func next() throws(CommandError) -> Line? {
    while true {
      if let end = buffer[scanned...].firstIndex(of: UInt8(ascii: "\n")) {
        defer { (start, scanned) = (end + 1, end + 1) }
        if isSkipping || end - start > longest {
          isSkipping = false
          return .tooLong
        }
        return .line(Array(buffer[start..<end]))
      }
      if isAtEnd {
        guard start < buffer.count || isSkipping else { return nil }
        defer { (start, isSkipping) = (buffer.count, false) }
        return isSkipping || buffer.count - start > longest
          ? .tooLong : .line(Array(buffer[start...]))
      }
      if isSkipping || buffer.count - start > longest {
        isSkipping = true
        buffer.removeAll(keepingCapacity: true)
      } else {
        buffer.removeSubrange(..<start)
      }
      (start, scanned) = (0, buffer.count)
      isAtEnd = try !input.read(into: &buffer)
    }
  }
}
