import Answering
import Testing

@testable import Training

@Suite struct LogisticRegressionTests {
  /// Returns questions whose `feature` is large if they have an answer. The rest is repeating
  /// noise.
  private func set(
    _ name: String, _ kind: SupportSet.Kind, feature: SupportFeature, count: Int = 400
  ) -> SupportSet {
    var noise = 11
    func next() -> Double {
      noise = (noise * 1103 + 12345) % 65536
      return Double(noise) / 65536
    }
    let examples = (0..<count).map { question in
      let isAnswerable = question % 3 == 0
      var inputs = SupportFeature.allCases.map { _ in next() }
      inputs[feature.rawValue] = isAnswerable ? 0.4 + 0.6 * next() : 0.6 * next()
      return SupportExample(inputs: inputs, isAnswerable: isAnswerable)
    }
    return SupportSet(name: name, kind: kind, examples: examples)
  }

  private func points(_ set: SupportSet, _ weights: [Double]) -> Double {
    set.points { zip(weights, $0.inputs).reduce(0) { $0 + $1.0 * $1.1 } }
  }

  @Test(
    "the feature that tells gets the weight, none is below 0", arguments: SupportFeature.allCases)
  func findsFeature(feature: SupportFeature) {
    let set = set("a", .adversarial, feature: feature)
    let (weights, bias) = LogisticRegression([set]).model()
    #expect(weights.allSatisfy { $0 >= 0 })
    #expect(weights[feature.rawValue] > 4)
    #expect(SupportFeature.allCases.allSatisfy { $0 == feature || weights[$0.rawValue] < 1 })
    #expect(bias < 0)
    #expect(points(set, weights) > 90)
    let others = LogisticRegression([set]).model(leavingOut: [feature.rawValue]).weights
    #expect(others[feature.rawValue] == 0)
    #expect(points(set, others) < 65)
  }

  @Test("questions that cannot be told apart have half of the points")
  func ties() {
    #expect(set("a", .removed, feature: .gap).points { _ in 1 } == 50)
  }

  @Test("the report names each collection, and what was learned without it")
  func report() {
    let sets = [
      set("one_en", .adversarial, feature: .names), set("one_en", .removed, feature: .names),
      set("two", .removed, feature: .title),
    ]
    let lines = SupportReport(sets: sets).text.split(separator: "\n")
    func cells(_ name: String) -> [String] {
      let line = lines.first { $0.hasPrefix("| \(name) |") } ?? ""
      return line.split(separator: "|").map { $0.filter { $0 != " " } }
    }
    #expect(cells("left out").count == 6)
    let (leftOut, fitted) = (cells("left out"), cells("fitted on all"))
    for column in 1...3 {
      // The feature that distinguishes the questions of the other family does not help here.
      #expect(Double(leftOut[column]) ?? 0 < 60)
      #expect(Double(fitted[column]) ?? 0 > Double(leftOut[column]) ?? 100)
    }
  }
}
