import Glibc
import JSON
import TestSupport
import Testing

struct AskTests {
  @Test("an answer quotes the file, byte for byte, and says where")
  func quotes() throws {
    let sample = try SampleFolder()
    let result = try sample.run("ask", "--json", "How many employees were retrained?")
    #expect(result.status == 0 && result.errors == "")
    let answer = try JSONValue(parsing: result.output)
    #expect(answer["version"]?.integer == 2)
    let citation = try #require(answer["citations"]?[0])
    #expect(citation["source"]?.string == "docs/bank.txt")
    let range = (citation["bytes"]?.array ?? []).compactMap(\.integer)
    try #require(range.count == 2)
    let bytes = Array(SampleFolder.bank.utf8)[range[0]..<range[1]]
    #expect(citation["snippet"]?.string == String(decoding: bytes, as: UTF8.self))
    #expect(citation["source_state"]?.string == "unchanged")
  }

  @Test(
    "the words asked for are those of the source, whatever markup precedes them",
    arguments: [
      "The <script>alert(1)</script> & \"dam\" was built by Wijaya in 1998.",
      "The **dam** of [Solo](https://example.org/solo/dam.html) was built by *Wijaya* in 1998.",
      "The dam <!-- checked twice --> was built by Wijaya in <b>1998</b>.",
    ])
  func answersBehindMarkup(text: String) throws {
    let folder = try TemporaryFolder(["docs/a.md": text + "\n"])
    #expect(try RunningProgram.run(["index", "-q", "docs"], in: folder).status == 0)
    let result = try RunningProgram.run(["ask", "--json", "When was the dam built?"], in: folder)
    let answer = try JSONValue(parsing: result.output)
    #expect(answer["answer"]?.string == "1998", "\(result.output)")
  }

  @Test(
    "a record of any format is quoted alone, with its field as the answer",
    arguments: [
      ("How many people live in Vik?", "1350", "town: Vik · mayor: Eva Holm · people: 1350"),
      ("What does the large rye loaf cost?", "4.10", "Rye loaf | 2.40 | 4.10"),
      (
        "When was printer hall2 out of paper?", "2024-02-11 11:40:55",
        "2024-02-11 11:40:55 ERROR printer hall2 out of paper"
      ),
      ("What is the home port of the Sea Holly?", "Amble", "Home Port: Amble"),
      ("Siapa penjaga menara Tanjung Batu?", "Abdul Karim", "Penjaga: Abdul Karim"),
    ])
  func record(question: String, expected: String, line: String) throws {
    let folder = try TemporaryFolder([
      "docs/towns.csv": "town,mayor,people\nVik,Eva Holm,1350\nLunde,Ib Krag,850\n",
      "docs/bakery.md":
        "Item | Small | Large\n---|---|---\nRye loaf | 2.40 | 4.10\nSeed roll | 0.60 | 0.95\n",
      "docs/server.log": """
      2024-02-11 08:31:47 INFO  backup finished, 4.2 GB written
      2024-02-11 11:40:55 ERROR printer hall2 out of paper
      2024-02-12 00:00:03 INFO  certificate renewed until 2024-05-12

      """,
      "docs/boat.txt": "Name: Sea Holly\nSkipper: Joan Keld\nHome Port: Amble\nBuilt: 1968\n",
      "docs/menara.html": """
      <h1>Menara Tanjung Batu</h1><dl><dt>Tinggi</dt><dd>42 meter</dd>
      <dt>Penjaga</dt><dd>Abdul Karim</dd></dl>
      """,
    ])
    #expect(try RunningProgram.run(["index", "-q", "docs"], in: folder).status == 0)
    let result = try RunningProgram.run(["ask", "--json", question], in: folder)
    let answer = try JSONValue(parsing: result.output)
    #expect(answer["answer"]?.string == expected, "\(result.output)")
    #expect(answer["citations"]?[0]?["snippet"]?.string == line)
  }

  @Test("a document that is nothing but a title is quoted from that, byte for byte")
  func quotesTitle() throws {
    let title = "  The bridge of Solo was opened in 1998. It is long.  "
    let folder = try TemporaryFolder([
      "c.jsonl": """
      {"_id": "t", "title": "\(title)"}
      {"_id": "x", "title": "Rivers", "text": "A river flows to the sea."}

      """
    ])
    _ = try RunningProgram.run(["index", "c.jsonl"], in: folder)
    let result = try RunningProgram.run(
      ["ask", "--json", "When was the \"bridge of Solo\" opened?"], in: folder)
    let citation = try #require(try JSONValue(parsing: result.output)["citations"]?[0])
    #expect(citation["document"]?.string == "t" && citation["field"]?.string == "title")
    #expect(citation["title"]?.string == title)
    let range = (citation["bytes"]?.array ?? []).compactMap(\.integer)
    try #require(range.count == 2)
    #expect(range[0] == 2)
    let bytes = Array(title.utf8)[range[0]..<range[1]]
    #expect(citation["snippet"]?.string == String(decoding: bytes, as: UTF8.self))
  }

