import Answering

/// A report in Markdown of what was learned about certainty.
package struct CertaintyReport {
  /// The precision that shown words must have, with a margin for questions of another kind.
  private static let precision = 0.8

  let sets: [CertaintySet]
  /// The probabilities of each set, according to a model that was learned from other families.
  private let leftOut: [[Double]]

  package init(sets: [CertaintySet]) {
    self.sets = sets
    var models: [String: CertaintyModel] = [:]
    for family in Set(sets.map(\.family)) {
      models[family] = CertaintyRegression(sets.filter { $0.family != family }).model()
    }
    leftOut = sets.map { set in
      set.examples.map { models[set.family]?.certainty(of: $0) ?? 0 }
    }
  }

  package var text: String {
    let threshold = self.threshold
    let model = calibrated(CertaintyRegression(sets).model(), to: threshold)
    var lines = ["    CertaintyModel(threshold: \(threshold.digits(2)))"]
    lines += QuestionType.allCases.map { "    case .\($0): \(model.bias(of: $0).digits(2))" }
    lines += CertaintyFeature.allCases.map { "    case .\($0): \(model[$0].digits(2))" }
    return lines.joined(separator: "\n") + "\n\n" + table(threshold)
  }

  /// The lowest threshold at which the words shown in the left-out sets have the required precision
  /// in the mean, where each set counts the same.
  var threshold: Double {
    let steps = (50...99).map { Double($0) / 100 }
    return steps.first { step in
      let shown = sets.indices.map { figures(of: $0, threshold: step) }.filter { $0.shown > 0 }
      let mean = shown.reduce(0) { $0 + $1.precision } / Double(max(shown.count, 1))
      return !shown.isEmpty && mean >= Self.precision
    } ?? 1
  }

  /// Returns the model with the bias of each kind of answer moved so that, among the left-out
  /// questions of that kind, the words shown at the threshold have the required precision. Kinds
  /// with few questions keep their bias.
  private func calibrated(_ model: CertaintyModel, to threshold: Double) -> CertaintyModel {
    func logit(_ value: Double) -> Double { -logarithm(1 / value - 1) }
    return CertaintyModel(threshold: threshold) { type in
      let found = sets.indices.flatMap { set in
        zip(sets[set].examples, leftOut[set]).filter { $0.0.type == type }
      }
      guard found.count >= Self.fewest else { return model.bias(of: type) }
      let own = (50...97).map { Double($0) / 100 }.first { step in
        let shown = found.filter { $0.1 >= step }
        let right = shown.count(where: { $0.0.isRight })
        return shown.count >= 3 && Double(right) >= Self.precision * Double(shown.count)
      }
      return model.bias(of: type) + logit(threshold) - logit(own ?? 0.97)
    } _: {
      model[$0]
    }
  }

  private static let fewest = 30

  private func figures(
    of set: Int, threshold: Double
  ) -> (shown: Int, precision: Double) {
    let shown = sets[set].examples.indices.filter { leftOut[set][$0] >= threshold }
    let right = shown.count(where: { sets[set].examples[$0].isRight })
    return (shown.count, Double(right) / Double(max(shown.count, 1)))
  }

  private func table(_ threshold: Double) -> String {
    var table = MarkdownTable(columns: ["left out", "questions", "shown", "right of shown"])
    for set in sets.indices {
      let (shown, precision) = figures(of: set, threshold: threshold)
      table.add(
        sets[set].name,
        ["\(sets[set].examples.count)", "\(shown)", (100 * precision).digits(1)])
    }
    return table.text
  }
}

extension CertaintyModel {
  fileprivate func certainty(of example: CertaintyExample) -> Double {
    var features = CertaintyFeatures()
    for feature in CertaintyFeature.allCases {
      features[feature] = example.inputs[feature.rawValue]
    }
    return certainty(features, of: example.type)
  }
}
