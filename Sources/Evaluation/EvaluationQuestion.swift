/// A question with what is expected to come of it.
public struct EvaluationQuestion: Sendable, Equatable {
  /// The expectation that a question is scored by.
  public enum Expectation: Sendable, Equatable {
    /// One of these answers, as in SQuAD 1.1.
    case answer([String])
    /// The documents do not answer the question, as in SQuAD 2.0.
    case none
    /// Nothing is known about its answer; at most its documents are scored.
    case unknown
  }

  /// As the file has it, else the question's own words: it tells questions apart in two runs.
  public var id: String
  public var text: String
  /// Nil where the file has none; an empty list is that of a question without an answer.
  public var answers: [String]?
  /// As the file says; nil where it does not.
  public var isAnswerable: Bool?
  /// Grades of the documents that answer, by document id; 0 and below is as good as absent.
  public var documents: [String: Int]
  /// A group that has figures of its own.
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

  /// The documents that its ranking is judged by; none where it is said to have no answer, since
  /// they are then on the subject only.
  public var relevantDocuments: [String: Int] {
    isAnswerable == false ? [:] : documents.filter { $0.value > 0 }
  }

  /// Questions without an answer are a kind of their own, unless the file gives them one.
  public var kind: String? { givenKind ?? (expectation == .none ? "none" : nil) }
}