  @Test("a question without support says which words have none, and exits with 1")
  func refuses() throws {
    let result = try SampleFolder().run("ask", "Who", "governs", "Atlantis?")
    #expect(result.status == 1)
    #expect(result.output.contains("*Atlantis*"))
  }

  @Test(
    "the exit status tells the verdict, and --require which verdicts suffice",
    arguments: [
      ("How many employees were retrained?", "answered", 0, 0),
      ("How many employees of the bank own a bicycle?", "related", 0, 1),
      ("Who governs Atlantis?", "none", 1, 1),
    ])
  func requires(question: String, verdict: String, related: Int32, answered: Int32) throws {
    let sample = try SampleFolder()
    let json = try sample.run("ask", "--json", question)
    #expect(try JSONValue(parsing: json.output)["verdict"]?.string == verdict)
    #expect(json.status == related)
    #expect(try sample.run("ask", "--require", "related", question).status == related)
    #expect(try sample.run("ask", "--require", "answered", question).status == answered)
    let line = question + "\n"
    #expect(try sample.run("batch", input: line).status == related)
    #expect(try sample.run("batch", "--require", "answered", input: line).status == answered)
  }

  @Test("--nearest shows what comes nearest to a question without support, outside the citations")
  func nearest() throws {
    let sample = try SampleFolder()
    let question = "Which submarine carried Captain Nemo and the talents to Atlantis and Lemuria?"
    let plain = try JSONValue(parsing: sample.run("ask", "--json", question).output)
    try #require(plain["verdict"]?.string == "none")
    #expect(plain["citations"]?.array?.isEmpty == true && plain["nearest"] == nil)
    let result = try sample.run("ask", "--json", "--nearest", question)
    let answer = try JSONValue(parsing: result.output)
    #expect(result.status == 1 && answer["answer"]?.isNull == true)
    #expect(answer["citations"]?.array?.isEmpty == true)
    #expect(answer["nearest"]?[0]?["source"]?.string == "docs/talent.txt")
  }

  @Test(
    "a source that changed, moved or went away since is marked",
    arguments: [
      (nil, "gone", "deleted since it was indexed"),
      ("Something else stands here now.\n", "changed", "changed since it was indexed"),
      ("A new first line.\n\n" + SampleFolder.bank, "moved", "moved within its file"),
    ] as [(String?, String, String)])
  func marksChanges(text: String?, state: String, words: String) throws {
    let sample = try SampleFolder()
    if let text {
      sample.folder.write("docs/bank.txt", text)
    } else {
      remove("\(sample.folder.path)/docs/bank.txt")
    }
    let question = "How many employees were retrained?"
    let json = try sample.run("ask", "--no-refresh", "--json", "--top", "1", question).output
    #expect(try JSONValue(parsing: json)["citations"]?[0]?["source_state"]?.string == state)
    #expect(try sample.run("ask", "--no-refresh", "--top", "1", question).output.contains(words))
  }

  @Test("escape sequences of a document never reach the screen, and stand in JSON as escapes")
  func disarms() throws {
    let folder = try TemporaryFolder([
      "docs/evil.txt":
        "The \u{1B}]0;title\u{7} falcon \u{1B}[2J eats \u{9B}31m pigeons \u{202E}often."
    ])
    _ = try RunningProgram.run(["index", "docs"], in: folder)
    let text = try RunningProgram.run(["ask", "What does the falcon eat?"], in: folder)
    #expect(text.output.contains("falcon"))
    let steering = text.output.unicodeScalars.filter {
      $0.properties.generalCategory == .control && $0 != "\n" || $0 == "\u{202E}"
    }
    #expect(steering.isEmpty)
    let json = try RunningProgram.run(
      ["ask", "--json", "What does the falcon eat?"], in: folder)
    #expect(json.output.contains(#"\u001b[2J eats \u009b31m pigeons \u202e"#))
  }

