import Answering

/// A report in Markdown of what was learned about support.
struct SupportReport {
  let sets: [SupportSet]

  var text: String {
    """
    \(weights)

    Points of the area under the ROC curve, questions that have an answer against others: \
    those that the collection says have none (adversarial), and the same questions with the \
    documents that answer them passed over (removed).

    \(ablation)

    """
  }

  /// The weights, in the format of `SupportModel.standard`.
  private var weights: String {
    let (weights, bias) = LogisticRegression(sets).model()
    let lines = SupportFeature.allCases.map { "    case .\($0): \(weights[$0.rawValue].digits(2))" }
    return (["    SupportModel(bias: \(bias.digits(2)))"] + lines).joined(separator: "\n")
  }

  private var ablation: String {
    var table = MarkdownTable(
      columns: [""] + sets.map { "\($0.name), \($0.kind)" } + ["mean adversarial", "mean removed"])
    add("in the program", sets.map { $0.points(\.support) }, to: &table)
    let regressions = Dictionary(
      sets.map(\.family).map { family in
        (family, LogisticRegression(sets.filter { $0.family != family }))
      }, uniquingKeysWith: { first, _ in first })
    func leftOut(_ features: Set<Int>) -> [Double] {
      let models = regressions.mapValues { $0.model(leavingOut: features).weights }
      return sets.map { set in points(set, models[set.family] ?? []) }
    }
    add("left out", leftOut([]), to: &table)
    let fitted = LogisticRegression(sets).model().weights
    add("fitted on all", sets.map { points($0, fitted) }, to: &table)
    for feature in SupportFeature.allCases {
      add("without \(feature)", leftOut([feature.rawValue]), to: &table)
    }
    return table.text
  }

  private func points(_ set: SupportSet, _ weights: [Double]) -> Double {
    set.points { zip(weights, $0.inputs).reduce(0) { $0 + $1.0 * $1.1 } }
  }

  private func add(_ name: String, _ points: [Double], to table: inout MarkdownTable) {
    let means = [SupportSet.Kind.adversarial, .removed].map { kind in
      let own = sets.indices.filter { sets[$0].kind == kind }.map { points[$0] }
      return own.reduce(0, +) / Double(max(own.count, 1))
    }
    table.add(name, (points + means).map { $0.digits(1) })
  }
}
