import Answering
import Evaluation

/// What one collection teaches.
package struct ExampleSet: Sendable {
  package var name: String
  /// Collections that a model of this one must not have seen: itself and its translations, which
  /// share the first part of their names.
  package var family: String
  package var examples: [RankingExample]
  /// Whether its questions have more than one document that answers: then the first ten are
  /// scored, else the first alone.
  package var isAdHoc: Bool

  package init(name: String, examples: [RankingExample]) {
    self.name = name
    self.examples = examples
    family = collectionFamily(name)
    isAdHoc = examples.reduce(0) { $0 + $1.relevant.count } > examples.count
  }

  /// What the collection counts in learning: the square root of its questions, so that a large one
  /// does not decide alone, and half of that for ad-hoc search, which is not what people ask.
  var weight: Double { Double(examples.count).squareRoot() * (isAdHoc ? 0.5 : 1) }

  /// In points: success@1, and for ad-hoc collections nDCG@10.
  package func points(
    _ model: RankingModel, depth: Int, reach: Double = .infinity
  ) -> Double {
    guard !examples.isEmpty else { return 0 }
    var sum = 0.0
    for example in examples {
      let score = RetrievalScore(
        ranking: example.ranking(by: model, depth: depth, reach: reach), relevant: example.relevant)
      sum += isAdHoc ? score.gain : score.firstRank == 1 ? 1 : 0
    }
    return 100 * sum / Double(examples.count)
  }

  /// Passages that are read for a question, in the mean.
  func passagesRead(_ model: RankingModel, depth: Int, reach: Double) -> Double {
    let read = examples.reduce(0) {
      $0 + $1.scores(model, depth: depth, reach: reach).count
    }
    return Double(read) / Double(max(examples.count, 1))
  }
}

/// What a collection's name shares with its translations: all before its first underscore.
func collectionFamily(_ name: String) -> String {
  String(name.prefix { $0 != "_" })
}
