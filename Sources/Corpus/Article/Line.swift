/// A line of a text, as ranges of its bytes.
struct Line {
  /// The range of the line without its line break (LF or CR LF).
  var range: Range<Int>
  /// The range of the line without surrounding white space, empty for a blank line.
  var content: Range<Int>

  var isBlank: Bool { content.isEmpty }
  /// The number of bytes of white space at the beginning.
  var indent: Int { content.lowerBound - range.lowerBound }

  /// Creates the line that begins at `start`.
  init(at start: Int, in bytes: Span<UInt8>) {
    var end = bytes.firstIndex(of: 0x0A, in: start..<bytes.count) ?? bytes.count
    nextStart = end + 1
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    range = start..<end
    content = Self.content(of: range, in: bytes)
  }

  /// The offset of the next line. For the last line, it is after the end of the text.
  let nextStart: Int

  /// Returns `range` without surrounding white space.
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

/// The meaning of a line that is not blank, according to its markup.
enum LineMarkup: Equatable {
  case text
  case heading(level: Int, content: Range<Int>)
  /// A line of `=`, `-` or `~` under a paragraph, which turns the paragraph into a heading.
  case underline(level: Int)
  case listItem(content: Range<Int>)
  case quote(content: Range<Int>)
  case tableRow
  /// The line between the header of a table and its rows, `--|--`. In a table without bars at the
  /// sides, the preceding line is the header.
  case tableRule
  case fence(mark: UInt8, length: Int)
  case rule
  /// A line with nothing but images.
  case image
  /// A line with nothing but tags, comments or instructions to a site generator.
  case markup
  /// The beginning of an HTML comment.
  case comment

  /// - Parameters:
  ///   - line: The line, which must not be blank.
  ///   - bytes: The text.
  ///   - paragraph: The length in bytes of the open paragraph, or nil unless it has a single line.
  init(_ line: Line, in bytes: Span<UInt8>, paragraph: Int?) {
    let content = line.content
    switch bytes[content.lowerBound] {
    case UInt8(ascii: "#"):
      self = Self.heading(content, in: bytes)
    case UInt8(ascii: "="), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "_"),
      UInt8(ascii: "+"), UInt8(ascii: "~"):
      self = Self.ruleOrItem(content, in: bytes, paragraph: paragraph)
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      self = Self.numberedItem(content, in: bytes)
    case UInt8(ascii: "`"):
      self = Self.fence(content, in: bytes) ?? .text
    case UInt8(ascii: ">"):
      self = Self.quote(content, in: bytes)
    case UInt8(ascii: "|"):
      self = bytes.consists(content, of: "|-: ") ? .tableRule : .tableRow
    case UInt8(ascii: ":") where Self.isTableRule(content, in: bytes):
      self = .tableRule
    case UInt8(ascii: "!"), UInt8(ascii: "["):
      self = Self.isImage(content, in: bytes) ? .image : .text
    case UInt8(ascii: "<"):
      self =
        bytes.starts(content, with: "<!--")
        ? .comment : bytes.isOnlyTags(content) ? .markup : .text
    case 0xE2 where bytes.starts(content, with: "\u{2022}"):
      self = .listItem(content: Line.content(of: content.dropFirst(3), in: bytes))
    default:
      self = .text
    }
  }

  private static func heading(_ content: Range<Int>, in bytes: Span<UInt8>) -> LineMarkup {
    let level = bytes.runLength(of: UInt8(ascii: "#"), in: content)
    let rest = content.dropFirst(level)
    guard level <= 6, let first = rest.first, bytes[first] <= 0x20 else {
      return level == content.count && level >= 3 ? .rule : .text
    }
    var text = Line.content(of: rest, in: bytes)
    var end = text.upperBound
    while end > text.lowerBound, bytes[end - 1] == UInt8(ascii: "#") { end -= 1 }
    // `C#` keeps its mark: a closing run follows a space.
    if end > text.lowerBound, bytes[end - 1] <= 0x20 {
      text = Line.content(of: text.lowerBound..<end, in: bytes)
    }
    return end == text.lowerBound ? .rule : .heading(level: level, content: text)
  }

