/// Why a line of a file of questions with expected answers cannot be read.
public struct QuestionFileError: Error, Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// From the first byte of the line.
    case invalidUTF8(offset: Int)
    case malformedJSON(offset: Int)
    case noQuestion
    case emptyQuestion
    /// A member of an object that is not of the kind it has to be.
    case invalidMember(String)
    /// An expected answer or document before the first question.
    case noQuestionBefore
    /// Nothing stands after `=` or `@`.
    case emptyExpectation
    /// A question that is to have no answer, and yet has one.
    case answerAndNone
    /// The line that has the same id, or the same question without one.
    case duplicate(firstLine: Int)
  }

  public var kind: Kind
  /// From 1, counting every line.
  public var line: Int

  public init(_ kind: Kind, line: Int) {
    self.kind = kind
    self.line = line
  }
}
