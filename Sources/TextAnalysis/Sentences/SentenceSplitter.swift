import Bytes

/// Splits a text into sentences.
///
/// ```swift
/// SentenceSplitter.sentences(in: "It opened in 1902. It closed in 1980.")
/// // [0..<18, 19..<37]
/// ```
///
/// A sentence ends at `.`, `!`, `?` or `…`, with the closing quotes and brackets after it, if white
/// space and a capital, a digit or an opening quote follow. It also ends at a blank line, at the
/// line breaks around a heading or a record, such as a table row (see ``LineShape``), and before a
/// list item or a rule. Other line breaks are soft. The periods of abbreviations, initials and numbers do not end a sentence (see
/// `Abbreviations`).
///
/// The ranges are in order and count UTF-8 bytes. They neither begin nor end with white space, and
/// together they cover every byte that is neither white space nor the marker of a list item,
/// heading or rule.
public struct SentenceSplitter {
  /// The maximum length of a sentence, in bytes. A text without a sentence end is cut before that,
  /// after a clause or a word if possible.
  public static let maximumLength = 1500

  /// Returns the ranges of the sentences of a text in UTF-8.
  ///
  /// - Complexity: O(*n*), where *n* is the length of the text in bytes.
  public static func sentences(in text: Span<UInt8>) -> [Range<Int>] {
    split(text).map(\.range)
  }

  /// Returns the sentences of a text in UTF-8.
  ///
  /// - Complexity: O(*n*), where *n* is the length of the text in bytes.
  public static func split(_ text: Span<UInt8>) -> [Sentence] {
    text.withUnsafeBufferPointer { buffer in
      guard let view = ByteView(buffer) else { return [] }
      var scanner = SentenceScanner(view)
      scanner.scan()
      return scanner.sentences
    }
  }

  public static func sentences(in text: String) -> [Range<Int>] {
    sentences(in: text.utf8.span)
  }
}

/// A sentence of a text.
public struct Sentence: Equatable, Sendable {
  /// The range of the sentence in bytes.
  public var range: Range<Int>
  /// The shape of the line that the sentence begins with, if that line is a record.
  public var record: LineShape.Kind?
}

/// Collects the sentences of a text in one pass.
struct SentenceScanner {
  private let text: ByteView
  private(set) var sentences: [Sentence] = []
  private var records: RecordLines

  /// The offset of the first byte of the current sentence, or nil between sentences.
  private var start: Int?
  /// The end of the last byte of the current sentence that is not white space.
  private var contentEnd = 0
  /// The end of its last `;`, `:` or `,`, where it is cut if it becomes too long.
  private var clauseEnd = 0
  /// The end of its last word, where it is cut if it has no suitable clause.
  private var wordEnd = 0
  /// A Boolean value that indicates whether the line is a heading or a table row, which ends with
  /// its line break.
  private var isLineOfItsOwn = false

  /// The number of bytes for each sentence for which there is room at first.
  private static let usualLength = 64

  init(_ text: ByteView) {
    self.text = text
    records = RecordLines(text)
    sentences.reserveCapacity(min(text.count / Self.usualLength + 1, 64))
  }

