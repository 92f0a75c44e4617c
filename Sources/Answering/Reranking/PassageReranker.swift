public import Retrieval

/// The second stage of the default ranking, which reads the first passages and adds the evidence of
/// their text to their scores.
public struct PassageReranker: Sendable {
  private let model: RerankingModel
  /// The maximum number of passages that are read. With 12, the collections gained no more than
  /// with 5.
  public static let depth = 5
  /// The number of passages that are read for an answer, from all of which its sentence is chosen.
  /// With 12 instead of 5, the right sentence came first for 53 instead of 50 of 110 questions in
  /// people's own words about real folders; in two of four published collections the share of right
  /// sentences fell by half a point, in two it did not change.
  public static let answerDepth = 12
  /// The maximum that a text adds, besides `reachOfShare`, except for one in a few hundred. Reading
  /// ends when this would not suffice to take the lead.
  public static let reach = 1.2
  /// The same for a question that asks for nothing that is recognized: no text adds the weight of
  /// an answer.
  public static let reachWithoutAnswer = 0.92
  /// The part of the maximum that is in proportion to a passage's share of the best score.
  public static let reachOfShare = 0.2

  public init(model: RerankingModel = .standard) { self.model = model }

  /// A passage that the stage has read.
  public struct Reading: Sendable, Equatable {
    public var passage: RankedPassage
    /// The worth of the first stage's full best score.
    public var unit: Double
    public var features: PassageFeatures
  }

  /// Returns the stage for one question.
  ///
  /// - Parameters:
  ///   - question: The analyzed question.
  ///   - watching: A closure that receives each passage that is read.
  public func rescoring(
    _ question: AnalyzedQuestion, watching: ((Reading) -> Void)? = nil
  ) -> Rescoring {
    let reader = FeatureReader(question)
    let reach = question.expected.type.hasForm ? Self.reach : Self.reachWithoutAnswer
    return Rescoring(depth: Self.depth, reach: reach, reachOfShare: Self.reachOfShare) {
      ranked, unit, lead in
      let features = reader.features(of: question.evidence(in: ranked.passage)) { others in
        // An answer adds its weight at most, times the share of the question beside it.
        let greatest = model.bonus(others) + model[.answer] * others[.sentence]
        return ranked.score + unit * greatest > lead
      }
      watching?(Reading(passage: ranked, unit: unit, features: features))
      return ranked.score + unit * model.bonus(features)
    }
  }

  /// Returns the contribution of each feature to the score of a passage.
  ///
  /// - Parameters:
  ///   - reading: The features that were read of the passage.
  ///   - explained: The score of the passage in its explanation. If passages of several languages
  ///     are ranked together, the scores of the ranking are on another scale.
  public func evidence(of reading: Reading, explained: Double) -> [Explanation.Evidence] {
    let unit = reading.unit * explained / max(reading.passage.score, .leastNormalMagnitude)
    return PassageFeature.allCases.map {
      Explanation.Evidence(
        name: "\($0)", value: reading.features[$0],
        contribution: unit * model[$0] * reading.features[$0])
    }
  }
}
