import Answering

/// The figures of a run, by measure.
public struct Figures: Sendable, Equatable {
  /// The number of questions with a document that answers.
  public private(set) var judged = 0
  /// The number of questions with an answer.
  public private(set) var answerable = 0
  /// The number of questions without an answer.
  public private(set) var unanswerable = 0
  /// The values, rounded to the decimals with which they are shown, so that comparisons use the
  /// visible values. A measure to which no question contributes is absent.
  public private(set) var values: [Measure: Double] = [:]

  /// The calibration table, the best supported questions first; empty if no question has an
  /// expected answer.
  public private(set) var calibration: [CalibrationPoint] = []

  public subscript(measure: Measure) -> Double? { values[measure] }

  public init(_ outcomes: [QuestionOutcome]) {
    addRetrieval(outcomes.compactMap(\.retrieval))
    addAnswers(outcomes.filter { $0.score != nil })
    addVerdicts(outcomes)
    let citations = outcomes.flatMap(\.isVerbatim)
    set(.verbatim, sum: Double(citations.count(where: \.self)), over: citations.count)
  }

  private mutating func addRetrieval(_ scores: [RetrievalScore]) {
    judged = scores.count
    func within(_ rank: Int) -> Double {
      Double(scores.count { $0.firstRank.map { $0 <= rank } ?? false })
    }
    set(.success1, sum: within(1), over: judged)
    set(.success5, sum: within(5), over: judged)
    set(.reciprocalRank, sum: scores.reduce(0) { $0 + $1.reciprocalRank }, over: judged)
    set(.gain, sum: scores.reduce(0) { $0 + $1.gain }, over: judged)
    set(.recall, sum: scores.reduce(0) { $0 + $1.recall }, over: judged)
  }

  private mutating func addAnswers(_ outcomes: [QuestionOutcome]) {
    answerable = outcomes.count
    let scores = outcomes.compactMap(\.score)
    func share(_ measure: Measure, _ isCounted: (QuestionOutcome) -> Bool) {
      set(measure, sum: Double(outcomes.count(where: isCounted)), over: answerable)
    }
    share(.snippet1) { $0.score?.snippetRank == 1 }
    share(.snippet3) { $0.score?.snippetRank != nil }
    share(.exact) { $0.score?.isExact == true }
    set(.f1, sum: scores.reduce(0) { $0 + $1.f1 }, over: answerable)
    share(.given) { $0.score?.isGiven == true }
    share(.answered) { $0.answer.verdict == .answered }
    share(.answeredRight) { $0.answer.verdict == .answered && $0.score?.snippetRank == 1 }
    let words = outcomes.compactMap(\.snippetWords).sorted()
    set(.snippetWords, sum: Double(words.reduce(0, +)), over: words.count)
    if let last = words.indices.last {
      values[.longestWords] = Double(words[Int(0.95 * Double(last))])
    }
  }

  private mutating func addVerdicts(_ outcomes: [QuestionOutcome]) {
    let without = outcomes.filter { $0.question.expectation == .none }
    unanswerable = without.count
    set(.refused, sum: Double(without.count { $0.isRight == true }), over: unanswerable)
    let order = SupportOrder(
      outcomes.filter { $0.question.expectation != .unknown }.map {
        SupportOrder.Entry(
          support: $0.answer.support, isAnswerable: $0.score != nil,
          isRight: $0.score?.snippetRank == 1)
      })
    set(.auc, order.areaUnderCurve)
    set(.coverage, order.coverage(atRight: 0.8))
    calibration = order.calibration
  }

  private mutating func set(_ measure: Measure, sum: Double, over count: Int) {
    set(measure, count == 0 ? nil : sum / Double(count))
  }

  private mutating func set(_ measure: Measure, _ value: Double?) {
    values[measure] = value?.rounded(places: measure.places)
  }
}
