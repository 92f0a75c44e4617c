import Answering
import Evaluation

/// A question with what speaks for its being answered.
package struct SupportExample: Sendable {
  /// In the order of `SupportFeature.allCases`.
  package var inputs: [Double]
  package var isAnswerable: Bool
  /// As the program has it now.
  package var support: Double

  package init(inputs: [Double], isAnswerable: Bool, support: Double = 0) {
    self.inputs = inputs
    self.isAnswerable = isAnswerable
    self.support = support
  }
}

/// Questions that have answers beside others that have none.
package struct SupportSet: Sendable {
  package enum Kind: String, Sendable {
    /// Others are on the subject of a document that does not answer them.
    case adversarial
    /// The same questions, the documents that answer them passed over.
    case removed

    /// What all collections of a kind count together. The adversarial ones, few and harder, count
    /// twice: with equal parts they would be told worse than by single features.
    var weight: Double { self == .adversarial ? 2 : 1 }
  }

  package var name: String
  package var kind: Kind
  /// As of ``ExampleSet``.
  package var family: String
  package var examples: [SupportExample]

  package init(name: String, kind: Kind, examples: [SupportExample]) {
    self.name = name
    self.kind = kind
    self.examples = examples
    family = collectionFamily(name)
  }

  /// In points, the area under the ROC curve of the order that `support` gives.
  package func points(_ support: (SupportExample) -> Double) -> Double {
    let order = SupportOrder(
      examples.map {
        SupportOrder.Entry(
          support: support($0), isAnswerable: $0.isAnswerable, isRight: $0.isAnswerable)
      })
    return 100 * (order.areaUnderCurve ?? 0)
  }
}
