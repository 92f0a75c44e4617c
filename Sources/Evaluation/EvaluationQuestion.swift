/// A question with its expected outcome.
///
/// ```swift
/// let question = EvaluationQuestion(text: "Who founded OpenAI?", answers: ["Sam Altman"])
/// ```
public struct EvaluationQuestion: Sendable, Equatable {
  /// The expectation by which a question is scored.
  public enum Expectation: Sendable, Equatable {
    /// One of these answers, as in SQuAD 1.1.
    case answer([String])
    /// The documents do not answer the question, as in SQuAD 2.0.
    case none
    /// Nothing is known about the answer. At most, the documents that are found are scored.
    case unknown
  }

  /// The id in the file, or else the text of the question. It identifies the question in two runs.
  public var id: String
  public var text: String
  /// The expected answers, or nil if the file has none. An empty list means that the question has
  /// no answer.
  public var answers: [String]?
  /// A Boolean value that indicates whether the question has an answer, or nil if the file does not
  /// say.
  public var isAnswerable: Bool?
  /// The grades of the documents that answer, by document id. A grade of 0 or below is equivalent
  /// to none.
  public var documents: [String: Int]
  /// The kind in the file: a group with figures of its own.
  public var givenKind: String?

  public init(
    id: String? = nil, text: String, answers: [String]? = nil, isAnswerable: Bool? = nil,
    documents: [String: Int] = [:], kind: String? = nil
  ) {
    self.id = id ?? text
    self.text = text
    self.answers = answers
    self.isAnswerable = isAnswerable
    self.documents = documents
    givenKind = kind
  }

  public var expectation: Expectation {
    if isAnswerable == false { return .none }
    guard let answers else { return .unknown }
    return answers.isEmpty ? .none : .answer(answers)
  }

  /// The documents by which the ranking is judged. There are none if the question is said to have
  /// no answer, because its documents are then only on the subject.
  public var relevantDocuments: [String: Int] {
    isAnswerable == false ? [:] : documents.filter { $0.value > 0 }
  }

  /// The kind of the question. Questions without an answer are a kind of their own, unless the file
  /// gives them one.
  public var kind: String? { givenKind ?? (expectation == .none ? "none" : nil) }
}
