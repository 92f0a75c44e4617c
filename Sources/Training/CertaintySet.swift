package import Answering
import Evaluation

/// A question with the evidence for the likeliest words, and whether they are right.
package struct CertaintyExample: Sendable {
  /// In the order of `CertaintyFeature.allCases`.
  package var inputs: [Double]
  package var type: QuestionType
  /// Whether the words are an expected answer, or contain one, or are contained in one, with at
  /// most three words beside it.
  package var isRight: Bool

  package init(inputs: [Double], type: QuestionType, isRight: Bool) {
    self.inputs = inputs
    self.type = type
    self.isRight = isRight
  }
}

extension NormalizedText {
  /// Returns whether two texts are the same, or one contains the other with at most three words
  /// beside it.
  func fits(_ other: NormalizedText) -> Bool {
    let (short, long) =
      words.count < other.words.count ? (words, other.words) : (other.words, words)
    guard !short.isEmpty, long.count - short.count <= 3 else { return false }
    return (0...(long.count - short.count)).contains { long[$0...].starts(with: short) }
  }
}

/// The questions of one collection whose verdict is *answered* and that have words to show.
package struct CertaintySet: Sendable {
  package var name: String
  /// As of ``ExampleSet``.
  package var family: String
  package var examples: [CertaintyExample]

  package init(name: String, examples: [CertaintyExample]) {
    self.name = name
    self.examples = examples
    family = collectionFamily(name)
  }
}
