/// What the text of a passage says for it, beyond how often it has the question's words.
///
/// Shares of the question count each word by its inverse document frequency.
public enum PassageFeature: Int, CaseIterable, Sendable {
  /// The largest share of the question that one sentence holds, title and headings helping.
  case sentence
  /// How surely one of the best sentences holds an answer of the kind asked for, times the share
  /// of the question that this sentence holds.
  case answer
  /// The longest run of the question's own bytes, as a share of the question.
  case verbatim
  /// The share of the question that title and headings hold.
  case title
  /// The share of the question's names, years and numbers that the passage holds.
  case entities
  /// How near the beginning the best sentence stands: 1 for the first, ½ for the second.
  case lead
}

/// The features of one passage, each 0…1.
public typealias PassageFeatures = FeatureVector<PassageFeature>
