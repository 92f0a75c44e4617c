/// The gains of models on collections that they never saw.
package struct LeaveOneOut {
  private let sets: [ExampleSet]
  private let depth: Int
  /// The regressions without the collections of a family, by the name of the family.
  private let regressions: [String: ListwiseRegression]

  package init(_ sets: [ExampleSet], depth: Int) {
    self.sets = sets
    self.depth = depth
    regressions = Dictionary(
      sets.map(\.family).map { family in
        (family, ListwiseRegression(sets.filter { $0.family != family }, depth: depth))
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Returns, for each collection, a model that was learned from the other families.
  ///
  /// - Parameter leavingOut: The indices in ``RankingModel/weights`` of weights that stay 0.
  package func models(leavingOut: Set<Int> = []) -> [RankingModel] {
    let models = regressions.mapValues { $0.model(leavingOut: leavingOut) }
    return sets.map { models[$0.family] ?? .firstStage }
  }

  /// Returns, for each collection, the points of such a model.
  package func points(leavingOut: Set<Int> = []) -> [Double] {
    zip(sets, models(leavingOut: leavingOut)).map { $0.points($1, depth: depth) }
  }
}
