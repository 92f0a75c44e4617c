import Answering

/// A report in Markdown of what was learned: the weights, and the gain of each feature on
/// collections that were not used to learn the weights.
struct TrainingReport {
  let sets: [ExampleSet]
  let depth: Int
  /// The date in the format of ISO 8601.
  let date: String

  var text: String {
    let model = ListwiseRegression(sets, depth: depth).model()
    return """
      Learned \(date) from the first \(depth) passages of \(questions) questions: \(sources).

      \(weights(model))

      Points of success@1 (of nDCG@10 where questions have several documents) beyond the first stage.

      \(ablation(model))

      Passages that are read, each number with weights of its own, learned without the collection:

      \(depths)

      Where no text is taken to add more than a share of the best score, so that reading ends early, \
      with the passages that are then read:

      \(reaches)

      """
  }

  private var questions: Int { sets.reduce(0) { $0 + $1.examples.count } }

  private var sources: String {
    sets.map { "\($0.name) (\($0.examples.count))" }.joined(separator: ", ")
  }

  /// Returns the weights in the format of `RerankingModel.standard`.
  private func weights(_ model: RankingModel) -> String {
    PassageFeature.allCases.map { "    case .\($0): \(model[$0].digits(2))" }
      .joined(separator: "\n")
  }

  private func ablation(_ model: RankingModel) -> String {
    let base = sets.map { $0.points(.firstStage, depth: depth) }
    let leaveOneOut = LeaveOneOut(sets, depth: depth)
    var table = table
    table.add("first stage", base.map { $0.digits(1) } + means(base).map { $0.digits(1) })
    table.add(gains("left out", leaveOneOut.points(), base))
    table.add(gains("fitted on all", sets.map { $0.points(model, depth: depth) }, base))
    for feature in PassageFeature.allCases {
      table.add(
        gains(
          "without \(feature)", leaveOneOut.points(leavingOut: [1 + feature.rawValue]), base))
    }
    return table.text
  }

  private var depths: String {
    let base = sets.map { $0.points(.firstStage, depth: depth) }
    var table = table
    for depth in 2...depth {
      table.add(gains("\(depth)", LeaveOneOut(sets, depth: depth).points(), base))
    }
    return table.text
  }

  private var reaches: String {
    let base = sets.map { $0.points(.firstStage, depth: depth) }
    let models = LeaveOneOut(sets, depth: depth).models()
    var table = table
    for reach in [1.6, 1.5, 1.4, 1.2, 1] {
      let points = zip(sets, models).map { $0.points($1, depth: depth, reach: reach) }
      table.add(gains(reach.digits(1), points, base))
      let read = zip(sets, models).map { $0.passagesRead($1, depth: depth, reach: reach) }
      table.add("passages", (read + means(read)).map { $0.digits(1) })
    }
    return table.text
  }

  private var table: MarkdownTable {
    MarkdownTable(columns: [""] + sets.map(\.name) + ["mean", "mean ad hoc"])
  }

  private func gains(_ name: String, _ points: [Double], _ base: [Double]) -> [String] {
    let gains = zip(points, base).map { $0 - $1 }
    return [name] + (gains + means(gains)).map(\.signed)
  }

  /// Returns the means over the collections of questions and over those for ad-hoc search.
  private func means(_ values: [Double]) -> [Double] {
    [false, true].map { isAdHoc in
      let own = sets.indices.filter { sets[$0].isAdHoc == isAdHoc }.map { values[$0] }
      return own.reduce(0, +) / Double(max(own.count, 1))
    }
  }
}

extension Double {
  /// Returns the number with `count` digits after the decimal point.
  func digits(_ count: Int) -> String {
    var scale = 1.0
    for _ in 0..<count { scale *= 10 }
    let units = Int((magnitude * scale).rounded())
    let fraction = String(units % Int(scale))
    let zeros = String(repeating: "0", count: count - fraction.utf8.count)
    return "\(self < 0 && units > 0 ? "−" : "")\(units / Int(scale)).\(zeros)\(fraction)"
  }

  /// The number with two digits after the decimal point, and with a sign unless it is 0.
  var signed: String {
    let text = digits(2)
    return self > 0 && text != "0.00" ? "+\(text)" : text
  }
}
