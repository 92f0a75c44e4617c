/// The text that a reader of a passage sees, with the place of each part of it in the source.
///
/// Sources hold bytes that are not words of the text: Markdown's marks and link targets, tags and
/// comments of HTML, instructions to site generators, invisible characters, hyphens at line ends.
/// What is indexed, weighed and shown is the readable text; what is cited are bytes of the source.
///
/// ```swift
/// let text = ReadableText("The [lighthouse](a.md) opened. <!-- check -->".utf8.span)
/// // text.bytes: "The lighthouse opened. "
/// // text.sourceRange(of: 4..<14): 5..<15
/// ```
///
/// Most texts contain nothing to leave out; they are their own readable text.
public struct ReadableText: Sendable {
  /// UTF-8.
  public let bytes: [UInt8]
  /// The parts of the source that are not copied, in order.
  private let gaps: [Gap]

  /// A part of the source that is left out or replaced.
  struct Gap: Equatable {
    var source: Range<Int>
    /// The offset in the readable text of what replaces it.
    var visible: Int
    /// The number of bytes that replace it: 0 or 1.
    var count: Int
    /// The byte that replaces it, if there is one.
    var replacement: UInt8
    /// Whether it belongs to the words beside it, like the marks of emphasis and links.
    var isMark: Bool
  }

  /// - Complexity: O(*n*) in the length of the source.
  public init(_ source: Span<UInt8>) {
    if let different = ReadableText(ifDifferentFrom: source) {
      self = different
    } else {
      bytes = source.withUnsafeBufferPointer { Array($0) }
      gaps = []
    }
  }

  /// Creates the readable text of a source; nil if that is the source itself.
  ///
  /// - Complexity: O(*n*) in the length of the source.
  public init?(ifDifferentFrom source: Span<UInt8>) {
    var gaps: [Gap] = []
    bytes = source.withUnsafeBufferPointer { buffer in
      guard let text = ByteView(buffer) else { return [] }
      var scanner = ReadableTextScanner(text)
      scanner.scan()
      gaps = scanner.gaps
      return gaps.isEmpty ? [] : scanner.visible
    }
    guard !gaps.isEmpty else { return nil }
    self.gaps = gaps
  }

  /// Whether nothing of the source is left out.
  public var isSource: Bool { gaps.isEmpty }

  /// Returns the part of the source that is seen as `range`.
  ///
  /// - Parameters:
  ///   - range: A range of the text as it was given.
  ///   - withMarks: whether it includes the marks around it that belong to it.
  /// - Complexity: O(log *n*) in the number of gaps.
  public func sourceRange(of range: Range<Int>, withMarks: Bool = false) -> Range<Int> {
    guard !gaps.isEmpty else { return range }
    let start = sourceStart(of: range.lowerBound, withMarks)
    return start..<max(start, sourceEnd(of: range.upperBound, withMarks))
  }

  /// Returns the part of the readable text that shows `range` of the source.
  public func readableRange(of range: Range<Int>) -> Range<Int> {
    guard !gaps.isEmpty else { return range }
    let start = readableOffset(of: range.lowerBound)
    return start..<max(start, readableOffset(of: range.upperBound))
  }

  /// The source of the byte at `offset`, or of the marks before it.
  private func sourceStart(of offset: Int, _ withMarks: Bool) -> Int {
    var index = gaps.partitioningIndex { $0.visible + $0.count > offset }
    if index < gaps.count, gaps[index].visible < offset { return gaps[index].source.lowerBound }
    var start = offset
    if index > 0 { start = gaps[index - 1].offsetBehind(visible: offset) }
    while withMarks, index > 0, gaps[index - 1].isMark(at: offset),
      gaps[index - 1].source.upperBound == start
    {
      index -= 1
      start = gaps[index].source.lowerBound
    }
    return start
  }

  /// The end of the source of the byte before `offset`, or of the marks behind it.
  private func sourceEnd(of offset: Int, _ withMarks: Bool) -> Int {
    var index = gaps.partitioningIndex { $0.visible >= offset }
    var end = offset
    if index > 0 {
      let gap = gaps[index - 1]
      end =
        gap.visible + gap.count >= offset
        ? gap.source.upperBound : gap.offsetBehind(visible: offset)
    }
    while withMarks, index < gaps.count, gaps[index].isMark(at: offset),
      gaps[index].source.lowerBound == end
    {
      end = gaps[index].source.upperBound
      index += 1
    }
    return end
  }

  private func readableOffset(of offset: Int) -> Int {
    let index = gaps.partitioningIndex { $0.source.upperBound > offset }
    if index < gaps.count, gaps[index].source.lowerBound < offset { return gaps[index].visible }
    guard index > 0 else { return offset }
    let gap = gaps[index - 1]
    return gap.visible + gap.count + offset - gap.source.upperBound
  }
}

extension String {
  /// The text as a reader sees it: without marks of Markdown, tags and comments.
  public var readable: String {
    ReadableText(ifDifferentFrom: utf8.span).map { String(decoding: $0.bytes, as: UTF8.self) }
      ?? self
  }
}

extension ReadableText.Gap {
  /// The offset in the source of a byte of the readable text that is copied behind the gap.
  fileprivate func offsetBehind(visible offset: Int) -> Int {
    source.upperBound + offset - visible - count
  }

  /// Whether it is a mark that leaves nothing at `offset` of the readable text.
  fileprivate func isMark(at offset: Int) -> Bool { isMark && count == 0 && visible == offset }
}

extension [ReadableText.Gap] {
  /// The first index whose element satisfies a predicate that holds from some element on.
  fileprivate func partitioningIndex(where isAfter: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isAfter(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
