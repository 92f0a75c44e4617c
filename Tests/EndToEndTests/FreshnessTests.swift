import Glibc
import JSON
import TestSupport
import Testing

/// Tests of answers from the current state of files, and of an index that follows its folders.
struct FreshnessTests {
  private func documents(_ result: RunningProgram.Result) throws -> [String] {
    (try JSONValue(parsing: result.output)["citations"]?.array ?? []).compactMap {
      $0["document"]?.string
    }
  }

  /// Returns the sample, in which an update may take as long as a busy machine needs.
  private func patientSample() throws -> SampleFolder {
    let sample = try SampleFolder()
    sample.folder.write(".config/tanya/config.toml", "[defaults]\npatience = 60000\n")
    return sample
  }

  private static let question = "Who opened the bridge of Solo?"

  @Test("few changes are taken up before an answer, and a deleted file is not cited")
  func takesUp() throws {
    let sample = try patientSample()
    sample.folder.write("docs/bridge.txt", "The bridge of Solo was opened by Ratna Sari in 1964.\n")
    let fresh = try sample.run("ask", "--json", Self.question)
    #expect(try documents(fresh).first == "docs/bridge.txt" && fresh.errors == "")
    sample.folder.write("docs/bridge.txt", "The bridge of Solo was opened by Budi Tan in 1971.\n")
    let changed = try sample.run("ask", "--json", Self.question)
    #expect(changed.output.contains("Budi Tan") && !changed.output.contains("Ratna"))
    unlink("\(sample.folder.path)/docs/bridge.txt")
    let gone = try sample.run("ask", "--json", Self.question)
    #expect(try !documents(gone).contains("docs/bridge.txt"))
    #expect(try sample.run("status").output.contains("none since it was indexed"))
  }

  @Test("--no-refresh and a batch leave the index as it is, and say what a cited file is now")
  func leaves() throws {
    let sample = try SampleFolder()
    unlink("\(sample.folder.path)/docs/bank.txt")
    let question = "How many employees were retrained?"
    let manifest = sample.folder.read("index/manifest")
    for result in [
      try sample.run("ask", "--no-refresh", "--json", question),
      try sample.run("batch", input: question + "\n"),
    ] {
      #expect(try documents(result).first == "docs/bank.txt")
      #expect(result.output.contains(#""source_state":"gone""#))
    }
    let places = try sample.run("ask", "--no-refresh", "--format", "vimgrep", question)
    #expect(!places.output.contains("bank.txt") && places.errors.contains("1"))
    #expect(sample.folder.read("index/manifest") == manifest)
  }

  @Test("many changes are said in one line, and nothing is taken up")
  func says() throws {
    let sample = try SampleFolder()
    for number in 0..<40 { sample.folder.write("docs/new-\(number).txt", "A note.\n") }
    let manifest = sample.folder.read("index/manifest")
    let result = try sample.run("ask", "How many employees were retrained?")
    #expect(result.status == 0)
    #expect(result.errors == "40 new since it was indexed: run tanya index\n")
    #expect(try sample.run("ask", "-q", "How many employees were retrained?").errors == "")
    #expect(sample.folder.read("index/manifest") == manifest)
  }

  @Test("an index that is not the user's own, cannot be written or is being written stays as it is")
  func keeps() throws {
    let sample = try patientSample()
    sample.folder.write("docs/bridge.txt", "The bridge of Solo was opened by Ratna Sari in 1964.\n")
    let manifest = sample.folder.read("index/manifest")
    // It is not known who built the index.
    let foreign = try RunningProgram.run(
      ["ask", "--index", "index", Self.question], in: sample.folder,
      environment: ["XDG_STATE_HOME": sample.folder.path + "/other"])
    #expect(!foreign.output.contains("Ratna"))
    // Another program is writing the index.
    let lock = open("\(sample.folder.path)/index/lock", O_RDWR)
    defer { close(lock) }
    #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
    let locked = try sample.run("ask", Self.question)
    #expect(!locked.output.contains("Ratna"))
    #expect(locked.errors == "1 new since it was indexed: run tanya index\n")
    flock(lock, LOCK_UN)
    if getuid() != 0 {
      chmod("\(sample.folder.path)/index", 0o500)
      #expect(try !sample.run("ask", Self.question).output.contains("Ratna"))
      chmod("\(sample.folder.path)/index", 0o700)
    }
    #expect(sample.folder.read("index/manifest") == manifest)
    #expect(try sample.run("ask", Self.question).output.contains("Ratna"))
  }

