/// How far a document came when the sentences of an answer were chosen.
public struct DocumentStanding: Sendable, Equatable {
  public enum Outcome: Sendable, Equatable {
    /// It is cited, with this rank.
    case cited(Int)
    /// The question is about an article itself, and the line that states it is cited alone.
    case stated
    /// None of its passages is among those that are read.
    case unread
    /// What was read of it only states its author or date, or belongs to the page around it.
    case unquotable
    /// No sentence of it holds a word of the question.
    case wordless
    /// Better sentences are cited; this is its place among all.
    case outscored(Int)
    /// Its best sentence says what the citation of this rank says in the same words.
    case duplicate(Int)
    /// Nothing is cited at all: what was found supports too little of the question.
    case refused
  }

  public var outcome: Outcome
  /// The type that the question asks for.
  public var type: QuestionType
  /// Its best sentence as it is or would be cited.
  public var sentence: Citation?
  /// The last citation of the answer, which it had to beat.
  public var last: Citation?
}
