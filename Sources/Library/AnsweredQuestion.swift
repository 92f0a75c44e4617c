public import Answering
public import Retrieval

/// An answer, and everything else that is known about it.
///
/// It contains the analysed question, so that later requests about the answer (an explanation, a
/// spelling correction, more citations, a follow-up) need not analyse the question again.
public struct AnsweredQuestion: Sendable, Equatable {
  /// The caller's name for the question, for example its id in a batch.
  public var id: String?
  public var query: Query
  public var answer: Answer
  /// The state of each quoted passage's source, or nil if the source is not known.
  public var sourceStates: [SourceState?]
  /// The duration of answering the question, in microseconds.
  public var microseconds: Int
  /// The explanation of the score of each citation's passage, or nil for a line that no search
  /// ranks. The array is empty unless explanations were requested: see
  /// ``LibraryReader/explain(_:)``.
  public var explanations: [Explanation?] = []
  /// The words that were probably meant. The array is empty unless corrections were requested: see
  /// ``LibraryReader/corrections(of:)``.
  public var corrections: [SpellingCorrection] = []
  /// A Boolean value that indicates whether all existing citations are included, so that a request
  /// for more of them would find no others.
  public var isWhole = false
  /// The report of a source outside about the passages; nil for an index.
  public var report: SourceReport?
  /// The passages that the second stage of ranking read, or nil if they were not recorded.
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

  /// Returns the state of a citation's source, or nil if it is not known.
  public func sourceState(ofCitationAt index: Int) -> SourceState? {
    sourceStates.indices.contains(index) ? sourceStates[index] : nil
  }
}

/// The report of a source outside about the passages of an answer.
public struct SourceReport: Sendable, Equatable {
  /// The number of parts (shards) of the source that answered, and of all.
  public var answeredParts: Int
  public var allParts: Int
  /// A Boolean value that indicates whether passages may be missing that would have been found.
  public var isPartial: Bool
  /// The number of documents that were found and read.
  public var documents: Int

  public init(answeredParts: Int, allParts: Int, isPartial: Bool, documents: Int) {
    self.answeredParts = answeredParts
    self.allParts = allParts
    self.isPartial = isPartial
    self.documents = documents
  }
}
