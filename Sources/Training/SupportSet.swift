import Answering
import Evaluation

/// A question with the evidence that it is answered.
package struct SupportExample: Sendable {
  /// The inputs, in the order of `SupportFeature.allCases`.
  package var inputs: [Double]
  package var isAnswerable: Bool
  /// The support that the current program computes.
  package var support: Double

  package init(inputs: [Double], isAnswerable: Bool, support: Double = 0) {
    self.inputs = inputs
    self.isAnswerable = isAnswerable
    self.support = support
  }
}

/// Questions that have answers together with questions that have none.
package struct SupportSet: Sendable {
  package enum Kind: String, Sendable {
    /// The questions without an answer are on the subject of a document that does not answer them.
    case adversarial
    /// The questions without an answer are the same questions, with the documents that answer them
    /// left out.
    case removed

    /// The weight of all collections of a kind together. The adversarial collections, which are few
    /// and harder, have twice the weight: with equal weights, the model would distinguish their
    /// questions worse than single features do.
    var weight: Double { self == .adversarial ? 2 : 1 }
  }

  package var name: String
  package var kind: Kind
  /// The family of the collection. See ``ExampleSet/family``.
  package var family: String
  package var examples: [SupportExample]

  package init(name: String, kind: Kind, examples: [SupportExample]) {
    self.name = name
    self.kind = kind
    self.examples = examples
    family = collectionFamily(name)
  }

  /// Returns the area under the ROC curve of the order by `support`, in points.
  package func points(_ support: (SupportExample) -> Double) -> Double {
    let order = SupportOrder(
      examples.map {
        SupportOrder.Entry(
          support: support($0), isAnswerable: $0.isAnswerable, isRight: $0.isAnswerable)
      })
    return 100 * (order.areaUnderCurve ?? 0)
  }
}
