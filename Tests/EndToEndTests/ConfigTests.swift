import JSON
import TestSupport
import Testing

/// Tests of the configuration file and of named libraries, with the real program.
struct ConfigTests {
  private func folder(_ configuration: String) throws -> TemporaryFolder {
    try TemporaryFolder([
      "docs/a.md": "# Bridge\n\nThe bridge of Solo was opened by Ratna Sari in 1964.\n",
      "docs/b.md": "# Harbour\n\nThe harbour of Ambon was opened by Budi in 1971.\n",
      "more/a.md": "# Library\n\nThe library of Ambon was opened by Dewi in 1982.\n",
      ".config/tanya/config.toml": configuration,
    ])
  }

  private static let libraries = """
    [libraries.work]
    sources = ["~/docs"]
    [libraries.home]
    index = "~/home.index"
    sources = ["~/more"]

    """

  private func run(_ folder: TemporaryFolder, _ arguments: String..., input: String = "") throws
    -> RunningProgram.Result
  {
    try RunningProgram.run(arguments, input: input, in: folder)
  }

  @Test("libraries are built and asked by name, several as one")
  func libraries() throws {
    let folder = try folder(Self.libraries)
    let missing = try run(folder, "ask", "--library", "work", "Who?")
    #expect(missing.status == 2 && missing.errors.contains("tanya index --library work"))
    for name in ["work", "home"] {
      #expect(try run(folder, "index", "-q", "--library", name).status == 0)
    }
    let one = try run(folder, "ask", "--json", "--library", "work", "Who opened the bridge?")
    let first = try #require(JSONValue(parsing: one.output)["citations"]?[0])
    #expect(first["library"]?.string == "work" && first["document"]?.string == "docs/a.md")
    let both = ["--library", "work", "--library", "home"]
    let text = try RunningProgram.run(
      ["ask"] + both + ["Who opened the library of Ambon?"], in: folder)
    #expect(text.output.contains("home: more/a.md:3"), "\(text)")
    let batch = try RunningProgram.run(
      ["batch"] + both, input: "Who opened the harbour?\nWho opened the library?\n", in: folder)
    #expect(batch.output.contains(#""document":"work/docs/b.md""#), "\(batch.output)")
    #expect(batch.output.contains(#""library":"home""#))
    let shown = try RunningProgram.run(["show"] + both + ["home/more/a.md"], in: folder)
    #expect(shown.output.contains("The library of Ambon"))
    let shell = try RunningProgram.run(
      both, input: "Who opened the library of Ambon?\n", in: folder)
    #expect(shell.output.contains("home: more/a.md:3"))
    let server = try RunningProgram.run(
      ["mcp"] + both,
      input:
        #"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"ask","arguments":{"question":"Who opened the harbour of Ambon?","library":"home"}}}"#
        + "\n",
      in: folder)
    #expect(server.output.contains(#""library":"home""#), "\(server.output)")
    #expect(!server.output.contains(#""library":"work""#))
    let status = try RunningProgram.run(["status"] + both, in: folder)
    #expect(status.output.contains("home.index") && status.output.contains("3 ("))
  }

  @Test("clusters are shown with their address, index and place, but not with their keys")
  func clusters() throws {
    let folder = try folder(
      """
      [clusters.wiki]
      url = "https://search.example.org:9200"
      index = "wiki"
      user = "putri"
      key-variable = "WIKI_KEY"

      """)
    let text = try RunningProgram.run(
      ["config"], in: folder, environment: ["WIKI_KEY": "open-sesame"])
    #expect(text.status == 0 && !text.output.contains("open-sesame"), "\(text)")
    for part in ["clusters.wiki.url", "https://search.example.org:9200", "config.toml:2"] {
      #expect(text.output.contains(part), "\(part): \(text.output)")
    }
    let json = try JSONValue(
      parsing: try RunningProgram.run(
        ["config", "--json"], in: folder, environment: ["WIKI_KEY": "open-sesame"]
      ).output)
    let cluster = try #require(json["clusters"]?[0]?.object)
    #expect(Set(cluster.keys) == ["name", "url", "index", "origin"])
    #expect(cluster["name"]?.string == "wiki" && cluster["index"]?.string == "wiki")
    #expect(cluster["origin"]?.string == folder.path + "/.config/tanya/config.toml:2")
  }

