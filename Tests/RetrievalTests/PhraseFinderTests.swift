import Testing

@testable import Retrieval

@Suite("Exact phrases in texts") struct PhraseFinderTests {
  @Test(
    "finds words that stand side by side, however they are written",
    arguments: [
      ("to be or not to be", "To be, or not to be: that is the question", true),
      ("a b a c", "a b a b a c", true),
      ("a a b", "a a a b", true),
      ("a a b", "a b a a c b", false),
      ("new york", "York, New", false),
      ("new york", "New\nYORK’s", true),
    ])
  func finds(_ phrase: String, _ text: String, _ isThere: Bool) {
    var finder = PhraseFinder([phrase.split(separator: " ").map(String.init)])
    finder.begin()
    finder.look(in: text)
    #expect(finder.hasAll == isThere)
  }

  @Test("wants every phrase, each within one text, and forgets between passages")
  func several() {
    var finder = PhraseFinder([["red", "house"], ["old", "tree"]])
    finder.begin()
    finder.look(in: "a red house, an old")
    finder.look(in: "tree")
    #expect(!finder.hasAll)
    finder.look(in: "the old tree")
    #expect(finder.hasAll)
    finder.begin()
    finder.look(in: "the old tree")
    #expect(!finder.hasAll)
  }
}
