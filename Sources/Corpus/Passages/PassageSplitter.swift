import Model
import TextAnalysis

/// Divides a document into passages.
///
/// Adjacent paragraphs and list items under the same heading are joined until they are long enough
/// to be ranked by their words. Only very long paragraphs are split, between sentences.
struct PassageSplitter {
  /// The number of words at which joining aims.
  static let targetWords = 120
  /// The number of words above which paragraphs are split, and which joined paragraphs do not
  /// exceed.
  static let maximumWords = 320
  /// The greatest length of a passage in bytes, even if no sentence ends in it.
  static let maximumBytes = 32 << 10

  private var passages: [Passage] = []
  private var headings: [(level: Int, text: String)] = []
  /// The last heading, if it has no text yet.
  private var emptyHeading: (level: Int, range: Range<Int>)?
  private var pending: (range: Range<Int>, words: Int)?
  /// The words of the last passage, if `pending` directly follows it.
  private var previousWords: Int?

  /// Returns the passages of `blocks`, in order, with their languages undetermined.
  ///
  /// - Parameters:
  ///   - blocks: The blocks of the text.
  ///   - bytes: The text.
  ///   - title: The document's title, which is not repeated among the headings.
  static func passages(
    of blocks: [Block], in bytes: Span<UInt8>, title: String? = nil
  ) -> [Passage] {
    var splitter = PassageSplitter()
    for block in blocks { splitter.add(block, in: bytes, title: title) }
    splitter.flush()
    splitter.appendEmptyHeading()
    return splitter.passages
  }

  private mutating func add(_ block: Block, in bytes: Span<UInt8>, title: String?) {
    switch block.kind {
    case .heading(let level):
      open(block, level: level, in: bytes, title: title)
    case .rule:
      flush()
    case .image:
      flush()
      append(block.range, role: .boilerplate)
    case .paragraph, .listItem, .tableRow, .code:
      guard block.role == .body else {
        flush()
        append(block.range, role: block.role)
        return
      }
      if block.words > Self.maximumWords {
        for piece in Self.pieces(of: block.range, in: bytes) {
          join(piece, words: bytes.wordCount(in: piece))
        }
      } else {
        join(block.range, words: block.words)
      }
    }
  }

  private mutating func open(
    _ heading: Block, level: Int, in bytes: Span<UInt8>, title: String?
  ) {
    flush()
    if let empty = emptyHeading, empty.level >= level { appendEmptyHeading() }
    emptyHeading = nil
    headings.removeAll { $0.level >= level }
    guard heading.role == .body else {
      append(heading.range, role: heading.role)
      return
    }
    let text = bytes.string(in: heading.range).readable
    if text != title {
      emptyHeading = (level, heading.range)
      headings.append((level, text))
    }
  }

  /// Appends a passage for a heading without text, because its section has no other passage.
  private mutating func appendEmptyHeading() {
    guard let empty = emptyHeading else { return }
    headings.removeAll { $0.level >= empty.level }
    append(empty.range, role: .body)
  }

  private mutating func join(_ range: Range<Int>, words: Int) {
    guard let last = pending else {
      pending = (range, words)
      return
    }
    let joined = last.words + words
    let isShort = last.words * 2 < Self.targetWords
    let comesCloser = joined - Self.targetWords <= Self.targetWords - last.words
    if joined <= Self.maximumWords && (isShort || comesCloser) {
      pending = (last.range.lowerBound..<range.upperBound, joined)
    } else {
      append(last.range, role: .body)
      previousWords = last.words
      pending = (range, words)
    }
  }

  /// Ends the current passage before a heading, or before a block that is not text.
  private mutating func flush() {
    if let last = pending {
      if let previousWords, last.words * 3 < Self.targetWords,
        previousWords + last.words <= Self.maximumWords
      {
        // A short remainder is more useful as a part of the previous passage.
        let start = passages[passages.count - 1].range.lowerBound
        passages[passages.count - 1].range = start..<last.range.upperBound
      } else {
        append(last.range, role: .body)
      }
    }
    pending = nil
    previousWords = nil
  }

  private mutating func append(_ range: Range<Int>, role: Role) {
    if role == .body { emptyHeading = nil }
    passages.append(
      Passage(
        field: .text, range: range, headings: role == .body ? headings.map(\.text) : [],
        role: role, language: .undetermined))
  }

  /// Returns the sentences of a long paragraph. A sentence that is too long is split between words.
  static func pieces(of range: Range<Int>, in bytes: Span<UInt8>) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    for sentence in SentenceSplitter.sentences(in: bytes.extracting(range)) {
      let start = range.lowerBound + sentence.lowerBound
      var rest = Line.content(of: start..<(range.lowerBound + sentence.upperBound), in: bytes)
      while rest.count > maximumBytes {
        let cut = bytes.lastBreak(in: rest.lowerBound..<(rest.lowerBound + maximumBytes))
        pieces.append(Line.content(of: rest.lowerBound..<cut, in: bytes))
        rest = Line.content(of: cut..<rest.upperBound, in: bytes)
      }
      if !rest.isEmpty { pieces.append(rest) }
    }
    return pieces
  }
}
