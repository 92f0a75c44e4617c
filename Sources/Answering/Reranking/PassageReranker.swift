public import Retrieval
import TextAnalysis

/// The second stage of the default ranking: reads the first passages and weighs what their text
/// says for them.
///
/// Owns analyzers, which are not thread-safe: one reranker per thread.
public struct PassageReranker<Statistics: TermStatistics> {
  private let statistics: Statistics
  private let classifier = QuestionClassifier()
  private let analyzers = AnalyzerCache()
  private let model: RerankingModel
  /// Passages that are read: with 12 the collections gained no more than with 5.
  private static var depth: Int { 5 }

  public init(statistics: Statistics, model: RerankingModel = .standard) {
    self.statistics = statistics
    self.model = model
  }

  /// The stage for one question.
  public func rescoring(_ query: Query) -> Rescoring {
    Rescoring(depth: Self.depth) { scores(of: $0, for: query) }
  }

  /// The features of passages for a question, in their order.
  public func features(of passages: [RankedPassage], for query: Query) -> [PassageFeatures] {
    let expected = classifier.questionType(of: query)
    let question = QuestionTerms(query, expected: expected, statistics: statistics) { _ in false }
    let reader = FeatureReader(query, question, expected)
    return passages.map { item in
      reader.features(
        of: PassageEvidence(
          item.passage, relativeScore: 1, matcher: question.matcher(for: item.passage.language),
          analyzer: analyzers.analyzer(for: item.passage.language)))
    }
  }

  private func scores(of passages: [RankedPassage], for query: Query) -> [Double] {
    guard let best = passages.first?.score else { return [] }
    return zip(passages, features(of: passages, for: query)).map {
      $0.score + best * model.bonus($1)
    }
  }

  /// What each feature of a passage adds to its score, where it is among the first of a ranking
  /// (the first stage's, best first); empty elsewhere.
  ///
  /// - Parameter explained: the passage's score as its explanation counts it. Where passages of
  ///   several languages are ranked together, the ranking's own scores are of another scale.
  public func evidence(
    for passage: StoredPassage, explained: Double, among ranked: [RankedPassage], _ query: Query
  ) -> [Explanation.Evidence] {
    guard let best = ranked.first?.score,
      let found = ranked.prefix(Self.depth).first(where: { $0.passage == passage }),
      let features = features(of: [found], for: query).first
    else { return [] }
    let unit = best * explained / max(found.score, .leastNormalMagnitude)
    return PassageFeature.allCases.map {
      Explanation.Evidence(
        name: "\($0)", value: features[$0], contribution: unit * model[$0] * features[$0])
    }
  }
}
