import TOML
import Testing

@testable import Commands

struct ConfigurationEditTests {
  @Test(
    "a setting is replaced, added to its table or in a new one, or removed, and the rest stays",
    arguments: [
      ("", "5", "[defaults]\ntop = 5\n"),
      (
        "# mine\n[shell]\nwidth = 60\n", "5", "# mine\n[shell]\nwidth = 60\n\n[defaults]\ntop = 5\n"
      ),
      (
        "[defaults] # d\ntop = 3 # t\ncolor = 'never'\n", "5",
        "[defaults] # d\ntop = 5\ncolor = 'never'\n"
      ),
      ("[ defaults ]\n\n[shell]\n", "5", "[ defaults ]\ntop = 5\n\n[shell]\n"),
      ("[shell]\ntop = 9\n[defaults]", "5", "[shell]\ntop = 9\n[defaults]\ntop = 5\n"),
      ("[defaults]\ntop = 3\n", nil, "[defaults]\n"), ("[shell]\n", nil, "[shell]\n"),
    ] as [(String, String?, String)])
  func edits(text: String, value: String?, expected: String) {
    #expect(ConfigurationEdit.text(text, setting: .top, to: value) == expected)
  }

  @Test("a quoted text is read as it was", arguments: ["plain", #"a "b" \c"#, "é"])
  func quotes(text: String) throws {
    let line = Array("a = \(ConfigurationEdit.quoted(text))".utf8)
    #expect(try TOMLDocument(parsing: line).settings.first?.value == .string(text))
  }
}
