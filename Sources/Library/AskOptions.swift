public import Model
public import Retrieval
import TextAnalysis

/// Options that determine how questions are analysed and passages are ranked.
public struct AskOptions: Sendable, Equatable {
  /// The language of questions, or nil to detect it from their words.
  public var language: Language?
  public var search: SearchOptions
  /// A Boolean value that indicates whether a question with the verdict *none* gets the nearest
  /// passages.
  public var givesNearest = false

  /// A Boolean value that indicates whether passages are ranked by a plain weighting, without a
  /// second stage, and searched for exactly the words of the question. Such rankings are for
  /// comparison.
  var isPlain: Bool { search.weighting != .default }

  public init(
    language: Language? = nil, search: SearchOptions = SearchOptions(), givesNearest: Bool = false
  ) {
    self.language = language
    self.search = search
    self.givesNearest = givesNearest
  }
}