  private static func ruleOrItem(
    _ content: Range<Int>, in bytes: Span<UInt8>, paragraph: Int?
  ) -> LineMarkup {
    let mark = bytes[content.lowerBound]
    let run = bytes.runLength(of: mark, in: content)
    if run == content.count, run >= 2, let paragraph {
      if mark == UInt8(ascii: "=") { return .underline(level: 1) }
      if mark == UInt8(ascii: "-") { return .underline(level: 2) }
      // A shorter line opens a block of code.
      if mark == UInt8(ascii: "~"), run >= paragraph { return .underline(level: 3) }
    }
    if mark == UInt8(ascii: "-"), isTableRule(content, in: bytes) { return .tableRule }
    if mark == UInt8(ascii: "~"), let fence = fence(content, in: bytes) { return fence }
    if content.count >= 3, bytes.consists(content, of: "-=*_+~ ") { return .rule }
    let isBullet =
      mark == UInt8(ascii: "-") || mark == UInt8(ascii: "*") || mark == UInt8(ascii: "+")
    guard isBullet, run == 1, content.count > 1, bytes[content.lowerBound + 1] <= 0x20 else {
      return .text
    }
    return .listItem(content: Line.content(of: content.dropFirst(1), in: bytes))
  }

  /// Returns whether a line consists of dashes and bars, and has both.
  private static func isTableRule(_ content: Range<Int>, in bytes: Span<UInt8>) -> Bool {
    bytes.consists(content, of: "|-: ")
      && bytes.firstIndex(of: UInt8(ascii: "|"), in: content) != nil
      && bytes.firstIndex(of: UInt8(ascii: "-"), in: content) != nil
  }

  /// Recognizes `1. ` and `1) `, with at most nine digits as in CommonMark.
  private static func numberedItem(_ content: Range<Int>, in bytes: Span<UInt8>) -> LineMarkup {
    var index = content.lowerBound
    while index < content.upperBound, bytes.isDigit(at: index) { index += 1 }
    guard index - content.lowerBound <= 9, index + 1 < content.upperBound,
      bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ")"),
      bytes[index + 1] <= 0x20
    else { return .text }
    return .listItem(content: Line.content(of: (index + 1)..<content.upperBound, in: bytes))
  }

  private static func fence(_ content: Range<Int>, in bytes: Span<UInt8>) -> LineMarkup? {
    let mark = bytes[content.lowerBound]
    let length = bytes.runLength(of: mark, in: content)
    guard length >= 3, bytes.firstIndex(of: mark, in: content.dropFirst(length)) == nil else {
      return nil
    }
    return .fence(mark: mark, length: length)
  }

  private static func quote(_ content: Range<Int>, in bytes: Span<UInt8>) -> LineMarkup {
    var rest = content
    while let first = rest.first, bytes[first] == UInt8(ascii: ">") || bytes[first] == 0x20 {
      rest = rest.dropFirst(1)
    }
    return .quote(content: Line.content(of: rest, in: bytes))
  }

  /// Returns whether a line consists of images, `![…](…)`, possibly inside links.
  private static func isImage(_ content: Range<Int>, in bytes: Span<UInt8>) -> Bool {
    let isStart = bytes.starts(content, with: "![") || bytes.starts(content, with: "[![")
    guard isStart, bytes[content.upperBound - 1] == UInt8(ascii: ")") else { return false }
    // Only white space may appear outside of brackets and parentheses.
    var depth = 0
    for index in content {
      switch bytes[index] {
      case UInt8(ascii: "["), UInt8(ascii: "("): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: ")"): depth -= 1
      case UInt8(ascii: "!"), 0...0x20: break
      default: if depth <= 0 { return false }
      }
    }
    return true
  }
}
