extension CertaintyModel {
  /// The model in use, fitted to published collections with expected answers. The article Certainty
  /// in Answering.docc describes the method and the precision on collections that were left out.
  public static let standard = CertaintyModel(threshold: 0.68) { type in
    switch type {
    case .person: -4.63
    case .organization: -3.80
    case .place: -5.41
    case .date: -3.18
    case .number: -4.19
    case .money: -3.95
    case .percentage: -3.82
    case .duration: -4.68
    case .definition: -5.95
    case .acronym: -4.43
    case .reason: -5.85
    case .method: -5.60
    case .choice: -5.71
    case .yesNo: -5.55
    case .other: -5.70
    }
  } _: { feature in
    switch feature {
    case .fit: 0.97
    case .sure: 0.18
    case .margin: 0.28
    case .clearMargin: 0.42
    case .clause: 0.34
    case .clearGap: 0.32
    case .gapAndMargin: 1.30
    case .passageGap: 0.83
    case .order: 1.01
    case .agreement: 1.05
    case .rank: 1.23
    case .brevity: 1.00
    }
  }
}
