import TextAnalysis

/// The analyzers of the languages met so far, one each; like them, for one thread.
final class AnalyzerCache {
  private var analyzers: [(language: Language, analyzer: Analyzer)] = []

  func analyzer(for language: Language) -> Analyzer {
    if let known = analyzers.first(where: { $0.language == language }) { return known.analyzer }
    let analyzer = Analyzer(language: language)
    analyzers.append((language, analyzer))
    return analyzer
  }
}