  @Test("a chosen library is asked where no index is found, and files choose defaults")
  func defaults() throws {
    let folder = try folder(
      "[defaults]\nlibrary = \"home\"\ntop = 1\nformat = \"json\"\n" + Self.libraries)
    #expect(try run(folder, "index", "-q", "--library", "home").status == 0)
    let chosen = try run(folder, "ask", "Who opened the library?")
    #expect(chosen.output.contains(#""library":"home""#), "\(chosen)")
    let plain = try run(folder, "ask", "--no-config", "--format", "text", "Who opened the library?")
    #expect(plain.errors.contains("built-in"))
    folder.write(".tanya.toml", "[defaults]\nlanguage = \"id\"\n")
    let indonesian = try run(folder, "ask", "library of Ambon")
    #expect(indonesian.output.contains(#""language":"id""#))
    let report = try run(folder, "config").output
    #expect(report.contains("defaults.top") && report.contains(".config/tanya/config.toml:3"))
    #expect(report.contains("\(folder.path)/.tanya.toml:2"))
    let json = try JSONValue(parsing: run(folder, "config", "--json").output)
    #expect(json["libraries"]?[1]?["index"]?.string == folder.path + "/home.index")
    #expect(json["clusters"]?.array == [])
  }

  @Test(
    "a file that cannot be read is told with its line, and the rest works without it",
    arguments: [
      ("[defaults]\ntop = yes\n", ["config.toml:2", "expected a value"]),
      ("[defaults]\ntop = 0\n", ["config.toml:2", "defaults.top has to be a number from 1"]),
      ("[libraries.a]\nindex = '/a'\n[libraries.a]\n", ["config.toml:3", "two libraries named a"]),
      ("[shell]\npagr = 'less'\n", ["config.toml:2", "no setting shell.pagr", "shell.pager"]),
    ])
  func refuses(text: String, words: [String]) throws {
    let folder = try folder(text)
    for arguments in [["ask", "Who?"], ["status"], ["config"], ["batch"], ["show", "x"], ["mcp"]] {
      let result = try RunningProgram.run(arguments, in: folder)
      #expect(result.status == 2 && result.output == "", "\(arguments)")
      #expect(words.allSatisfy { result.errors.contains($0) }, "\(result.errors)")
      #expect(result.errors.contains("--no-config"))
    }
    let result = try run(folder, "ask", "--no-config", "-q", "How many digital talents?")
    #expect(result.status == 0 && result.errors == "")
    let doctor = try run(folder, "doctor")
    #expect(doctor.status == 1 && doctor.output.contains(words[0]), "\(doctor)")
  }

  @Test(
    "a project's file chooses no library, pager or program",
    arguments: [
      "[defaults]\nlibrary = 'work'", "[shell]\npager = 'touch x'", "[shell]\neditor = 'touch x'",
      "[libraries.x]\nindex = '/x'", "[keys]\na = 'abort'",
    ])
  func hostileProject(text: String) throws {
    let folder = try folder("")
    folder.write(".tanya.toml", text + "\n")
    let result = try run(folder, "ask", "Who?")
    #expect(result.status == 2 && result.errors.contains(".tanya.toml:2: a project may not choose"))
    #expect(!folder.names.contains("x"))
  }

  @Test("unknown libraries are named with those that there are")
  func unknown() throws {
    let folder = try folder(Self.libraries)
    let result = try run(folder, "ask", "--library", "wrk", "Who?")
    #expect(result.status == 2 && result.errors.contains("your configuration names work, home"))
    let two = try run(folder, "index", "--library", "work", "--library", "home")
    #expect(two.status == 2 && two.errors.contains("one library at a time"))
    let exclusive = try run(folder, "ask", "--library", "work", "--index", "x", "Who?")
    #expect(exclusive.status == 2 && exclusive.errors.contains("exclude each other"))
  }

  @Test("a library of another format is named with what to do, and stays as it is")
  func otherFormat() throws {
    let folder = try folder(Self.libraries)
    #expect(try run(folder, "index", "-q", "--library", "work").status == 0)
    let old = "\(RankingRun.fixtures)/index-4-7"
    _ = try RunningProgram.run(["-r", old, "home.index"], in: folder, program: "cp")
    let result = try run(folder, "ask", "--library", "work", "--library", "home", "Who?")
    #expect(result.status == 2 && result.errors.contains("no longer reads"), "\(result.errors)")
    #expect(result.errors.contains("tanya index --index \(folder.path)/home.index"))
    #expect(result.errors.split(separator: "\n").count == 1)
  }
}
