/// The result of answering only the best supported questions, which is one row of a calibration
/// table.
public struct CalibrationPoint: Sendable, Equatable {
  /// The share of all questions that are answered.
  public var answered: Double
  /// The lowest support among them.
  public var support: Double
  /// The share of them with an expected answer in the first snippet. A question without an answer
  /// is never right.
  public var right: Double

  public init(answered: Double, support: Double, right: Double) {
    self.answered = answered
    self.support = support
    self.right = right
  }
}
