import Answering
import Evaluation

/// A question with the first passages of its first ranking, as a ranking model sees them.
package struct RankingExample: Sendable {
  /// Of each passage its share of the first stage's best score, then its features; as many numbers
  /// each as ``RankingModel/width``.
  package var inputs: [Double]
  /// Of each passage the grade of its document, 0 for one that does not answer.
  package var grades: [Double]
  /// Of each passage the id of its document.
  package var documents: [String]
  /// The ids of the first stage's documents.
  package var others: [String]
  /// Grades above 0 of all documents that answer.
  package var relevant: [String: Int]

  package init(
    inputs: [Double], documents: [String], others: [String] = [], relevant: [String: Int]
  ) {
    self.inputs = inputs
    self.documents = documents
    self.others = others
    self.relevant = relevant
    grades = documents.map { Double(relevant[$0] ?? 0) }
  }

  /// The model's scores of the passages that are read, in units of the first stage's best one:
  /// at most `depth`, and none that would not take the lead if its text added `reach`.
  func scores(_ model: RankingModel, depth: Int, reach: Double = .infinity) -> [Double] {
    let width = RankingModel.width
    var scores: [Double] = []
    var lead = -Double.infinity
    for passage in 0..<min(depth, grades.count) {
      let inputs = inputs[(passage * width)..<((passage + 1) * width)]
      guard lead < inputs[inputs.startIndex] + reach else { break }
      let score = model.score(inputs)
      lead = max(lead, score)
      scores.append(score)
    }
    return scores
  }

  /// The documents, best first, where the passages that are read are ordered by a model.
  package func ranking(
    by model: RankingModel, depth: Int, reach: Double = .infinity
  ) -> [String] {
    let scores = scores(model, depth: depth, reach: reach)
    let order = scores.indices.sorted {
      scores[$0] != scores[$1] ? scores[$0] > scores[$1] : $0 < $1
    }
    var found: [String] = []
    var seen: Set<String> = []
    for document in order.map({ documents[$0] }) + others where seen.insert(document).inserted {
      found.append(document)
    }
    return found
  }
}
