import Testing

/// README.id.md says in Indonesian what README.md says: the same parts in the same order.
@Suite struct TranslatedReadmeTests {
  @Test("the Indonesian README has the structure of the English one")
  func structure() throws {
    let english = Self.outline(of: try Repository.contents(of: "README.md"))
    let indonesian = Self.outline(of: try Repository.contents(of: "README.id.md"))
    try #require(english.count > 100)
    for (index, (one, other)) in zip(english, indonesian).enumerated() {
      try #require(one == other, "part \(index + 1)")
    }
    #expect(english.count == indonesian.count)
  }

  @Test("an outline keeps what a translation may not change")
  func outlineKeepsFacts() {
    let page = "## Head\nSome text.\n\n| `--json` | words |\n- item\n```sh\ntanya ask  # why\n```\n"
    #expect(
      Self.outline(of: page) == [
        "##", "text", "", "| --json", "-", "```sh", "tanya ask", "```",
      ])
    #expect(Self.outline(of: page) != Self.outline(of: page + "\n"))
    #expect(
      Self.outline(of: page) != Self.outline(of: page.replacing("--json", with: "--format")))
  }

  /// A line for each line of a page, with only what a translation leaves as it is: the level of a
  /// heading, the code of a table's first cell, lines of code without their comments.
  static func outline(of page: String) -> [String] {
    var isCode = false
    return page.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { line in
      if line.hasPrefix("```") {
        isCode.toggle()
        return String(line)
      }
      if isCode { return withoutComment(line) }
      if line.hasPrefix("#") { return String(line.prefix { $0 == "#" }) }
      if line.hasPrefix("|") {
        let cell = line.dropFirst().prefix { $0 != "|" }
        let parts = cell.split(separator: "`", omittingEmptySubsequences: false)
        let codes = parts.enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
        return "| " + codes.joined(separator: " ")
      }
      if line.hasPrefix("- ") { return "-" }
      if line.hasPrefix("<!--") || line.hasPrefix("    ") { return String(line) }
      return line.isEmpty ? "" : "text"
    }
  }

  /// A line of a shell up to a comment that two spaces precede.
  private static func withoutComment(_ line: Substring) -> String {
    var code = line.firstRange(of: "  #").map { line[..<$0.lowerBound] } ?? line
    while code.last == " " { code.removeLast() }
    return String(code)
  }
}
