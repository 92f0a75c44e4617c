extension CertaintyModel {
  /// Fitted by `tanya-train` to published collections with expected answers: the article Certainty
  /// in Answering.docc has the method, and its precision on collections that were left out.
  public static let standard = CertaintyModel(threshold: 0.7) { type in
    switch type {
    default: -4
    }
  } _: { feature in
    switch feature {
    case .confidence: 2
    case .closeness: 1
    case .sentence: 1
    case .names: 1
    default: 0.3
    }
  }
}
