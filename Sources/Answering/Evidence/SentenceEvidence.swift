/// What spoke for quoting a sentence, in points of the answerer's own scale; the parts add up.
public struct SentenceEvidence: Sendable, Equatable {
  /// Whether the sentence holds what the question's type asks for.
  public enum TypeTest: String, Sendable, CaseIterable {
    case passed, failed
    /// No form of words tells this type.
    case untested
  }

  /// How well its passage ranks.
  public var passage = 0.0
  /// How much of the question it covers, title, headings and the rest of the passage helping.
  public var coverage = 0.0
  /// That it holds the kind of words asked for.
  public var type = 0.0
  /// How near it stands to the passage's beginning.
  public var position = 0.0
  /// At most 0: taken off in another language than the question's.
  public var language = 0.0
  public var test = TypeTest.untested

  public init() {}

  public var score: Double { passage + coverage + type + position + language }
}
