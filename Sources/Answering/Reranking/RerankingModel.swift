/// A linear model of how well a passage answers: its score in the first ranking as a share of the
/// best one, and a weight for each feature of its text.
public struct RerankingModel: Sendable, Equatable {
  /// At least 0, so that a passage never falls behind those that were not read.
  private var weights: PassageFeatures

  public init(_ weight: (PassageFeature) -> Double) {
    weights = PassageFeatures { max(0, weight($0)) }
  }

  /// What a feature of value 1 is worth next to the best passage's score.
  public subscript(feature: PassageFeature) -> Double { weights[feature] }

  /// What the text adds to a passage's share of the best score.
  public func bonus(_ features: PassageFeatures) -> Double {
    weights.dot(features)
  }

  /// Fitted to 16 published collections in English and Indonesian by `tanya-train`: the article
  /// Ranking in Answering.docc has the method, and what each feature gains on collections that
  /// were left out.
  public static let standard = RerankingModel { feature in
    switch feature {
    case .sentence: 0.54
    case .answer: 0.35
    case .verbatim: 0.44
    case .title: 0.20
    case .entities: 0.15
    case .lead: 0.09
    }
  }
}
