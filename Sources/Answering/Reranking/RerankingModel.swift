/// A linear model of how well a passage answers: its score in the first ranking as a share of the
/// best one, and a weight for each feature of its text.
public struct RerankingModel: Sendable, Equatable {
  /// At least 0, so that a passage never falls behind those that were not read.
  private var weights: PassageFeatures

  public init(_ weight: (PassageFeature) -> Double) {
    weights = PassageFeatures { max(0, weight($0)) }
  }

  /// The worth of a feature of value 1, relative to the best passage's score.
  public subscript(feature: PassageFeature) -> Double { weights[feature] }

  /// The amount that the text adds to a passage's share of the best score.
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

/// The evidence in the text of a passage, beyond the frequency of the question's words.
///
/// Shares of the question count each word by its inverse document frequency.
public enum PassageFeature: Int, CaseIterable, Sendable {
  /// The largest share of the question that one sentence holds, title and headings helping.
  case sentence
  /// The confidence that one of the best sentences contains an answer of the kind asked for, times
  /// the share of the question that this sentence contains.
  case answer
  /// The longest run of the question's own bytes, as a share of the question.
  case verbatim
  /// The share of the question that title and headings hold.
  case title
  /// The share of the question's names, years and numbers that the passage holds.
  case entities
  /// The reciprocal position of the best sentence: 1 for the first, ½ for the second.
  case lead
}

/// The features of one passage, each 0…1.
public typealias PassageFeatures = FeatureVector<PassageFeature>
