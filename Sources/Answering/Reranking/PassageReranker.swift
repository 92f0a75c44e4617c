public import Retrieval

/// The second stage of the default ranking: reads the first passages and weighs what their text
/// says for them.
public struct PassageReranker: Sendable {
  private let model: RerankingModel
  /// Passages that are read at most: with 12 the collections gained no more than with 5.
  public static let depth = 5
  /// The most that a text adds, except for one in a few hundred. Stopping when this would not bring
  /// the lead saves up to half of the reading, and no collection loses by it.
  public static let reach = 1.5

  public init(model: RerankingModel = .standard) { self.model = model }

  /// A passage as the stage has seen it.
  public struct Reading: Sendable, Equatable {
    public var passage: RankedPassage
    /// The worth of the first stage's full best score.
    public var unit: Double
    public var features: PassageFeatures
  }

  /// The stage for one question.
  ///
  /// - Parameters:
  ///   - question: The analysed question.
  ///   - watching: is given each passage that is read.
  public func rescoring(
    _ question: AnalyzedQuestion, watching: ((Reading) -> Void)? = nil
  ) -> Rescoring {
    let reader = FeatureReader(question)
    return Rescoring(depth: Self.depth, reach: Self.reach) { ranked, unit in
      let features = reader.features(of: question.evidence(in: ranked.passage))
      watching?(Reading(passage: ranked, unit: unit, features: features))
      return ranked.score + unit * model.bonus(features)
    }
  }

  /// The contribution of each feature to the score of a passage.
  ///
  /// - Parameters:
  ///   - reading: The features that were read of the passage.
  ///   - explained: the passage's score as its explanation counts it. Where passages of
  ///     several languages are ranked together, the ranking's own scores are of another scale.
  public func evidence(of reading: Reading, explained: Double) -> [Explanation.Evidence] {
    let unit = reading.unit * explained / max(reading.passage.score, .leastNormalMagnitude)
    return PassageFeature.allCases.map {
      Explanation.Evidence(
        name: "\($0)", value: reading.features[$0],
        contribution: unit * model[$0] * reading.features[$0])
    }
  }
}
