import JSON
import TestSupport
import Testing

/// Tests of questions that are narrowed to documents by their metadata.
struct FilterTests {
  private static func note(_ author: String, _ tag: String, _ date: String, _ cost: String)
    -> String
  {
    "---\ntitle: Bridge report by \(author)\nauthor: \(author)\ndate: \(date)\ntags: [\(tag), report]\n"
      + "---\n\nThe bridge cost \(cost) dollars to repair.\n"
  }

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder([
      "docs/a.md": Self.note("Dewi Lestari", "city/roads", "2025-03-01", "100"),
      "docs/b.md": Self.note("Sari Utami", "budget", "2026-03-01", "200"),
    ])
    folder.write(
      "docs/c.jsonl",
      #"{"_id": "c", "text": "The bridge cost 300 dollars to repair.", "tags": ["old", "Roads"]}"#
        + "\n")
    #expect(try RunningProgram.run(["index", "-q", "docs"], in: folder).status == 0)
    return folder
  }

  private static let cases: [(options: [String], words: String, documents: [String])] = [
    (["--author", "dewi"], "author:dewi", ["docs/a.md"]),
    (
      ["--author", "dewi", "--author", "sari"], "author:dewi author:sari",
      ["docs/a.md", "docs/b.md"]
    ),
    (["--tag", "city"], "tag:city", ["docs/a.md"]), (["--tag", "#roads"], "tag:#roads", ["c"]),
    (["--tag", "report", "--author", "Utami"], "tag:report author:Utami", ["docs/b.md"]),
    (["--title", "by sari"], #"title:"by sari""#, ["docs/b.md"]),
    (["--before", "2026"], "before:2026", ["docs/a.md"]),
    (
      ["--since", "2025-02", "--before", "2026-03-01"], "since:2025-02 before:2026-03-01",
      ["docs/a.md"]
    ),
    (["--in", "*.md", "--since", "2026"], "in:*.md since:2026", ["docs/b.md"]),
  ]

  private func documents(_ json: String) throws -> Set<String> {
    let citations = try JSONValue(parsing: json)["citations"]?.array ?? []
    return Set(
      citations.flatMap { citation in
        [citation["document"]?.string ?? ""] + (citation["also"]?.array ?? []).compactMap(\.string)
      })
  }

  @Test(
    "options, words of the question and the tools of the server narrow alike",
    arguments: cases.indices)
  func narrows(number: Int) throws {
    let (options, words, expected) = Self.cases[number]
    let folder = try folder()
    let question = "How much did the bridge cost to repair?"
    let byOption = try RunningProgram.run(
      ["ask", "--json", "--top", "9"] + options + [question], in: folder)
    #expect(try documents(byOption.output) == Set(expected), "\(byOption)")
    let byWord = try RunningProgram.run(
      ["ask", "--json", "--top", "9", "\(words) \(question)"], in: folder)
    #expect(try documents(byWord.output) == Set(expected), "\(byWord)")
    let batch = try RunningProgram.run(
      ["batch", "--top", "9"], input: "\(question) \(words)\n\(question)\n", in: folder)
    let lines = batch.output.split(separator: "\n").map(String.init)
    try #require(lines.count == 2)
    #expect(try documents(lines[0]) == Set(expected))
    #expect(try documents(lines[1]).count == 3)
  }

  @Test("conditions that no document meets are said, and other lines of a batch go on")
  func admitsNothing() throws {
    let folder = try folder()
    for arguments in [
      ["ask", "--author", "Nobody", "How much?"], ["ask", "author:Nobody how much?"],
    ] {
      let result = try RunningProgram.run(arguments, in: folder)
      #expect(result.status == 2 && result.output == "")
      #expect(result.errors.contains(":author Nobody"), "\(result.errors)")
    }
    let batch = try RunningProgram.run(
      ["batch"], input: "tag:none what cost?\nWhat did the bridge cost?\n", in: folder)
    let lines = batch.output.split(separator: "\n")
    #expect(batch.status == 2 && lines.count == 2)
    #expect(lines.first?.contains("\"error\"") == true && lines.last?.contains("citations") == true)
  }

  @Test("the shell narrows by commands, and a question by its own words")
  func shell() throws {
    let folder = try folder()
    let result = try RunningProgram.run(
      [],
      input:
        ":author dewi\n:before 2025\n:all\ntag:budget How much did the bridge cost?\n:tag city\n"
        + "author:sari how much?\n",
      in: folder)
    #expect(result.output.contains("Asking 1 of 3 documents (:author dewi)"), "\(result.output)")
    #expect(result.errors.contains("no document matches :author dewi :before 2025"))
    #expect(result.output.contains("docs/b.md:8") && result.output.contains("(:tag city)"))
    #expect(
      result.errors.contains("no document matches :author sari :tag city"), "\(result.errors)")
    #expect(result.status == 2)
  }
}
