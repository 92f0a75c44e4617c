/// Questions in descending order of their support, which shows how well it distinguishes right
/// answers from others.
package struct SupportOrder {
  package struct Entry {
    var support: Double
    /// A Boolean value that indicates whether the question has an answer.
    var isAnswerable: Bool
    /// A Boolean value that indicates whether the first snippet contains it.
    var isRight: Bool

    package init(support: Double, isAnswerable: Bool, isRight: Bool) {
      self.support = support
      self.isAnswerable = isAnswerable
      self.isRight = isRight
    }
  }

  private let entries: [Entry]

  package init(_ entries: [Entry]) { self.entries = entries.sorted { $0.support > $1.support } }

  /// The area under the ROC curve: the probability that a question with an answer has more support
  /// than one without, where ties count half (Mann–Whitney, by mean ranks). It is nil unless there
  /// are questions of both kinds.
  package var areaUnderCurve: Double? {
    let answerable = entries.count(where: \.isAnswerable)
    let others = entries.count - answerable
    guard answerable > 0, others > 0 else { return nil }
    var sum = 0.0
    for tie in ties {
      let rank = Double(entries.count) - Double(tie.lowerBound + tie.upperBound - 1) / 2
      sum += rank * Double(entries[tie].count(where: \.isAnswerable))
    }
    return (sum - Double(answerable * (answerable + 1)) / 2) / Double(answerable * others)
  }

  /// Returns the largest share of questions that can be answered, best supported first, such that
  /// at least `share` of them are right, or nil if there are no questions. Questions of equal
  /// support are answered together or not at all.
  func coverage(atRight share: Double) -> Double? {
    guard !entries.isEmpty else { return nil }
    var right = 0
    var best = 0
    for tie in ties {
      right += entries[tie].count(where: \.isRight)
      if Double(right) >= share * Double(tie.upperBound) { best = tie.upperBound }
    }
    return Double(best) / Double(entries.count)
  }

  /// The share of right answers if about one tenth, two tenths … of the questions are answered,
  /// best supported first. Questions of equal support are answered together, so that there may be
  /// fewer than ten rows.
  var calibration: [CalibrationPoint] {
    var points: [CalibrationPoint] = []
    var right = 0
    var tenth = 1
    for tie in ties {
      right += entries[tie].count(where: \.isRight)
      let answered = tie.upperBound
      guard answered * 10 >= entries.count * tenth else { continue }
      points.append(
        CalibrationPoint(
          answered: Double(answered) / Double(entries.count),
          support: entries[tie.lowerBound].support, right: Double(right) / Double(answered)))
      tenth = answered * 10 / entries.count + 1
    }
    return points
  }

  /// The ranges of questions with equal support.
  private var ties: [Range<Int>] {
    var ties: [Range<Int>] = []
    var start = 0
    for index in entries.indices
    where index + 1 == entries.count || entries[index + 1].support != entries[index].support {
      ties.append(start..<index + 1)
      start = index + 1
    }
    return ties
  }
}
