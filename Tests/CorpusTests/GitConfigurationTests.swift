import Platform
import TestSupport
import Testing

@testable import Corpus

@Suite("The user's git configuration") struct GitConfigurationTests {
  @Test(
    "core.excludesFile is found however it is spelt",
    arguments: [
      ("[core]\n\texcludesFile = /a/b\n", "/a/b"), ("[CORE]\nEXCLUDESFILE=~/x y  # c\n", "~/x y"),
      ("[core]\nexcludesfile = \"/a #b\" ; c\r\n", "/a #b"), ("[user]\nexcludesfile = /a\n", nil),
      ("[core]\nexcludesfile = /a\n[core]\n  excludesfile = /b\n", "/b"), ("", nil),
      ("[core\nexcludesfile", nil), ("[core]\nexcludesfile = a\\\\b\n", "a\\b"),
      ("[core \"x\"]\nexcludesfile = /a\n", nil),
    ] as [(String, String?)])
  func value(text: String, expected: String?) {
    #expect(GitConfiguration.excludesFile(in: text) == expected)
  }

  @Test("the user's file decides, then git's own place; a relative path counts for nothing")
  func places() throws {
    let folder = try TemporaryFolder()
    let environment = Environment(["HOME": folder.path])
    #expect(
      GitConfiguration.excludesFile(environment: environment) == folder.path + "/.config/git/ignore"
    )
    folder.write(".config/git/config", "[core]\nexcludesFile = /first\n")
    #expect(GitConfiguration.excludesFile(environment: environment) == "/first")
    folder.write(".gitconfig", "[core]\nexcludesFile = ~/second\n")
    #expect(GitConfiguration.excludesFile(environment: environment) == folder.path + "/second")
    folder.write(".gitconfig", "[core]\nexcludesFile = third\n")
    #expect(GitConfiguration.excludesFile(environment: environment) == nil)
    #expect(GitConfiguration.excludesFile(environment: Environment([:])) == nil)
  }
}
