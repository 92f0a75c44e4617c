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
  private var pending: (range: Range<Int>, words: Int)?

  /// The passages of `blocks`, in order. Their language is left open.
  ///
  /// - Parameter title: left out of the headings, since the document has it already.
  static func passages(
    of blocks: [Block], in bytes: Span<UInt8>, title: String? = nil
  ) -> [Passage] {
    var splitter = PassageSplitter()
    for block in blocks { splitter.add(block, in: bytes, title: title) }
    splitter.flush()
    return splitter.passages
  }

  private mutating func add(_ block: Block, in bytes: Span<UInt8>, title: String?) {
    switch block.kind {
    case .heading(let level):
      flush()
      headings.removeAll { $0.level >= level }
      let text = bytes.string(in: block.range)
      if text != title { headings.append((level, text)) }
      if block.role != .body { append(block.range, role: block.role) }
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
      flush()
      pending = (range, words)
    }
  }

  private mutating func flush() {
    guard let last = pending else { return }
    append(last.range, role: .body)
    pending = nil
  }

  private mutating func append(_ range: Range<Int>, role: Passage.Role) {
    passages.append(
      Passage(
        field: .text, range: range, headings: role == .body ? headings.map(\.text) : [],
        role: role, language: .undetermined))
  }

  /// The sentences of a long paragraph; what has no sentence ends is cut between words.
  static func pieces(of range: Range<Int>, in bytes: Span<UInt8>) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    for sentence in SentenceSeam.sentences(in: bytes.extracting(range)) {
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
