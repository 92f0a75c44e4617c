import Evaluation
import Testing

@Suite struct FiguresTests {
  @Test(
    "AUC counts pairs in the right order, ties half",
    arguments: [
      ([0.9, 0.8], [0.1, 0.2], 1.0),
      ([0.1, 0.2], [0.9, 0.8], 0),
      ([0.5, 0.5], [0.5, 0.5, 0.5], 0.5),
      ([0.9, 0.5], [0.5, 0.1], 0.875),
      ([0.5, 0.2], [0.5, 0.3], 0.375),
      ([1], [0, 1, 1], 0.6667),
    ] as [([Double], [Double], Double)])
  func auc(answerable: [Double], others: [Double], expected: Double) {
    let outcomes =
      answerable.map { QuestionOutcome.answerable(right: true, support: $0) }
      + others.map { QuestionOutcome.unanswerable(support: $0) }
    #expect(Figures(outcomes)[.auc] == expected)
    #expect(Figures(outcomes.reversed())[.auc] == expected)
  }

  @Test(
    "the share at 80 % is as far as four of five are right; a tie goes as a whole",
    arguments: [
      ([(0.9, true), (0.8, true), (0.7, true), (0.6, true), (0.5, false)], 1.0),
      ([(0.9, true), (0.8, false), (0.7, false), (0.6, false)], 0.25),
      ([(0.9, false), (0.8, true), (0.7, true), (0.6, true), (0.5, true)], 1),
      ([(0.9, true), (0.5, false), (0.5, true), (0.5, true)], 0.25),
      ([(0.9, false)], 0),
    ] as [([(Double, Bool)], Double)])
  func coverage(questions: [(Double, Bool)], expected: Double) {
    let outcomes = questions.map { QuestionOutcome.answerable(right: $1, support: $0) }
    #expect(Figures(outcomes)[.coverage] == expected)
    #expect(Figures(outcomes.reversed())[.coverage] == expected)
  }

  @Test("questions without an answer are wrong at whatever support in the share at 80 %")
  func coverageWithUnanswerable() {
    let figures = Figures([
      .answerable(right: true, support: 0.9), .unanswerable(support: 0.8),
      .answerable(right: true, support: 0.7),
    ])
    #expect(figures[.coverage] == 0.3333)
  }

  @Test("the calibration has a row for each tenth of the questions, and ties count as a whole")
  func calibration() {
    let outcomes = (0..<20).map {
      QuestionOutcome.answerable(right: $0 < 10, support: 1 - Double($0) / 100)
    }
    let points = Figures(outcomes.shuffled()).calibration
    #expect(points.count == 10)
    #expect(points.first == CalibrationPoint(answered: 0.1, support: 0.99, right: 1))
    #expect(points.last == CalibrationPoint(answered: 1, support: 0.81, right: 0.5))
    let tie = Figures([
      .answerable(right: true, support: 0.9), .unanswerable(support: 0.2),
      .answerable(right: true, support: 0.2), .answerable(right: false, support: 0.1),
    ])
    #expect(
      tie.calibration == [
        CalibrationPoint(answered: 0.25, support: 0.9, right: 1),
        CalibrationPoint(answered: 0.75, support: 0.2, right: 2.0 / 3),
        CalibrationPoint(answered: 1, support: 0.1, right: 0.5),
      ])
    #expect(Figures([]).calibration.isEmpty)
  }

  @Test("shares are of the questions that they are about")
  func shares() {
    let figures = Figures([
      .answerable(right: true), .answerable(right: true), .answerable(right: false),
      .unanswerable(refused: true), .unanswerable(refused: false),
      QuestionOutcome(EvaluationQuestion(text: "?"), answer: .citing("x")),
    ])
    #expect(figures.answerable == 3 && figures.unanswerable == 2 && figures.judged == 0)
    #expect(figures[.snippet1] == 0.6667)
    #expect(figures[.answeredRight] == 0.6667)
    #expect(figures[.answered] == 1)
    #expect(figures[.refused] == 0.5)
    #expect(figures[.success1] == nil)
  }

  @Test("snippets are as long as white space counts words, the mean with one decimal")
  func snippetLengths() {
    let snippets = ["one", "one two", "one - two, three"]
    let figures = Figures(
      snippets.map {
        QuestionOutcome(EvaluationQuestion(text: "?", answers: ["x"]), answer: .citing($0))
      })
    #expect(figures[.snippetWords] == 2.3)
    #expect(figures[.longestWords] == 2)
  }

  @Test("citations of all questions count as verbatim or not")
  func verbatim() {
    let figures = Figures([
      QuestionOutcome(
        EvaluationQuestion(text: "?"), answer: .citing("a", "b"), isVerbatim: [true, false]),
      QuestionOutcome(
        EvaluationQuestion(text: "!"), answer: .citing("c"), isVerbatim: [true]),
    ])
    #expect(figures[.verbatim] == 0.6667)
  }

  @Test("figures are rounded as printf rounds: to the nearest, halves to the even digit")
  func rounding() {
    // 1/32 = 0.03125 and 3/32 = 0.09375 are exact ties.
    func success(_ right: Int, of count: Int) -> Double? {
      Figures((0..<count).map { .answerable(right: $0 < right) })[.snippet1]
    }
    #expect(success(1, of: 32) == 0.0312)
    #expect(success(3, of: 32) == 0.0938)
    #expect(success(2, of: 3) == 0.6667)
    // As doubles, 1/20000 is slightly more than half a step, and 3/20000 slightly less than one and
    // a half.
    #expect(success(1, of: 20000) == 0.0001)
    #expect(success(3, of: 20000) == 0.0001)
  }

  @Test("no question, no figure")
  func nothing() {
    #expect(Figures([]).values.isEmpty)
  }
}
