public import Retrieval

/// The second stage of the default ranking: reads the first passages and weighs what their text
/// says for them.
public struct PassageReranker: Sendable {
  private let model: RerankingModel
  /// Passages that are read: with 12 the collections gained no more than with 5.
  private static let depth = 5

  public init(model: RerankingModel = .standard) { self.model = model }

  /// The stage for one question.
  public func rescoring(_ question: AnalyzedQuestion) -> Rescoring {
    Rescoring(depth: Self.depth) { scores(of: $0, for: question) }
  }

  /// The features of passages for a question, in their order.
  public func features(
    of passages: [RankedPassage], for question: AnalyzedQuestion
  ) -> [PassageFeatures] {
    let reader = FeatureReader(question)
    return passages.map { reader.features(of: question.evidence(in: $0.passage)) }
  }

  private func scores(of passages: [RankedPassage], for question: AnalyzedQuestion) -> [Double] {
    guard let best = passages.first?.score else { return [] }
    return zip(passages, features(of: passages, for: question)).map {
      $0.score + best * model.bonus($1)
    }
  }

  /// What each feature of a passage adds to its score, where it is among the first of a ranking
  /// (the first stage's, best first); empty elsewhere.
  ///
  /// - Parameter explained: the passage's score as its explanation counts it. Where passages of
  ///   several languages are ranked together, the ranking's own scores are of another scale.
  public func evidence(
    for passage: StoredPassage, explained: Double, among ranked: [RankedPassage],
    _ question: AnalyzedQuestion
  ) -> [Explanation.Evidence] {
    guard let best = ranked.first?.score,
      let found = ranked.prefix(Self.depth).first(where: { $0.passage == passage }),
      let features = features(of: [found], for: question).first
    else { return [] }
    let unit = best * explained / max(found.score, .leastNormalMagnitude)
    return PassageFeature.allCases.map {
      Explanation.Evidence(
        name: "\($0)", value: features[$0], contribution: unit * model[$0] * features[$0])
    }
  }
}
