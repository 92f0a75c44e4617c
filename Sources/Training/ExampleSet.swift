import Answering
import Evaluation

/// The ranking examples of a collection.
package struct ExampleSet: Sendable {
  package var name: String
  /// The name that the collection shares with its translations, which is the first part of their
  /// names. A model that is tested on the collection must not have seen any of them.
  package var family: String
  package var examples: [RankingExample]
  /// A Boolean value that indicates whether the questions have more than one document that answers.
  /// If so, the first ten documents are scored, otherwise only the first.
  package var isAdHoc: Bool

  package init(name: String, examples: [RankingExample]) {
    self.name = name
    self.examples = examples
    family = collectionFamily(name)
    isAdHoc = examples.reduce(0) { $0 + $1.relevant.count } > examples.count
  }

  /// The weight of the collection in learning: the square root of the number of its questions, so
  /// that a large collection is not decisive, and half of that for ad-hoc search, which is not what
  /// people ask.
  var weight: Double { Double(examples.count).squareRoot() * (isAdHoc ? 0.5 : 1) }

  /// Returns success@1, or nDCG@10 for ad-hoc collections, in points.
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

  /// Returns the mean number of passages that are read for a question.
  func passagesRead(_ model: RankingModel, depth: Int, reach: Double) -> Double {
    let read = examples.reduce(0) {
      $0 + $1.scores(model, depth: depth, reach: reach).count
    }
    return Double(read) / Double(max(examples.count, 1))
  }
}

/// Returns the part of a collection's name that it shares with its translations: everything before
/// the first underscore.
func collectionFamily(_ name: String) -> String {
  String(name.prefix { $0 != "_" })
}
