public import Model
public import Retrieval
import TextAnalysis

/// What tanya says to a question: a verdict, the words that answer it, and where they stand.
public struct Answer: Sendable, Equatable {
  public var question: String
  public var language: Language
  public var type: QuestionType
  public var verdict: Verdict
  /// Orders questions by how well the evidence supports an answer, 0…1; no probability.
  public var support: Double
  /// What the support was weighed from; nil where no sentence was looked at.
  public var evidence: SupportFeatures?
  /// The words asked for, as a range of UTF-8 bytes of the first citation's snippet; nil where
  /// only the sentence can be quoted.
  public var answerRange: Range<Int>?
  /// Whether the sentence answers and a recogniser is sure of the words asked for (a number, a
  /// date, a name, a clause that defines); false where `answerRange` is only the likeliest words
  /// of the sentence, which are right less than one time in three.
  public var isCertain = true
  public var citations: [Citation]
  /// Question words that none of the passages read supports, as typed.
  public var missing: [String]
  /// What several of the citations say to the question together; nil where they cannot be
  /// compared.
  public var agreement: Agreement?

  public init(
    question: String, language: Language, type: QuestionType, verdict: Verdict,
    support: Double = 0, answerRange: Range<Int>? = nil, citations: [Citation] = [],
    missing: [String] = []
  ) {
    self.question = question
    self.language = language
    self.type = type
    self.verdict = verdict
    self.support = support
    self.answerRange = answerRange
    self.citations = citations
    self.missing = missing
  }

  /// The words asked for where they are certain enough to be put above a sentence that answers.
  public var headline: String? { isCertain && verdict == .answered ? text : nil }

  /// The words asked for, cut from the first snippet.
  public var text: String? {
    guard let range = answerRange, let first = citations.first else { return nil }
    return String(decoding: Array(first.snippet.utf8)[range], as: UTF8.self)
  }
}

public enum Verdict: String, Sendable, CaseIterable {
  /// The cited sentence supports what was asked.
  case answered
  /// The documents are on the subject, but nothing cited supports all of the question.
  case related
  /// Nothing in the documents supports the question.
  case none
}

/// A verbatim quotation and where it stands.
public struct Citation: Sendable, Equatable {
  /// From 1.
  public var rank: Int
  /// The passage that the snippet was cut from, with its document.
  public var passage: StoredPassage
  /// The source's own bytes at `bytes`.
  public var snippet: String
  /// Half-open UTF-8 byte range in the passage's field of the source.
  public var bytes: Range<Int>
  /// Lines in the source, from 1.
  public var lines: ClosedRange<Int>
  /// Byte ranges within `snippet` of words that match the question.
  public var highlights: [Range<Int>]
  /// How words of the snippet were matched across languages; empty for one in the question's own.
  public var translations: [Translation]
  /// The words of the snippet that are of the kind asked for, as a range of its bytes; nil where
  /// no recogniser finds any.
  public var answer: Range<Int>?
  /// What spoke for its sentence; nil for a line that is cited since it states something.
  public var evidence: SentenceEvidence?
  public var score: Double

  /// Words of the question, as typed, and the word of the snippet that stands for them.
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

  /// The words at `answer`.
  public var answerText: String? {
    answer.map { String(decoding: Array(snippet.utf8)[$0], as: UTF8.self) }
  }
}
