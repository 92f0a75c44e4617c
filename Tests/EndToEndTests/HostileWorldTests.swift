import Glibc
import Platform
import TestSupport
import Testing

/// Tests of the program in an environment that misbehaves.
struct HostileWorldTests {
  private static let text = (1...400).map {
    "The mayor number \($0) opened bridge \($0 * 7919) on 3 May 2026.\n"
  }.joined()

  private func indexed(_ text: String = Self.text) throws -> TemporaryFolder {
    let folder = try TemporaryFolder(["d/a.txt": text])
    let result = try RunningProgram.run(["index", "-q", "--index", "ix", "d"], in: folder)
    #expect(result.status == 0, "\(result.errors)")
    return folder
  }

  /// Runs the program from a shell that sets a limit first.
  private func run(
    _ arguments: String, under limit: String, in folder: TemporaryFolder
  ) throws -> RunningProgram.Result {
    try RunningProgram.run(
      ["-c", "\(limit); exec '\(RunningProgram.path)' \(arguments)"], in: folder,
      program: "/bin/sh")
  }

  @Test("a limit on file sizes is an error that names the file")
  func fileSize() throws {
    let folder = try TemporaryFolder(["d/a.txt": Self.text])
    let result = try run("index --index ix d", under: "ulimit -f 1", in: folder)
    #expect(result.status == 2 && result.errors.contains("ix/"), "\(result)")
  }

  @Test(
    "a time beyond what an index can hold is no error", arguments: [9_223_372_037, 99_999_999_999])
  func times(seconds: Int) throws {
    let folder = try indexed()
    let time = timespec(tv_sec: seconds, tv_nsec: 0)
    #expect(utimensat(AT_FDCWD, folder.path + "/d/a.txt", [time, time], 0) == 0)
    for command in [["index", "--index", "ix"], ["status", "--index", "ix"]] {
      #expect(try RunningProgram.run(command, in: folder).status == 0)
    }
    let asked = try RunningProgram.run(
      ["ask", "--index", "ix", "Who opened bridge 7919?"], in: folder)
    #expect(asked.status == 0)
  }

  @Test("an index that is cut short while it is read is named by the error")
  func truncatedIndex() throws {
    let folder = try indexed(
      (1...6000).map { "The mayor number \($0) opened bridge \($0 * 7919) on 3 May 2026.\n" }
        .joined())
    let shell = try RunningProgram(["--index", "ix"], in: folder)
    shell.send("Who opened bridge 7919?\n")
    #expect(shell.nextLine() != nil)
    for name in try Folder.names(in: folder.path + "/ix") where name.hasSuffix(".segment") {
      truncate("\(folder.path)/ix/\(name)", 100)
    }
    shell.send("Who opened bridge 39595000?\n")
    shell.closeInput()
    let result = shell.finish()
    #expect(result.status == 2 && result.errors.contains(".segment: "), "\(result)")
  }

  @Test("a line without an end is an error that names it", arguments: [["batch"], []])
  func endlessLine(command: [String]) throws {
    let folder = try indexed("The mayor opened it.\n")
    let result = try RunningProgram.run(
      command + ["--index", "ix"], input: String(repeating: "x", count: 5 << 20), in: folder)
    #expect(result.status == 2 && result.errors.contains("1"), "\(result.errors)")
  }

  @Test("an index that somebody else built is asked, and says so; it is not updated")
  func foreignIndex() throws {
    let folder = try TemporaryFolder(["d/a.txt": Self.text])
    _ = try RunningProgram.run(["index", "-q", "d"], in: folder)
    let own = try RunningProgram.run(["ask", "Who opened bridge 7919?"], in: folder)
    #expect(own.status == 0 && own.errors == "")
    let stranger = ["HOME": folder.path + "/stranger"]
    let foreign = try RunningProgram.run(
      ["ask", "--json", "Who opened bridge 7919?"], in: folder, environment: stranger)
    #expect(foreign.status == 0 && foreign.errors.contains("--index"))
    #expect(foreign.output.contains("\"source_state\":null"))
    let update = try RunningProgram.run(["index"], in: folder, environment: stranger)
    #expect(update.status == 2 && update.errors.contains("--index"))
  }

  @Test("a saved file keeps its permissions, and braces in it balance")
  func saving() throws {
    let folder = try TemporaryFolder([
      "d/a.md": """
      ---
      title: "Report } , note = {injected}, x = {"
      author: "Eve { Unbalanced"
      date: 2026-01-02
      ---
      The harbour of Batang cost 5 million rupiah in 2026.

      """, "out.bib": "old",
    ])
    _ = try RunningProgram.run(["index", "-q", "--index", "ix", "d"], in: folder)
    chmod(folder.path + "/out.bib", 0o600)
    let result = try RunningProgram.run(
      ["--index", "ix"], input: "What did the harbour of Batang cost?\n:save out.bib\n", in: folder)
    #expect(result.status == 0, "\(result)")
    var status = stat()
    #expect(stat(folder.path + "/out.bib", &status) == 0 && status.st_mode & 0o777 == 0o600)
    let lines = (folder.read("out.bib") ?? "").split(separator: "\n")
    var depth = 0
    for (number, line) in lines.enumerated() {
      for byte in line.utf8 {
        depth += byte == UInt8(ascii: "{") ? 1 : byte == UInt8(ascii: "}") ? -1 : 0
        #expect(depth >= 0)
      }
      #expect(depth == (number == lines.count - 1 ? 0 : 1), "\(line)")
    }
  }

  @Test("an address space of the program's size and 32 MB is enough to start and to answer")
  func addressSpace() throws {
    let sample = try SampleFolder()
    for arguments in ["--version", "status", "ask 'How many talents are there?'"] {
      let result = try RunningProgram.run(
        [
          "-c", "ulimit -v $(( $(stat -c %s \"$0\") / 1024 + 32768 )); exec \"$0\" \(arguments)",
          RunningProgram.path,
        ], in: sample.folder, program: "sh")
      #expect(result.status == 0, "\(arguments): \(result)")
    }
  }
}
