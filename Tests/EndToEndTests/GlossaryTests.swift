import Glibc
import TestSupport
import Testing

struct GlossaryTests {
  /// Runs the program without FreeDict, which takes seconds to compile in a build without
  /// optimization.
  private func run(
    _ arguments: String..., input: String = "", in folder: TemporaryFolder
  ) throws -> RunningProgram.Result {
    try RunningProgram.run(
      arguments, input: input, in: folder,
      environment: ["TANYA_FREEDICT": folder.path, "XDG_CACHE_HOME": folder.path + "/cache"])
  }

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder([
      "docs/a.txt":
        "The Flumph\n\nThe flumphing quorl was opened by the minister in Batang last year.\n",
      "docs/b.txt": "Kopi\n\nKopi arabika tumbuh di dataran tinggi Gayo.\n",
    ])
    _ = try run("index", "docs", in: folder)
    return folder
  }

  @Test("an entry that is added answers the next question, and is looked up")
  func adds() throws {
    let folder = try folder()
    func answer() throws -> String {
      try run("ask", "--json", "Apa itu kuorla?", in: folder).output
    }
    #expect(try !answer().contains("quorl"))
    let added = try run("glossary", "--add", "kuorla = quorl", in: folder)
    #expect(added.status == 0 && added.errors.contains("kuorla = quorl (id = en)"))
    #expect(try answer().contains("quorl"))
    let found = try run("glossary", "quorl", in: folder)
    #expect(found.status == 0 && found.output.contains("kuorla  (your glossary)"))
    #expect(try run("glossary", "xyzzy", in: folder).status == 1)
    #expect(try run("status", in: folder).output.contains("glossary.tsv: en → id, 1 pair"))
  }

  @Test("the shell adds an entry that the next question knows")
  func shell() throws {
    let lines = ":glossary add kuorla = quorl\nApa itu kuorla?\n:glossary kuorla\n"
    let result = try run(input: lines, in: folder())
    #expect(result.output.contains("Added: kuorla = quorl"))
    #expect(result.output.contains("kuorla → quorl"))
    #expect(result.output.contains("quorl  (your glossary)"))
  }

  @Test("a missing dictionary is said once, beside the answer")
  func missing() throws {
    let folder = try folder()
    let question = "Where does coffee grow?"
    #expect(try run("ask", question, "--quiet", in: folder).errors == "")
    #expect(try run("ask", question, in: folder).errors.contains("dict-freedict-eng-ind"))
    #expect(try run("ask", question, in: folder).errors == "")
  }

  @Test("the dictionaries are compiled when the index is made")
  func prepared() throws {
    let folder = try TemporaryFolder(["docs/a.txt": "Coffee grows in the highlands of Gayo.\n"])
    _ = try run("index", "docs", in: folder)
    let cache = try #require(opendir(folder.path + "/cache/tanya"))
    closedir(cache)
  }
}
