import ArgumentParser
import Testing

@testable import Commands

@Suite("Commands that are parsed for themselves") struct RootCommandTests {
  @Test(
    "are those that the whole tree parses",
    arguments: [
      [], ["ask", "--explain", "Who?"], ["ask", "--in", "a*", "--in", "b", "--since=2026", "x"],
      ["batch", "-", "--retrieve", "-k", "5", "--weighting", "bm25"], ["batch"],
      ["status", "--json", "--index", "a"], ["glossary", "word"], ["completion", "zsh"],
      ["index", "--memory", "1G", "a", "b"], ["--quiet", "--no-history"], ["shell", "-q"],
      ["ask", "--", "--version"],
    ])
  func parseAlike(arguments: [String]) throws {
    let alone = try RootCommand.command(of: arguments)
    let whole = try RootCommand.parseAsRoot(arguments)
    #expect(type(of: alone) == type(of: whole))
    #expect("\(alone)" == "\(whole)")
  }

  @Test(
    "leave help, version and errors to the whole tree",
    arguments: [
      ["--version"], ["--help"], ["ask", "--help"], ["ask", "-h"], ["ask", "--version"],
      ["help", "ask"], ["status", "help"], ["status", "--colour"], ["batch", "--threads", "0"],
      ["who", "is", "it"], ["asks"], ["shell", "x"],
    ])
  func fail(arguments: [String]) throws {
    func message(_ parse: ([String]) throws -> any ParsableCommand) throws -> String {
      do {
        // Only arguments that ask for help are parsed without an error.
        var command = try parse(arguments)
        try command.run()
        return ""
      } catch {
        return RootCommand.fullMessage(for: error)
      }
    }
    let told = try message(RootCommand.command)
    #expect(!told.isEmpty)
    #expect(told == (try message { try RootCommand.parseAsRoot($0) }))
  }
}
