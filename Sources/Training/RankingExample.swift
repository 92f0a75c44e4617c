import Answering
import Evaluation

/// A question with the first passages of its first ranking, as input of a ranking model.
package struct RankingExample: Sendable {
  /// The inputs of each passage: its share of the first stage's best score, then its features. Each
  /// passage has ``RankingModel/width`` inputs.
  package var inputs: [Double]
  /// The grade of the document of each passage, or 0 for a document that does not answer.
  package var grades: [Double]
  /// The id of the document of each passage.
  package var documents: [String]
  /// The ids of the documents of the first stage.
  package var others: [String]
  /// The grades above 0 of all documents that answer, by document id.
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

  /// Returns the model's scores of the passages that are read, in units of the first stage's best
  /// score.
  ///
  /// At most `depth` passages are read, and reading ends at the first passage that would not take
  /// the lead even if its text added `reach`.
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

  /// Returns the documents, the best first, if a model orders the passages that are read.
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
