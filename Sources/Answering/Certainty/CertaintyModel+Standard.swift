extension CertaintyModel {
  /// The model in use, fitted to published collections with expected answers. The article Certainty
  /// in Answering.docc describes the method and the precision on collections that were left out.
  public static let standard = CertaintyModel(threshold: 0.72) { type in
    switch type {
    case .person: -4.02
    case .organization: -4.00
    case .place: -4.69
    case .date: -3.31
    case .number: -3.76
    case .money: -3.27
    case .percentage: -3.82
    case .duration: -3.89
    case .definition: -5.95
    case .acronym: -1.85
    case .reason: -5.28
    case .method: -4.95
    case .choice: -4.82
    case .yesNo: -4.83
    case .other: -4.89
    }
  } _: { feature in
    switch feature {
    case .margin: 0.61
    case .clause: 0.54
    case .verb: 0.71
    case .simplicity: 0.39
    case .answer: 0.44
    case .clearGap: 0.25
    case .gapAndMargin: 1.36
    case .passageGap: 0.91
    case .order: 0.51
    case .agreement: 1.03
    case .rank: 0.59
    case .brevity: 1.22
    }
  }
}
