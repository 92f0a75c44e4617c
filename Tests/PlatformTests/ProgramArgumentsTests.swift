import Platform
import Testing

struct ProgramArgumentsTests {
  @Test("the arguments are those that the system has, without asking it for a file")
  func words() {
    #expect(!CommandLine.arguments.isEmpty)
    #expect(ProgramArguments.words == Array(CommandLine.arguments.dropFirst()))
  }
}
