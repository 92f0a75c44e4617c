/// The reason why a line of a file of questions cannot be read.
public struct QuestionFileError: Error, Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// The line is not valid UTF-8 at an offset in bytes.
    case invalidUTF8(offset: Int)
    /// The line is not valid JSON at an offset in bytes.
    case malformedJSON(offset: Int)
    case noQuestion
    case emptyQuestion
    /// A member of an object has the wrong type.
    case invalidMember(String)
    /// An expected answer or document does not follow a question that is written for people.
    case noQuestionBefore
    /// Nothing follows `=` or `@`.
    case emptyExpectation
    /// A question has both an answer and `NONE`.
    case answerAndNone
    /// The id, or the text of a question without one, appears in an earlier line.
    case duplicate(firstLine: Int)
  }

  public var kind: Kind
  /// The number of the line, from 1, counting every line.
  public var line: Int

  public init(_ kind: Kind, line: Int) {
    self.kind = kind
    self.line = line
  }
}