  @Test("a root that is not there takes nothing out of the index")
  func unmounted() throws {
    let sample = try patientSample()
    rename("\(sample.folder.path)/docs", "\(sample.folder.path)/away")
    let manifest = sample.folder.read("index/manifest")
    let result = try sample.run("ask", "--json", "How many employees were retrained?")
    #expect(result.output.contains(#""source_state":"gone""#))
    #expect(result.errors.contains("2 gone since it was indexed"))
    #expect(sample.folder.read("index/manifest") == manifest)
  }

  // MARK: Watching

  private func watch(_ sample: SampleFolder) throws -> RunningProgram {
    let program = try RunningProgram(["index", "--watch", "--json", "-q"], in: sample.folder)
    // The first summary reports that the index is up to date.
    #expect(program.nextLine()?.contains("\"documents\":2") == true)
    return program
  }

  /// Waits for a published state with a given number of documents.
  private func awaitDocuments(_ count: Int, _ program: RunningProgram) -> Int {
    var publications = 0
    while let line = program.nextLine() {
      publications += 1
      if line.contains("\"documents\":\(count),") { return publications }
    }
    Issue.record("\(count) documents were never published")
    return publications
  }

  @Test("a watch follows new files and folders, moves and deletions, and ends cleanly")
  func watches() throws {
    let sample = try SampleFolder()
    let program = try watch(sample)
    sample.folder.write("docs/new.txt", "The bridge of Solo was opened by Ratna Sari in 1964.\n")
    _ = awaitDocuments(3, program)
    #expect(try sample.run("ask", "--no-refresh", Self.question).output.contains("Ratna"))
    sample.folder.write("docs/deep/er/one.txt", "The first note.\n")
    sample.folder.write("docs/deep/er/two.txt", "The second note.\n")
    _ = awaitDocuments(5, program)
    rename("\(sample.folder.path)/docs/deep", "\(sample.folder.path)/docs/moved")
    sample.folder.write("docs/moved/er/three.txt", "The third note.\n")
    _ = awaitDocuments(6, program)
    rename("\(sample.folder.path)/docs/moved", "\(sample.folder.path)/outside")
    _ = awaitDocuments(3, program)
    unlink("\(sample.folder.path)/docs/new.txt")
    _ = awaitDocuments(2, program)
    program.signal(SIGTERM)
    let end = program.finish()
    #expect(end.status == 0 && end.errors == "")
    #expect(try sample.run("verify").status == 0)
  }

  @Test(
    "thousands of events at once become few publications, all of them are taken up, and Ctrl-C ends it"
  )
  func floods() throws {
    let sample = try SampleFolder()
    let program = try watch(sample)
    for number in 0..<2_000 {
      sample.folder.write("docs/f\(number % 7)/n\(number).txt", "Note \(number) of many.\n")
    }
    for number in 0..<1_000 { unlink("\(sample.folder.path)/docs/f\(number % 7)/n\(number).txt") }
    let start = ContinuousClock.now
    let publications = awaitDocuments(1_002, program)
    // There is at most one publication per second, and one at the beginning.
    let seconds = start.duration(to: .now).components.seconds
    #expect(publications <= Int(seconds) + 3)
    program.signal(SIGINT)
    #expect(program.finish().status == 0)
    #expect(try sample.run("verify").status == 0)
  }
}
