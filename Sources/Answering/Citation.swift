public import Model
public import Retrieval

/// A verbatim quotation with its position in the source.
public struct Citation: Sendable, Equatable {
  /// The rank of the citation, from 1.
  public var rank: Int
  /// The passage that the snippet was cut from, with its document.
  public var passage: StoredPassage
  /// The bytes of the source at `bytes`.
  public var snippet: String
  /// The range of the snippet, in UTF-8 bytes of the passage's field of the source.
  public var bytes: Range<Int>
  /// The parts of the source that the snippet needs beside it, which are not part of it: the header
  /// of a table's row, the lead-in of a list's item, the question that it answers.
  public var context: [Excerpt] = []
  /// The lines of the snippet in the source, from 1.
  public var lines: ClosedRange<Int>
  /// The ranges, in bytes of `snippet`, of words that match the question.
  public var highlights: [Range<Int>]
  /// The words matched across languages; empty for a snippet in the question's language.
  public var translations: [Translation]
  /// The words of the snippet that are of the kind that the question asks for, as a range of its
  /// bytes, or nil if no recognizer finds any.
  public var answer: Range<Int>?
  /// The sources of other documents that say the same in nearly the same words.
  public var also: [String] = []
  /// The evidence for the sentence, or nil for a line that states metadata.
  public var evidence: SentenceEvidence?
  public var score: Double

  /// A part of the source, byte for byte.
  public struct Excerpt: Hashable, Sendable {
    /// The range, in UTF-8 bytes of the passage's field of the source.
    public var bytes: Range<Int>
    public var text: String

    public init(bytes: Range<Int>, text: String) {
      self.bytes = bytes
      self.text = text
    }
  }

  /// Words of the question, as typed, and the word of the snippet that matches them.
  public struct Translation: Hashable, Sendable {
    public var question: String
    public var passage: String

    public init(question: String, passage: String) {
      self.question = question
      self.passage = passage
    }
  }

  public init(
    rank: Int, passage: StoredPassage, snippet: String, bytes: Range<Int>,
    lines: ClosedRange<Int>, highlights: [Range<Int>], translations: [Translation] = [],
    answer: Range<Int>? = nil, evidence: SentenceEvidence? = nil, score: Double
  ) {
    self.rank = rank
    self.passage = passage
    self.snippet = snippet
    self.bytes = bytes
    self.lines = lines
    self.highlights = highlights
    self.translations = translations
    self.answer = answer
    self.evidence = evidence
    self.score = score
  }

  /// The places of the first and the last line, in a format with pages, slides, rows and the like,
  /// or nil if `lines` are lines of the file.
  public var places: (first: Place, last: Place)? {
    guard passage.field == .text, let map = passage.document.places,
      let first = map[line: lines.lowerBound]
    else { return nil }
    return (first, map[line: lines.upperBound] ?? first)
  }

  /// The words at `answer`, or nil if there are none.
  public var answerText: String? {
    answer.map { String(decoding: Array(snippet.utf8)[$0], as: UTF8.self) }
  }
}
