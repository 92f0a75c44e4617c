import Evaluation
import Testing

@Suite struct NormalizedTextTests {
  @Test(
    "case, punctuation, articles and white space do not count; % and $ do",
    arguments: [
      ("The  quick, brown fox.", "quick brown fox"),
      ("A.I.", "ai"),
      ("an apple a day", "apple day"),
      ("\tUS$600\u{A0}billion\n", "us$600 billion"),
      ("97%", "97%"),
      ("state-of-the-art", "stateoftheart"),
      ("“Élan”", "“élan”"),
      ("?!…", "…"),
      ("the", ""),
      ("x\u{1C}y", "x y"),
    ])
  func normalizes(text: String, expected: String) {
    let words = NormalizedText(text).words.map { String(decoding: $0, as: UTF8.self) }
    #expect(words.joined(separator: " ") == expected)
  }

  @Test(
    "an answer may stand in the middle of words, but in one piece",
    arguments: [
      ("It has 12 million talents.", "12 Million", true),
      ("It has 112 millions.", "12 million", true),
      ("12 of them, a million", "12 million", false),
      ("It was a Wednesday.", "Wednesday, 17 December", false),
      ("short", "shorter", false),
      ("anything", "the", true),
    ])
  func contains(text: String, answer: String, isThere: Bool) {
    #expect(NormalizedText(text).contains(NormalizedText(answer)) == isThere)
  }

  @Test("only so many words count as white space divides them, articles and all")
  func limit() {
    #expect(NormalizedText("the one, - two three", limit: 4).words.count == 2)
  }

  @Test(
    "overlap of words is precision and recall in one",
    arguments: [
      ("12 million", "12 million", 1.0),
      ("up to 12 million", "12 million", 2.0 * 2 / 6),
      ("Jakarta", "Bandung", 0),
      ("the the", "a", 0),
      ("one one two", "one two two", 2.0 * 2 / 6),
    ] as [(String, String, Double)])
  func overlap(given: String, expected: String, f1: Double) {
    #expect(NormalizedText(given).f1(against: NormalizedText(expected)) == f1)
  }
}
