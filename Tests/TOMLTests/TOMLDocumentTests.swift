import TOML
import TestSupport
import Testing

struct TOMLDocumentTests {
  private func settings(_ text: String) throws -> [String] {
    try TOMLDocument(parsing: Array(text.utf8)).settings
      .map { "\($0.line) \($0.path.joined(separator: "/")) \($0.value)" }
  }

  @Test("tables, keys and values are read with their lines")
  func reads() throws {
    let text = """
      \u{FEFF}# a comment
      top = 5 # another
      "a key" = 'C:\\x'

      [libraries . office]
      index = "~/office\\t\\u00e9\\\\"\r
      sources = [
        "a", # first
        'b',
      ]
      on = true
      less = -3

      [ libraries.'at home' ]
      on = false
      none = []
      """
    #expect(
      try settings(text) == [
        "2 top integer(5)", #"3 a key string("C:\\x")"#,
        #"6 libraries/office/index string("~/office\té\\")"#,
        #"7 libraries/office/sources array([TOML.TOMLDocument.Value.string("a"), TOML.TOMLDocument.Value.string("b")])"#,
        "11 libraries/office/on boolean(true)", "12 libraries/office/less integer(-3)",
        "15 libraries/at home/on boolean(false)", "16 libraries/at home/none array([])",
      ])
  }

  @Test(
    "what is wrong is told with its line",
    arguments: [
      ("= 1", .expectedKey, 1), ("a", .expectedEquals, 1), ("\na b = 1", .expectedEquals, 2),
      ("a =", .expectedValue, 1), ("a = yes", .expectedValue, 1), ("a = 0x10", .expectedValue, 1),
      ("a = 1 2", .expectedLineEnd, 1), ("[a] b = 1", .expectedLineEnd, 1),
      ("[a", .expectedBracket, 1), ("[]", .expectedKey, 1), ("a = [1 2]", .expectedBracket, 1),
      ("a = [\n1,\n", .expectedValue, 3), ("a = \"b\nc\"", .unclosedString, 1),
      ("a = 'b", .unclosedString, 1), (#"a = "\x""#, .unknownEscape, 1),
      (#"a = "\ud800""#, .unknownEscape, 1), (#"a = "\u+123""#, .unknownEscape, 1),
      ("a = \"\u{1}\"", .controlCharacter, 1), ("a = 1 \u{1}", .controlCharacter, 1),
      ("a = 01", .badInteger, 1), ("a = 99999999999999999999", .badInteger, 1),
      ("a = 1\na = 2", .repeated("a"), 2), ("[a]\n[b]\n[a]", .repeated("a"), 3),
      ("a = 1\n[a]\nb = 2", .repeated("a.b"), 3), ("a = 2026-01-01", .unsupported(.date), 1),
      ("a = 10:00:00", .unsupported(.date), 1), ("a = 1.5", .unsupported(.fraction), 1),
      ("a = {b = 1}", .unsupported(.inlineTable), 1), ("[[a]]", .unsupported(.arrayOfTables), 1),
      ("a = \"\"\"b\"\"\"", .unsupported(.longString), 1), ("a.b = 1", .unsupported(.dottedKey), 1),
      ("a = [[[[[[[[[1]]]]]]]]]", .nestedTooDeeply, 1),
    ] as [(String, TOMLError.Kind, Int)])
  func refuses(text: String, kind: TOMLError.Kind, line: Int) {
    #expect(throws: TOMLError(kind, line: line)) {
      try TOMLDocument(parsing: Array(text.utf8))
    }
  }

  @Test("bytes that are no UTF-8 are refused with their line")
  func refusesBytes() {
    #expect(throws: TOMLError(.notUTF8, line: 2)) {
      try TOMLDocument(parsing: Array("a = 1\nb = \"".utf8) + [0xFF])
    }
  }
}

@Suite("Fuzzed TOML") struct FuzzTests {
  private static let inputs = [
    "# c\n[libraries.work]\nindex = \"~/w\\u00e9\"\nsources = ['a', \"b\"]\non = true\n",
    "top = 5\n\"q k\" = 'literal'\nnumbers = [-1, [2, 3]]\n",
  ].map { Array($0.utf8) }

  @Test func documents() {
    let outcome = Fuzzing("toml", Self.inputs).run { bytes throws(TOMLError) in
      _ = try TOMLDocument(parsing: Array(bytes))
    }
    #expect(outcome.isTelling)
  }
}
