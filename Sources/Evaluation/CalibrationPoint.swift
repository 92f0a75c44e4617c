/// The result of answering only the best supported questions: one row of a calibration table.
public struct CalibrationPoint: Sendable, Equatable {
  /// Share of all questions that are answered.
  public var answered: Double
  /// The least support among them.
  public var support: Double
  /// Share of them with an expected answer in the first snippet; a question without an answer
  /// is never right.
  public var right: Double

  public init(answered: Double, support: Double, right: Double) {
    self.answered = answered
    self.support = support
    self.right = right
  }
}
