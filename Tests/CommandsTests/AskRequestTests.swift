import ArgumentParser
import Testing

@testable import Commands

struct AskRequestTests {
  @Test(
    "the plain reader reads as ArgumentParser does, or leaves it to it",
    arguments: [
      ["Who?"], ["Who", "is", "it?"], [], ["--json", "Who?"], ["Who?", "--json", "-q"],
      ["--index", "a b", "Who?"], ["-k", "5", "Who?"], ["--top", "100000", "Who?"],
      ["-l", "id", "Siapa?"], ["--language", "auto", "Who?"], ["Who?", "--quiet", "is", "it?"],
      [""],
      ["--index", "a", "--index", "b", "x"], ["-k", "1", "-k", "2", "x"],
      ["--weighting", "bm25", "--k1", "0.9", "--b", "0.4", "--fields", "joined", "x"],
      ["--weighting", "tfidf", "x"], ["--weighting", "default", "--fields", "weighted", "x"],
      ["--k1", "1e3", "--b", "1", "x"],
    ])
  func readsAlike(arguments: [String]) throws {
    let plain = try #require(AskRequest(plain: arguments))
    #expect(try AskCommand.parse(arguments).request == plain)
  }

  @Test(
    "what is not plain is left to ArgumentParser",
    arguments: [
      ["--explain", "x"], ["-x"], ["--top", "0", "x"], ["--top", "x"], ["--top"], ["--index"],
      ["--index", "--json", "x"], ["--help"], ["--", "-x"], ["--top=3", "x"],
      ["-l", "English", "x"], ["--weighting", "bm26", "x"], ["--weighting"], ["--k1", "-1", "x"],
      ["--k1", "inf", "x"], ["--b", "1.5", "x"], ["--b", "nan", "x"], ["--fields", "title", "x"],
    ])
  func leaves(arguments: [String]) {
    #expect(AskRequest(plain: arguments) == nil)
  }
}
