import Bytes
import Retrieval
import TextAnalysis

/// Extends a sentence to its neighbours if it is incomplete by itself.
struct SnippetBuilder {
  /// The limit in words; a single sentence may be longer.
  static let limit = 60
  /// The number of words below which a sentence is incomplete.
  private static let short = 6
  /// Share of the question that a neighbour must add to be worth its words.
  private static let gain = 0.05

  let evidence: EvidenceReader

  /// UTF-8 bytes of the candidate's passage: whole sentences, within the limit.
  func range(for candidate: SentenceCandidate) -> Range<Int> {
    let passage = evidence.passages[candidate.passage]
    var run = Run(passage: passage, sentence: candidate.sentence)
    if run.endsWithQuestion { run.extendForward(limit: Self.limit) }
    guard !run.isRecord else {
      // The records beside it are about something else; its heads are shown above it.
      while run.isFollowedInLine, run.extendForward(limit: Self.comfortable) {}
      return run.range
    }
    if run.endsWithColon { while run.extendForward(limit: Self.limit) {} }
    if run.beginsWithAnaphor { run.extendBackward(limit: Self.limit) }
    while run.refersBack, run.extendBackward(limit: Self.comfortable) {}
    if run.wordCount < Self.short, run.isBeforeQuestion || !run.extendForward(limit: Self.limit) {
      run.extendBackward(limit: Self.limit)
    }
    if candidate.answer == nil || candidate.own < 1 { widen(&run) }
    fill(&run)
    return run.range
  }

  /// The number of words that a quotation is filled to with neighbours of the same paragraph.
  static let comfortable = 40

  /// Takes in the neighbours of a paragraph, the next first, up to a comfortable length.
  private func fill(_ run: inout Run) {
    while run.isFollowedInParagraph, run.extendForward(limit: Self.comfortable) {}
    while run.isPrecededInParagraph, run.extendBackward(limit: Self.comfortable) {}
  }

  /// Takes in neighbours as long as they hold more of the question.
  private func widen(_ run: inout Run) {
    var isWider = true
    while isWider {
      let own = run.passage.support(in: run.range)
      let before = run.before.map { added(by: $0, to: own, run.passage) } ?? 0
      let after = run.after.map { added(by: $0, to: own, run.passage) } ?? 0
      guard max(before, after) > Self.gain else { return }
      isWider =
        before >= after
        ? run.extendBackward(limit: Self.limit) : run.extendForward(limit: Self.limit)
    }
  }

  private func added(by range: Range<Int>, to own: [Double], _ passage: PassageEvidence) -> Double {
    let support = passage.support(in: range)
    return evidence.share { max(0, support[$0] - own[$0]) }
  }

  /// A run of consecutive sentences of a passage.
  private struct Run {
    let passage: PassageEvidence
    private let bytes: [UInt8]
    private var first: Int
    private var last: Int
    /// The number of words, counted once for each sentence that the run takes in.
    private(set) var wordCount: Int

    init(passage: PassageEvidence, sentence: Int) {
      let bytes = passage.bytes
      self.passage = passage
      self.bytes = bytes
      first = sentence
      last = sentence
      wordCount = bytes.span.wordCount(passage.sentences[sentence])
    }

    var range: Range<Int> {
      passage.sentences[first].lowerBound..<passage.sentences[last].upperBound
    }
    /// The sentence before the run; nil if a comment, which readers do not see, lies between.
    var before: Range<Int>? {
      guard first > 0 else { return nil }
      let before = passage.sentences[first - 1]
      return hidesComment(before.upperBound..<range.lowerBound) ? nil : before
    }
    var after: Range<Int>? {
      guard last + 1 < passage.sentences.count else { return nil }
      let after = passage.sentences[last + 1]
      return hidesComment(range.upperBound..<after.lowerBound) ? nil : after
    }

    private func hidesComment(_ gap: Range<Int>) -> Bool {
      guard !passage.readable.isSource else { return false }
      let end = passage.readable.sourceRange(of: gap.lowerBound - 1..<gap.lowerBound).upperBound
      let next = passage.readable.sourceRange(of: gap.upperBound..<gap.upperBound + 1).lowerBound
      guard next - end > 6 else { return false }
      let hidden = Array(passage.passage.text.utf8.dropFirst(end).prefix(next - end))
      return hidden.firstRange(of: "<!--".utf8) != nil
    }
    var endsWithQuestion: Bool { bytes[range.upperBound - 1] == UInt8(ascii: "?") }

    /// A Boolean value that indicates whether the run begins with a record, such as a row.
    var isRecord: Bool { passage.records[first] != nil }

    /// A Boolean value that indicates whether the next sentence asks.
    var isBeforeQuestion: Bool { last + 1 < passage.sentences.count && passage.asks(last + 1) }

    /// A Boolean value that indicates whether the next sentence is in the same line.
    var isFollowedInLine: Bool {
      after.map { !bytes[range.upperBound..<$0.lowerBound].contains(UInt8(ascii: "\n")) } ?? false
    }

    /// A Boolean value that indicates whether the next sentence belongs to the same paragraph of
    /// prose.
    var isFollowedInParagraph: Bool {
      // The next question is about something else.
      after.map {
        passage.records[last + 1] == nil && !passage.asks(last + 1)
          && isProse(range.upperBound..<$0.lowerBound)
      } ?? false
    }

    var isPrecededInParagraph: Bool {
      before.map { passage.records[first - 1] == nil && isProse($0.upperBound..<range.lowerBound) }
        ?? false
    }

    /// Returns whether a gap between sentences is neither the end of a paragraph nor the mark of a
    /// list.
    private func isProse(_ gap: Range<Int>) -> Bool {
      var newlines = 0
      for index in gap {
        switch bytes[index] {
        case UInt8(ascii: "\n"): newlines += 1
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): break
        default: return newlines == 0
        }
      }
      return newlines < 2
    }

    var endsWithColon: Bool { bytes[range.upperBound - 1] == UInt8(ascii: ":") }

    /// A Boolean value that indicates whether the subject of the first sentence, which the question
    /// names, is in a sentence before it.
    var refersBack: Bool { passage.refersBack(first) }

    var beginsWithAnaphor: Bool {
      let words = WordScanner.words(in: bytes.span, range: range, atMost: 1)
      return words.first?.classes.contains(.anaphor) ?? false
    }

    @discardableResult
    mutating func extendForward(limit: Int) -> Bool {
      guard let after else { return false }
      let wider =
        wordCount + bytes.span.wordCount(range.upperBound..<after.upperBound, isInsideWord: true)
      guard wider <= limit else { return false }
      last += 1
      wordCount = wider
      return true
    }

    @discardableResult
    mutating func extendBackward(limit: Int) -> Bool {
      guard let before else { return false }
      let start = range.lowerBound
      // Where a long text without an end is cut, the run may begin inside a word.
      let isInsideWord = !bytes[start - 1].isASCIIWhiteSpace
      let wider =
        wordCount + bytes.span.wordCount(before.lowerBound..<start) - (isInsideWord ? 1 : 0)
      guard wider <= limit else { return false }
      first -= 1
      wordCount = wider
      return true
    }
  }
}
