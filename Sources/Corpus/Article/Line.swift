/// One line of a text, by its bytes.
struct Line {
  /// Without the line break (LF or CR LF).
  var range: Range<Int>
  /// Without white space on either side; empty for a blank line.
  var content: Range<Int>

  var isBlank: Bool { content.isEmpty }
  /// Bytes of white space in front.
  var indent: Int { content.lowerBound - range.lowerBound }

  /// The line that begins at `start`.
  init(at start: Int, in bytes: Span<UInt8>) {
    var end = bytes.firstIndex(of: 0x0A, in: start..<bytes.count) ?? bytes.count
    nextStart = end + 1
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    range = start..<end
    content = Self.content(of: range, in: bytes)
  }

  /// Where the line after it begins; past the end of the text for the last line.
  let nextStart: Int

  /// `range` without white space on either side.
  static func content(of range: Range<Int>, in bytes: Span<UInt8>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end {
      let length = bytes.spaceLength(at: start, before: end)
      if length == 0 { break }
      start += length
    }
    while start < end {
      let length = bytes.spaceLength(endingAt: end, after: start)
      if length == 0 { break }
      end -= length
    }
    return start..<end
  }
}
