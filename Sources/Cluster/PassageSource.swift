public import Corpus
public import Model
public import Retrieval

/// An engine outside of tanya that finds passages and knows how frequent words are.
///
/// Everything else is tanya's own: the analysis of the question, the scores of passages, the choice
/// of the sentence, its citation and the verdict. The engine's own scores are never used, since
/// those of different engines and shards cannot be merged with others.
public protocol PassageSource: Sendable {
  /// The name under which the documents are cited.
  var name: String { get }
  /// The languages of the documents, the most frequent first.
  var languages: [Language] { get }

  /// Returns the documents that a source finds for each question, and what it counts of its words.
  ///
  /// - Parameter questions: The questions, which are sent together.
  /// - Returns: The candidates of each question, or the reason why there are none, in their order.
  /// - Throws: `SourceError` if the source cannot be asked at all.
  func candidates(
    for questions: [SourceQuestion]
  ) throws(SourceError) -> [Result<SourceCandidates, SourceError>]

  /// Returns documents by their ids, as citations name them; nil for those that do not exist.
  func documents(_ ids: [String]) throws(SourceError) -> [Document?]
}
