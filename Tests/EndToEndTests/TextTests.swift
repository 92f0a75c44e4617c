import Glibc
import JSON
import TestSupport
import Testing

/// Tests of `tanya text`, and of the places of quotations from converted files.
struct TextTests {
  private static let page = """
    <html><head><title>The dam</title></head>
    <body>

    <p>A first paragraph.</p>

    <p>The dam of Vik was opened in 1950.</p></body></html>
    """
  private static let rows = "place,opened\nThe mill of Vik,1933\nThe inn of Vik,1871\n"

  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder(["docs/page.html": Self.page, "docs/rows.csv": Self.rows])
    #expect(try run("index", "docs").status == 0)
  }

  private func run(_ arguments: String...) throws -> RunningProgram.Result {
    try RunningProgram.run(arguments, in: folder)
  }

  private func citation(_ question: String) throws -> JSONValue {
    let answer = try JSONValue(parsing: try run("ask", "--json", question).output)
    return try #require(answer["citations"]?.array?.first)
  }

  @Test(
    "the bytes of a quotation are bytes of the text",
    arguments: [
      ("When was the dam of Vik opened?", "page.html"),
      ("When was the inn of Vik opened?", "rows.csv"),
    ])
  func bytes(question: String, name: String) throws {
    let citation = try citation(question)
    #expect(citation["document"]?.string == "docs/" + name)
    let text = try run("text", "docs/" + name).output
    let range = try #require(citation["bytes"]?.array).compactMap(\.integer)
    let quoted = Array(text.utf8)[range[0]..<range[1]]
    #expect(String(decoding: quoted, as: UTF8.self) == citation["snippet"]?.string)
  }

  @Test("a page's lines are those of the text made of it, and so are not given")
  func lines() throws {
    let citation = try citation("When was the dam of Vik opened?")
    #expect(citation["lines"]?.isNull == true)
    #expect(citation["source_state"]?.string == "unchanged")
    let shown = try run("ask", "When was the dam of Vik opened?").output
    #expect(shown.contains("docs/page.html") && !shown.contains("page.html:"), "\(shown)")
    let table = try run("ask", "--format", "tsv", "When was the dam of Vik opened?").output
    #expect(table.contains("\tdocs/page.html\t\t"), "\(table)")
    let place = try run("ask", "--format", "vimgrep", "When was the dam of Vik opened?").output
    #expect(place.hasPrefix("docs/page.html:1:1: "), "\(place)")
  }

  @Test("a page that was merely touched holds its quotation unchanged")
  func touched() throws {
    var times = [timespec](repeating: timespec(tv_sec: 1_000_000_000, tv_nsec: 0), count: 2)
    utimensat(AT_FDCWD, folder.path + "/docs/page.html", &times, 0)
    let citation = try citation("When was the dam of Vik opened?")
    #expect(citation["source_state"]?.string == "unchanged")
    #expect(try run("status").output.contains("none since it was indexed"))
    #expect(try run("index").errors.contains("is up to date"))
  }

  @Test("places come with lines and bytes, in rows and as JSON")
  func places() throws {
    let lines = try run("text", "--places", "docs/rows.csv").output.split(separator: "\n")
    #expect(lines.contains("18\t3\trow 2\tplace: The mill of Vik · opened: 1933"), "\(lines)")
    let object = try JSONValue(parsing: try run("text", "--json", "docs/rows.csv").output)
    #expect(object["document"]?.string == "rows.csv")
    #expect(object["text"]?.string?.contains("The inn of Vik") == true)
    #expect(object["places"]?.array?.first?["place"]?["row"]?.integer == 1)
    #expect(object["places"]?.array?.first?["step"]?.integer == 2)
  }

  @Test("what cannot be read is an error with its reason")
  func errors() throws {
    folder.write("docs/a.txt", [0x61, 0, 0x62])
    for (name, words) in [
      ("docs/a.txt", "binary"), ("docs", "directory"), ("docs/none", "No such file"),
    ] {
      let result = try run("text", name)
      #expect(result.status == 2 && result.output.isEmpty)
      #expect(result.errors.contains(words), "\(result.errors)")
    }
  }

  @Test("what was skipped is given by its path, and counted by reason")
  func skipped() throws {
    folder.write("docs/bad.txt", [0x61, 0x81, 0x28])
    folder.write("docs/c.jsonl", "{\"_id\": \"1\", \"text\": \"x\"}\nno\n")
    folder.write("docs/cut.docx", [0x50, 0x4B, 3, 4, 1, 2, 3])
    folder.write("docs/empty.txt", "")
    let summary = try JSONValue(parsing: try run("index", "--json").output)
    let skipped = try #require(summary["skipped"]?.array)
    let status = try JSONValue(parsing: try run("status", "--json").output)
    #expect(status["skipped"]?.array == skipped)
    for entry in skipped {
      let path = try #require(entry["path"]?.string)
      #expect(access(path, F_OK) == 0, "\(path)")
    }
    let lines = skipped.filter { $0["line"] != nil }
    #expect(lines.map { $0["line"]?.integer } == [2])
    #expect(summary["skipped_by_reason"]?["without words"]?.integer == 1)
    #expect(summary["skipped_by_reason"]?["cut off before the end"]?.integer == 1)
  }
}
