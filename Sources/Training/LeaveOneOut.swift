/// What models that never saw a collection gain on it.
package struct LeaveOneOut {
  private let sets: [ExampleSet]
  private let depth: Int
  /// For each collection, what there is to learn without its family.
  private let regressions: [String: ListwiseRegression]

  package init(_ sets: [ExampleSet], depth: Int) {
    self.sets = sets
    self.depth = depth
    regressions = Dictionary(
      sets.map(\.family).map { family in
        (family, ListwiseRegression(sets.filter { $0.family != family }, depth: depth))
      }, uniquingKeysWith: { first, _ in first })
  }

  /// For each collection a model that was learned from the other families.
  ///
  /// - Parameter leavingOut: places in ``RankingModel/weights`` that weigh nothing.
  package func models(leavingOut: Set<Int> = []) -> [RankingModel] {
    let models = regressions.mapValues { $0.model(leavingOut: leavingOut) }
    return sets.map { models[$0.family] ?? .firstStage }
  }

  /// For each collection the points of such a model.
  package func points(leavingOut: Set<Int> = []) -> [Double] {
    zip(sets, models(leavingOut: leavingOut)).map { $0.points($1, depth: depth) }
  }
}
