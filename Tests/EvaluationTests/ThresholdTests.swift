import Evaluation
import Testing

@Suite struct ThresholdTests {
  @Test(
    "a threshold is a measure, a relation and a number",
    arguments: [
      ("snippet@1>=0.9", Threshold(.snippet1, .atLeast, 0.9)),
      ("answered right > .5", Threshold(.answeredRight, .above, 0.5)),
      ("words/snippet<=40", Threshold(.snippetWords, .atMost, 40)),
      ("share at 80 %<1", Threshold(.coverage, .below, 1)),
    ])
  func reads(text: String, threshold: Threshold) {
    #expect(Threshold(text) == threshold)
  }

  @Test(
    "anything else is none",
    arguments: [
      "", "snippet@1", "snippet@2>=1", "snippet@1>=", "snippet@1=1", "F1>=x", ">=1", "F1>=nan",
    ])
  func refuses(text: String) {
    #expect(Threshold(text) == nil)
  }

  @Test(
    "a figure meets it or not; without a figure there is nothing to say",
    arguments: [
      ("snippet@1>=0.5", true), ("snippet@1>0.5", false), ("snippet@1<=0.5", true),
      ("snippet@1<0.5", false), ("snippet@1>=0.51", false), ("refused>=0", nil),
    ] as [(String, Bool?)])
  func compares(text: String, isMet: Bool?) throws {
    let figures = Figures([.answerable(right: true), .answerable(right: false)])
    #expect(try #require(Threshold(text)).isMet(by: figures) == isMet)
  }
}
