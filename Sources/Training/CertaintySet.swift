package import Answering
import Evaluation

/// A question with the evidence for the likeliest words, and whether they are right.
package struct CertaintyExample: Sendable {
  /// The inputs, in the order of `CertaintyFeature.allCases`.
  package var inputs: [Double]
  package var type: QuestionType
  /// A Boolean value that indicates whether the words are an expected answer, or whether one
  /// contains the other with at most three additional words.
  package var isRight: Bool

  package init(inputs: [Double], type: QuestionType, isRight: Bool) {
    self.inputs = inputs
    self.type = type
    self.isRight = isRight
  }
}

extension NormalizedText {
  /// Returns whether two texts are equal, or one contains the other with at most three additional
  /// words.
  func fits(_ other: NormalizedText) -> Bool {
    let (short, long) =
      words.count < other.words.count ? (words, other.words) : (other.words, words)
    guard !short.isEmpty, long.count - short.count <= 3 else { return false }
    return (0...(long.count - short.count)).contains { long[$0...].starts(with: short) }
  }
}

/// The questions of a collection that have the verdict *answered* and words to show.
package struct CertaintySet: Sendable {
  package var name: String
  /// The family of the collection. See ``ExampleSet/family``.
  package var family: String
  package var examples: [CertaintyExample]

  package init(name: String, examples: [CertaintyExample]) {
    self.name = name
    self.examples = examples
    family = collectionFamily(name)
  }
}
