import Testing

@testable import Commands

struct NumberChoiceTests {
  @Test(
    "numbers of documents and citations",
    arguments: [
      ("1", [1], []), ("1,3", [1, 3], []), ("2-4 9", [2, 3, 4, 9], []), ("[1],[3]", [], [1, 3]),
      ("5 [2]", [5], [2]),
    ])
  func readsNumbers(text: String, numbers: [Int], citations: [Int]) throws {
    let choice = try #require(NumberChoice(text))
    #expect(choice.numbers == numbers && choice.citations == citations)
  }

  @Test(
    "other words are no numbers",
    arguments: ["", "a", "1,b", "0", "4-2", "1-", "-1", "[", "[]", "1-999999999"])
  func refusesNumbers(text: String) { #expect(NumberChoice(text) == nil) }
}
