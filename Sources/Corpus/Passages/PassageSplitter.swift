import TextAnalysis

/// Cuts a document into passages: neighbouring paragraphs and list items under the same heading
/// are joined until they are long enough to be ranked by their words; a paragraph is cut only
/// where it is very long, and then between sentences.
struct PassageSplitter {
  /// In words: joining goes on towards this length.
  static let targetWords = 120
  /// In words: longer paragraphs are cut, and nothing is joined beyond it.
  static let maximumWords = 320
  /// What no passage exceeds, even where no sentence ends.
  static let maximumBytes = 32 << 10

  private var passages: [Passage] = []
  private var headings: [(level: Int, text: String)] = []
  /// The last heading, while nothing stands under it.
  private var emptyHeading: (level: Int, range: Range<Int>)?
  private var pending: (range: Range<Int>, words: Int)?
  /// The words of the last passage, where `pending` follows right after it.
  private var previousWords: Int?

  /// The passages of `blocks`, in order. Their language is left open.
  ///
  /// - Parameter title: left out of the headings, since the document has it already.
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
    let text = bytes.string(in: heading.range)
    if text != title {
      emptyHeading = (level, heading.range)
      headings.append((level, text))
    }
  }

  /// A heading with nothing under it is all there is to find of its section.
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

  /// Ends what can be joined: a heading comes, or something that is no text.
  private mutating func flush() {
    if let last = pending {
      if let previousWords, last.words * 3 < Self.targetWords,
        previousWords + last.words <= Self.maximumWords
      {
        // A short rest says more together with what it follows.
        let start = passages[passages.count - 1].range.lowerBound
        passages[passages.count - 1].range = start..<last.range.upperBound
      } else {
        append(last.range, role: .body)
      }
    }
    pending = nil
    previousWords = nil
  }

  private mutating func append(_ range: Range<Int>, role: Passage.Role) {
    if role == .body { emptyHeading = nil }
    passages.append(
      Passage(
        field: .text, range: range, headings: role == .body ? headings.map(\.text) : [],
        role: role, language: .undetermined))
  }

  /// The sentences of a long paragraph; what has no sentence ends is cut between words.
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
