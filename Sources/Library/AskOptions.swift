public import Model
public import Retrieval
import TextAnalysis

/// How a library is asked.
public struct AskOptions: Sendable, Equatable {
  /// The language of questions; nil to detect it from their words.
  public var language: Language?
  public var search: SearchOptions

  public init(language: Language? = nil, search: SearchOptions = SearchOptions()) {
    self.language = language
    self.search = search
  }
}