  @Test("colour comes when it is asked for, and not into a pipe")
  func colours() throws {
    let sample = try SampleFolder()
    let question = "How many employees were retrained?"
    #expect(try sample.run("ask", question).output.contains("\u{1B}") == false)
    #expect(try sample.run("ask", "--color", "always", question).output.contains("\u{1B}[1m"))
  }

  @Test("without an index of one's own, the built-in articles answer, and a line says so")
  func answersFromSamples() throws {
    let folder = try TemporaryFolder()
    let result = try RunningProgram.run(
      ["ask", "How many digital talents does Indonesia want?"], in: folder)
    #expect(result.status == 0)
    // A line break may separate the two words of the quotation.
    let words = result.output.split { $0 == " " || $0 == "\n" || $0 == "*" }
    #expect(words.joined(separator: " ").contains("12 million"), "\(result.output)")
    #expect(result.errors.contains("built-in sample articles"))
    let quiet = try RunningProgram.run(["ask", "-q", "talents"], in: folder)
    #expect(quiet.errors == "")
  }

  @Test(
    "wrong use exits with 2 and says what was wrong",
    arguments: [
      (["ask"], "the question is empty"), (["ask", "  "], "the question is empty"),
      (["ask", "--top", "0", "x"], "--top"), (["ask", "--format", "xml", "x"], "xml"),
      (["ask", "--format", "trec", "x"], "trec"), (["nonsense"], "nonsense"),
      (["batch", "--retrieve", "--format", "text"], "--retrieve"),
      (["ask", "--b", "2", "x"], "--b"), (["ask", "--index", "missing", "x"], "missing"),
      (["batch", "missing.txt"], "missing.txt"), (["index", "missing"], "missing"),
      (["index"], "nothing to index"),
    ])
  func reportsUsage(arguments: [String], word: String) throws {
    let folder = try TemporaryFolder()
    let result = try RunningProgram.run(arguments, in: folder)
    #expect(result.status == 2)
    #expect(result.output == "")
    #expect(result.errors.contains(word))
  }

  @Test(
    "who forgets or mistypes the command is told how it goes",
    arguments: [
      (["Who", "wrote it?"], "tanya ask 'Who wrote it?'"),
      (["staus"], "Did you mean tanya status?"),
      (["--top", "3", "ask", "Who?"], "tanya ask …"), (["xyzzy"], "tanya help lists all"),
    ])
  func helpsWithCommand(arguments: [String], words: String) throws {
    let result = try RunningProgram.run(arguments, in: TemporaryFolder())
    #expect(result.status == 2 && result.output == "")
    #expect(result.errors.contains(words))
  }

  @Test("an index of nothing says what could be in it")
  func indexesNothing() throws {
    let folder = try TemporaryFolder(["docs/photo.jpg": "no text"])
    let result = try RunningProgram.run(["index", "docs"], in: folder)
    #expect(result.status == 0 && result.errors.contains("There is nothing to ask yet"))
    let status = try RunningProgram.run(["status"], in: folder).output
    let size = try #require(status.firstMatch(of: #/(?m)^size +(.*)$/#))
    #expect(size.1.hasSuffix(" bytes"))
  }

  @Test("what is said on standard error is set for its window")
  func setsErrors() throws {
    let terminal = try PseudoTerminal(
      ["ask", "--color", "never", "Atlantis"], in: TemporaryFolder(), columns: 30)
    #expect(terminal.finish() == 1)
    let lines = terminal.screen.split(separator: "\r\n")
    #expect(lines.count > 4 && lines.allSatisfy { $0.count <= 30 })
    #expect(lines.joined(separator: " ").contains("sample articles"))
  }

  @Test("help and version are no errors", arguments: ["--help", "--version", "help"])
  func helps(option: String) throws {
    let folder = try TemporaryFolder()
    let result = try RunningProgram.run([option], in: folder)
    #expect(result.status == 0)
    #expect(result.output.contains("tanya") && result.errors == "")
  }

  @Test(
    "the version for scripts is that for people",
    arguments: [["--version", "--json"], ["--json", "--version"]])
  func version(arguments: [String]) throws {
    let folder = try TemporaryFolder()
    let version = try JSONValue(parsing: try RunningProgram.run(arguments, in: folder).output)
    let number = try #require(version["version"]?.string)
    let format = try #require(version["format"]?.integer)
    let line = try RunningProgram.run(["--version"], in: folder).output
    #expect(line.hasPrefix("tanya \(number) (") && line.hasSuffix("index format \(format))\n"))
    #expect(version["commit"] != nil)
  }
}
