public import Model
import TextAnalysis

/// How telling a word is: what the answerer needs to know of an index.
///
/// Weights are inverse document frequencies over passages, at least 0; a word that no passage
/// holds has the largest.
public protocol TermStatistics {
  func idf(ofStem stem: String, in language: Language) -> Double
}
