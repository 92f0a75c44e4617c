import Answering
import Testing

@testable import Training

@Suite struct ListwiseRegressionTests {
  /// Returns lists of four passages, of which the one with the largest `feature` is relevant nine
  /// times in ten. The rest is repeating noise.
  private func set(_ name: String, feature: PassageFeature, count: Int = 200) -> ExampleSet {
    var noise = 7
    func next() -> Double {
      noise = (noise * 1103 + 12345) % 65536
      return Double(noise) / 65536
    }
    let examples = (0..<count).map { question in
      let inputs = (0..<4 * RankingModel.width).map { _ in next() }
      let telling = (0..<4).map { inputs[$0 * RankingModel.width + 1 + feature.rawValue] }
      let best = question % 10 == 0 ? 0 : telling.firstIndex(of: telling.max() ?? 0) ?? 0
      return RankingExample(
        inputs: inputs, documents: (0..<4).map { "d\($0)" }, relevant: ["d\(best)": 1])
    }
    return ExampleSet(name: name, examples: examples)
  }

  @Test(
    "the feature that tells the relevant passage gets the weight",
    arguments: PassageFeature.allCases)
  func findsFeature(feature: PassageFeature) {
    let set = set("a", feature: feature)
    let model = ListwiseRegression([set], depth: 4).model()
    #expect(model.weights.allSatisfy { $0 >= 0 })
    for other in PassageFeature.allCases where other != feature {
      #expect(model.weights[1 + feature.rawValue] > 3 * model.weights[1 + other.rawValue])
    }
    #expect(set.points(model, depth: 4) > 80)
    #expect(set.points(.firstStage, depth: 4) < 50)
  }

  @Test("a feature that is left out weighs nothing")
  func leavesOut() {
    let regression = ListwiseRegression([set("a", feature: .title)], depth: 4)
    let place = 1 + PassageFeature.title.rawValue
    #expect(regression.model(leavingOut: [place]).weights[place] == 0)
  }

  @Test("passages beyond the depth teach nothing and keep their order")
  func depth() {
    let example = RankingExample(
      inputs: (0..<3).flatMap { place in
        (0..<RankingModel.width).map { $0 == 1 ? Double(place) : 0 }
      }, documents: ["a", "b", "c"], others: ["a", "d"], relevant: ["c": 1])
    var model = RankingModel.firstStage
    model.weights[1] = 1
    #expect(example.ranking(by: model, depth: 2) == ["b", "a", "d"])
    #expect(example.ranking(by: model, depth: 3) == ["c", "b", "a", "d"])
    let set = ExampleSet(name: "a", examples: [example])
    let unlearned = ListwiseRegression([set], depth: 2).model()
    #expect(unlearned.weights.allSatisfy { $0 == 0 })
    #expect(ListwiseRegression([set], depth: 3).model().weights[1] > 0)
  }

  @Test("a collection is judged by a model that saw neither it nor its translation")
  func leavesFamilyOut() {
    // The two families contradict each other: the lessons of one do not help the other.
    let sets = [
      set("one_en", feature: .sentence), set("one_id", feature: .sentence),
      set("two", feature: .title),
    ]
    let points = LeaveOneOut(sets, depth: 4).points()
    let fitted = ListwiseRegression(sets, depth: 4).model()
    for (place, set) in sets.enumerated() {
      #expect(points[place] < set.points(fitted, depth: 4))
      #expect(points[place] < 50)
    }
  }
}