  mutating func scan() {
    var index = beginLine(at: text.skippingWhiteSpace(from: 0).index)
    while true {
      index = scanPlain(from: index)
      guard index < text.count else { break }
      switch text[index] {
      case UInt8(ascii: "\n"):
        index = scanLineBreak(at: index)
      case UInt8(ascii: " "), UInt8(ascii: "\t")...UInt8(ascii: "\r"):
        wordEnd = contentEnd
        index += 1
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
        index = scanStop(at: index)
      case UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: ","):
        take(index..<index + 1)
        if text[index + 1].isASCIIWhiteSpace { clauseEnd = index + 1 }
        index += 1
      case 0x80...:
        let space = text.whiteSpaceLength(at: index)
        if space > 0 {
          wordEnd = contentEnd
          index += space
        } else if text.stopLength(at: index) > 0 {
          index = scanStop(at: index)
        } else {
          take(index..<index + 1)
          index += 1
        }
      default:
        let end = text.letterEnd(from: index + 1)
        take(index..<end)
        index = end
      }
      cutIfTooLong()
    }
    endSentence()
  }

  /// Reads letters, digits and spaces, to which no rule applies, and returns the index to continue
  /// at.
  private mutating func scanPlain(from index: Int) -> Int {
    // A sentence that reaches this far has to be cut.
    let end = text.plainEnd(
      from: index, before: (start ?? index) + SentenceSplitter.maximumLength)
    let content = text.contentEnd(from: index, before: end)
    if content < end {
      wordEnd = content > index ? content : contentEnd
    } else if let space = text.lastSpace(from: index, before: end) {
      let word = text.contentEnd(from: index, before: space)
      wordEnd = word > index ? word : contentEnd
    }
    guard content > index else { return end }
    if start == nil { start = text.firstContent(from: index) }
    contentEnd = content
    return end
  }

  private mutating func take(_ range: Range<Int>) {
    if start == nil { start = range.lowerBound }
    contentEnd = range.upperBound
  }

  private mutating func endSentence() {
    cutIfTooLong()
    if let start { append(start..<contentEnd) }
    start = nil
  }

  private mutating func append(_ range: Range<Int>) {
    let record = range.lowerBound == records.start ? records.record : nil
    let isProse = record?.isProse ?? false
    sentences.append(Sentence(range: range, record: isProse ? nil : record?.kind))
  }

  @inline(__always)
  private mutating func cutIfTooLong() {
    guard let start, contentEnd - start > SentenceSplitter.maximumLength else { return }
    cutWhatIsRead()
  }

  /// Cuts the current sentence, which has become too long without an end.
  private mutating func cutWhatIsRead() {
    while let first = start, contentEnd - first > SentenceSplitter.maximumLength {
      let cut = cut(from: first)
      append(first..<cut)
      start = text.skippingWhiteSpace(from: cut).index
    }
  }

  private func cut(from first: Int) -> Int {
    let limit = first + SentenceSplitter.maximumLength
    if clauseEnd > first + SentenceSplitter.maximumLength / 2, clauseEnd <= limit {
      return clauseEnd
    }
    if wordEnd > first, wordEnd <= limit { return wordEnd }
    // A single long word is cut anywhere but inside a scalar.
    var cut = limit
    while limit - cut < 3, text[cut] & 0xC0 == 0x80 { cut -= 1 }
    return cut
  }
}

// MARK: - Stops

extension SentenceScanner {
  /// Reads a run of stops and the closing quotes and brackets after it, ends the sentence if the
  /// rules say so, and returns the index to continue at.
  private mutating func scanStop(at stop: Int) -> Int {
    var index = stop
    var isFullWidth = false
    while case let length = text.stopLength(at: index), length > 0 {
      isFullWidth = isFullWidth || text.isFullWidthStop(at: index)
      index += length
    }
    let isSinglePeriod = index - stop == 1 && text[stop] == UInt8(ascii: ".")
    let stopEnd = index
    index = text.skippingClosers(from: index)
    let isMarker = start == nil && isSinglePeriod
    take(stop..<index)
    if isFullWidth {
      endSentence()
      return index
    }
    let next = text.skippingWhiteSpace(from: index)
    guard next.index > index || next.index == text.count, !isMarker else { return index }
    guard next.index < text.count, next.lineBreaks < 2 else { return index }
    if next.lineBreaks == 0, start == records.start,
      records.record?.isOneSentence ?? false
    {
      return index
    }
    guard text.canBeginSentence(at: next.index) else { return index }
    if isSinglePeriod, index == stopEnd, let first = start,
      text.isShortNumber(first..<stop)
        || Abbreviations.absorbsPeriod(at: stop, in: text, from: first, next: next.index)
    {
      return index
    }
    endSentence()
    return index
  }
}

// MARK: - Lines

extension SentenceScanner {
  private mutating func scanLineBreak(at lineBreak: Int) -> Int {
    let next = text.skippingWhiteSpace(from: lineBreak)
    wordEnd = contentEnd
    let line = LineOpening(at: next.index, in: text)
    let isNewParagraph = next.lineBreaks > 1 || isLineOfItsOwn || line.kind != .plain
    if isNewParagraph || records.isSeparate(at: next.index) {
      endSentence()
      return beginLine(at: next.index, line, isNewParagraph: isNewParagraph)
    }
    return next.index
  }

  private mutating func beginLine(at index: Int) -> Int {
    beginLine(at: index, LineOpening(at: index, in: text), isNewParagraph: true)
  }

  private mutating func beginLine(
    at index: Int, _ line: LineOpening, isNewParagraph: Bool
  ) -> Int {
    isLineOfItsOwn = line.kind == .heading || line.kind == .tableRow
    let content =
      line.markerLength > 0
      ? text.firstContent(from: index + line.markerLength) : index
    records.begin(at: content, line.kind, isNewParagraph: isNewParagraph)
    return index + line.markerLength
  }
}
