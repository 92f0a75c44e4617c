public import Model
import TextAnalysis

/// An answer to a question: a verdict, the words that answer it, and the citations.
public struct Answer: Sendable, Equatable {
  public var question: String
  public var language: Language
  public var type: QuestionType
  public var verdict: Verdict
  /// Orders questions by how well the evidence supports an answer, 0…1; no probability.
  public var support: Double
  /// The features of `support`; nil if no sentence was examined.
  public var evidence: SupportFeatures?
  /// The words asked for, as a range of UTF-8 bytes of the first citation's snippet; nil if
  /// only the sentence can be quoted.
  public var answerRange: Range<Int>?
  /// A Boolean value that indicates whether the words are right in at least four cases of five;
  /// otherwise they are only a guess.
  public var isCertain = true
  /// The probability that the words at `answerRange` are right, 0…1; nil without words.
  public var certainty: Double?
  /// The features of `certainty`; nil without words.
  public var certaintyFeatures: CertaintyFeatures?
  public var citations: [Citation]
  /// The passages that come nearest to a question with the verdict *none*, if they were asked for.
  public var nearest: [Citation] = []
  /// Question words that none of the passages read supports, as typed.
  public var missing: [String]
  /// The comparison of the citations' values; nil if they cannot be compared.
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

  /// The quoted citations, or the nearest passages if there are no citations.
  public var quoted: [Citation] { citations.isEmpty ? nearest : citations }

  /// The words to show above the sentence; nil unless the answer is certain.
  public var headline: String? { isCertain && verdict == .answered ? text : nil }

  /// The likeliest words of the first snippet, if they are too uncertain to be an answer.
  public var guess: String? { headline == nil ? text : nil }

  /// The words asked for, cut from the first snippet, whether or not they are certain.
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
