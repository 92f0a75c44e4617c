import Bytes

/// Cuts a text into sentences.
///
/// A sentence ends at `.`, `!`, `?`, `…` and the closing quotes and brackets after them, where
/// white space and a capital, a digit or an opening quote follow; at a blank line; and at a line
/// break before a list item, a heading, a table row or a rule. Other line breaks are soft. Stops
/// of abbreviations, initials and numbers end nothing (`Abbreviations`).
///
/// The ranges are in order, count UTF-8 bytes, have no white space at their ends, and cover every
/// byte of the text that is neither white space nor the marker of a list item, heading or rule.
public struct SentenceSplitter {
  /// A text without any end is cut before this many bytes, at a clause or a word if it has any.
  public static let maximumLength = 1500

  /// Linear in the length of the text.
  public static func sentences(in text: Span<UInt8>) -> [Range<Int>] {
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

/// One pass over a text that collects its sentences.
struct SentenceScanner {
  private let text: ByteView
  private(set) var sentences: [Range<Int>] = []

  /// The first byte of the sentence that is being read; nil between sentences.
  private var start: Int?
  /// The end of its last byte that is not white space.
  private var contentEnd = 0
  /// Behind its last `;`, `:` or `,`, and behind its last word: where it may be cut if it has no
  /// end.
  private var clauseEnd = 0
  private var wordEnd = 0
  /// The line is a heading or a table row, which ends with its line break.
  private var isLineOfItsOwn = false

  init(_ text: ByteView) { self.text = text }

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

  /// Passes over letters, digits and spaces as far as no rule asks for them; returns where to go
  /// on.
  private mutating func scanPlain(from index: Int) -> Int {
    // No further than a sentence reaches that needs no cut.
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
    if let start { sentences.append(start..<contentEnd) }
    start = nil
  }

  @inline(__always)
  private mutating func cutIfTooLong() {
    guard let start, contentEnd - start > SentenceSplitter.maximumLength else { return }
    cutWhatIsRead()
  }

  /// Cuts what has been read where it has grown too long without an end.
  private mutating func cutWhatIsRead() {
    while let first = start, contentEnd - first > SentenceSplitter.maximumLength {
      let cut = cut(from: first)
      sentences.append(first..<cut)
      start = text.skippingWhiteSpace(from: cut).index
    }
  }

  private func cut(from first: Int) -> Int {
    let limit = first + SentenceSplitter.maximumLength
    if clauseEnd > first + SentenceSplitter.maximumLength / 2, clauseEnd <= limit {
      return clauseEnd
    }
    if wordEnd > first, wordEnd <= limit { return wordEnd }
    // One endless word: anywhere but inside a scalar.
    var cut = limit
    while limit - cut < 3, text[cut] & 0xC0 == 0x80 { cut -= 1 }
    return cut
  }
}

// MARK: - Stops

extension SentenceScanner {
  /// Reads a run of stops and the closing quotes and brackets after it, and ends the sentence
  /// there if it ends; returns where to go on.
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
    if next.lineBreaks > 1 || isLineOfItsOwn || line.kind != .plain {
      endSentence()
      return beginLine(at: next.index, line)
    }
    return next.index
  }

  private mutating func beginLine(at index: Int) -> Int {
    beginLine(at: index, LineOpening(at: index, in: text))
  }

  private mutating func beginLine(at index: Int, _ line: LineOpening) -> Int {
    isLineOfItsOwn = line.kind == .heading || line.kind == .tableRow
    return index + line.markerLength
  }
}
