import Glibc
import JSON
import TestSupport
import Testing

struct DoctorTests {
  /// Returns the findings about one area, because a test ignores most of the others.
  private func findings(
    _ area: String, in folder: TemporaryFolder, environment: [String: String] = [:]
  ) throws -> [(state: String, fact: String, remedy: String)] {
    let result = try RunningProgram.run(
      ["doctor", "--json"], in: folder, environment: environment)
    let report = try JSONValue(parsing: result.output)
    #expect(report["version"]?.integer == 1 && result.errors == "")
    let findings = (report["findings"]?.array ?? []).filter { $0["area"]?.string == area }
    let isHealthy = report["healthy"]?.bool
    #expect(result.status == (isHealthy == true ? 0 : 1))
    return findings.map {
      ($0["state"]?.string ?? "", $0["fact"]?.string ?? "", $0["remedy"]?.string ?? "")
    }
  }

  @Test("where all is well, every area is told of, and the exit status is 0")
  func isHealthy() throws {
    let sample = try SampleFolder()
    let result = try sample.run("doctor")
    #expect(result.status == 0 && result.errors == "")
    for name in ["version", "index", "sources", "languages", "glossary", "history", "disk"] {
      #expect(
        result.output.split(separator: "\n").contains { $0.hasPrefix("ok       \(name)") },
        "\(name)")
    }
    #expect(result.output.contains("2 documents"))
    #expect(result.output.contains("just now"))
  }

  @Test("without an index of one's own, the way to one is shown")
  func findsNoIndex() throws {
    let index = try findings("index", in: try TemporaryFolder())
    #expect(index.map(\.state) == ["advice"])
    #expect(index.first?.remedy.contains("tanya index") == true)
  }

  @Test("sources that are no longer as they were ask for an update")
  func findsChanges() throws {
    let sample = try SampleFolder()
    sample.folder.write("docs/new.txt", "Something new stands here.\n")
    let sources = try findings("sources", in: sample.folder)
    #expect(sources.map(\.state) == ["advice"])
    #expect(sources.map(\.fact) == ["1 new since it was indexed"])
  }

  @Test("an index that is damaged is a problem")
  func findsDamage() throws {
    let sample = try SampleFolder()
    sample.folder.write("index/manifest", "tanya index 1\nnonsense\n")
    let index = try findings("index", in: sample.folder)
    #expect(index.map(\.state) == ["problem"])
    #expect(index.first?.fact.contains("manifest") == true)
  }

  @Test(
    "documents that are not read come with the way to read them",
    arguments: [
      ("report.doc", "catdoc"), ("letter.odt", "tanya status"), ("broken.txt", "tanya status"),
      ("picture.png", nil),
    ] as [(String, String?)])
  func findsSkipped(name: String, remedy: String?) throws {
    let sample = try SampleFolder()
    sample.folder.write("docs/\(name)", "text")
    if name == "broken.txt" {
      let descriptor = open("\(sample.folder.path)/docs/\(name)", O_WRONLY)
      write(descriptor, [0x81, 0x28] as [UInt8], 2)
      close(descriptor)
    }
    #expect(try sample.run("index", "--rebuild").status == 0)
    let skipped = try findings("skipped", in: sample.folder)
    #expect(skipped.map(\.state) == [remedy == nil ? "fine" : "advice"])
    #expect(skipped.first?.fact.contains(name) == true)
    if let remedy {
      #expect(skipped.first?.remedy.contains(remedy) == true)
    }
  }

  @Test("lines of the glossary that are no entries are a problem")
  func findsBadGlossary() throws {
    let sample = try SampleFolder()
    sample.folder.write("index/glossary.tsv", "en\tid\nharbour\tpelabuhan\nno entry\n")
    let glossary = try findings("glossary", in: sample.folder)
    #expect(glossary.map(\.state) == ["problem"])
    #expect(glossary.first?.fact.contains("line 3") == true)
  }

  @Test("a history that others may read is a problem, one of one's own is not")
  func findsOpenHistory() throws {
    let folder = try TemporaryFolder([".local/state/tanya/history": "Who?\n"])
    let path = "\(folder.path)/.local/state/tanya/history"
    chmod(path, 0o644)
    let open = try findings("history", in: folder)
    #expect(open.map(\.state) == ["problem"])
    #expect(open.first?.remedy == "chmod 600 \(path)")
    chmod(path, 0o600)
    #expect(try findings("history", in: folder).map(\.state) == ["fine"])
    let none = try findings("history", in: folder, environment: ["TANYA_HISTFILE": ""])
    #expect(none.first?.fact.contains("not kept") == true)
  }

  @Test(
    "a locale without UTF-8 is pointed out",
    arguments: [
      ("C", "advice"), ("C.UTF-8", "fine"), ("id_ID.utf8", "fine"), ("de_DE@euro", "advice"),
      ("en_US.ISO-8859-1", "advice"), ("de_DE.UTF-8@euro", "fine"),
    ])
  func looksAtLocale(name: String, state: String) throws {
    let terminal = try findings(
      "terminal", in: try TemporaryFolder(), environment: ["LC_ALL": name])
    #expect(terminal.map(\.state) == ["fine", state])
  }
}
