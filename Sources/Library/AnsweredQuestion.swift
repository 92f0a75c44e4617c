public import Answering
public import Retrieval

/// An answer with everything known about it beyond its words.
///
/// It carries the analysed question, so that later requests about the answer (an explanation, a
/// spelling correction, more citations, a follow-up) do not analyse or search again.
public struct AnsweredQuestion: Sendable, Equatable {
  /// The caller's name for the question, for example its id in a batch.
  public var id: String?
  public var query: Query
  public var answer: Answer
  /// For each quoted passage, the state of its source; nil if the source is not known.
  public var sourceStates: [SourceState?]
  public var microseconds: Int
  /// For each citation, how its passage came to its score, if requested: see
  /// ``LibraryReader/explain(_:)``. Nil for a line that no search ranks.
  public var explanations: [Explanation?] = []
  /// Words that were probably meant, if requested: see ``LibraryReader/corrections(of:)``.
  public var corrections: [SpellingCorrection] = []
  /// Whether all citations that exist are included, so that a larger request finds no more.
  public var isWhole = false
  /// The passages that the second stage of ranking read; nil if it was not watched.
  package var readings: [PassageReranker.Reading]?

  public init(
    id: String? = nil, query: Query, answer: Answer, sourceStates: [SourceState?] = [],
    microseconds: Int = 0
  ) {
    self.id = id
    self.query = query
    self.answer = answer
    self.sourceStates = sourceStates
    self.microseconds = microseconds
  }

  /// The state of a citation's source; nil if it is not known.
  public func sourceState(ofCitationAt index: Int) -> SourceState? {
    sourceStates.indices.contains(index) ? sourceStates[index] : nil
  }
}
