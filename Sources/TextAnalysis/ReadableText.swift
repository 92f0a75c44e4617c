/// The text of a passage as its reader sees it, with a mapping back to the source.
///
/// Sources contain bytes that are not words of the text: Markdown markup and link targets, HTML
/// tags and comments, instructions to site generators, invisible characters, and hyphens at line
/// ends. The readable text is what is indexed, ranked and shown. Citations refer to bytes of the
/// source.
///
/// ```swift
/// let text = ReadableText("The [lighthouse](a.md) opened. <!-- check -->".utf8.span)
/// // text.bytes: "The lighthouse opened. "
/// // text.sourceRange(of: 4..<14): 5..<15
/// ```
///
/// Most texts contain nothing to remove. Their readable text is the source itself.
public struct ReadableText: Sendable {
  /// The readable text in UTF-8.
  public let bytes: [UInt8]
  /// The parts of the source that are removed or replaced, in order.
  private let gaps: [Gap]

  /// A part of the source that is removed, or replaced by one byte.
  struct Gap: Equatable {
    var source: Range<Int>
    /// The offset of its replacement in the readable text.
    var visible: Int
    /// The number of bytes that replace it: 0 or 1.
    var count: Int
    /// The byte that replaces it if `count` is 1.
    var replacement: UInt8
    /// A Boolean value that indicates whether it belongs to the words beside it, like the marks of
    /// emphasis and links.
    var isMark: Bool
  }

  /// Creates the readable text of a source.
  ///
  /// - Complexity: O(*n*), where *n* is the length of the source in bytes.
  public init(_ source: Span<UInt8>) {
    if let different = ReadableText(ifDifferentFrom: source) {
      self = different
    } else {
      bytes = source.withUnsafeBufferPointer { Array($0) }
      gaps = []
    }
  }

  /// Creates the readable text of a source, or returns nil if that is the source itself.
  ///
  /// - Complexity: O(*n*), where *n* is the length of the source in bytes.
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

  /// A Boolean value that indicates whether the readable text is the source itself.
  public var isSource: Bool { gaps.isEmpty }

  /// Returns the range of the source that is seen as a range of the readable text.
  ///
  /// - Parameters:
  ///   - range: A range of the readable text, in bytes.
  ///   - withMarks: A Boolean value that indicates whether to include the adjacent marks that
  ///     belong to the range.
  /// - Complexity: O(log *n* + *m*), where *n* is the number of removed parts and *m* the number of
  ///   included marks.
  public func sourceRange(of range: Range<Int>, withMarks: Bool = false) -> Range<Int> {
    guard !gaps.isEmpty else { return range }
    let start = sourceStart(of: range.lowerBound, withMarks)
    return start..<max(start, sourceEnd(of: range.upperBound, withMarks))
  }

  /// Returns the range of the readable text that shows a range of the source, in bytes.
  public func readableRange(of range: Range<Int>) -> Range<Int> {
    guard !gaps.isEmpty else { return range }
    let start = readableOffset(of: range.lowerBound)
    return start..<max(start, readableOffset(of: range.upperBound))
  }

  /// Returns the start in the source of the byte at `offset`, or of the marks right before it.
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

  /// Returns the end in the source of the byte before `offset`, or of the marks right after it.
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
  /// The text as a reader sees it, without Markdown markup, HTML tags and comments. See
  /// ``ReadableText``.
  public var readable: String {
    ReadableText(ifDifferentFrom: utf8.span).map { String(decoding: $0.bytes, as: UTF8.self) }
      ?? self
  }
}

extension ReadableText.Gap {
  /// Returns the offset in the source of a byte of the readable text that is copied from behind the
  /// gap.
  fileprivate func offsetBehind(visible offset: Int) -> Int {
    source.upperBound + offset - visible - count
  }

  /// Returns whether the gap is a mark that leaves nothing at `offset` of the readable text.
  fileprivate func isMark(at offset: Int) -> Bool { isMark && count == 0 && visible == offset }
}

extension [ReadableText.Gap] {
  /// Returns the index of the first element that satisfies a predicate, or the end if there is
  /// none. The predicate must hold for every element after that one.
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
