import Model
import SegmentFormat
import TextAnalysis

extension Searcher {
  /// Asks for what is known of a first query's words to be read from disk, before any of them is
  /// waited for.
  public func prefetch(_ query: Query) {
    guard isCold else { return }
    for language in index.statistics.languages {
      let words = (query.concepts[language.language] ?? []).flatMap(\.members).flatMap(\.words)
      for segment in language.segments.map({ index.segments[$0] }) {
        for term in query.terms where !term.isStopWord {
          segment.prefetchWord(surface: term.surface, stem: term.stem)
        }
        for word in words { segment.prefetchWord(surface: word.surface, stem: word.stem) }
      }
    }
  }
}
