import Glibc
import TestSupport
import Testing

/// Tests of programs that are killed while they write an index.
///
/// Each run kills only a few; `TANYA_KILL=300 swift test --filter KilledWriterTests` kills the
/// given number.
@Suite struct KilledWriterTests {
  private let folder: TemporaryFolder
  private static let kills = getenv("TANYA_KILL").flatMap { Int32(String(cString: $0)) } ?? 4

  private static let words = ["harbour", "bridge", "railway", "library", "market", "school"]

  init() throws {
    folder = try TemporaryFolder()
    // The function words determine the language; other words differ from file to file.
    for number in 0..<60 { try write(number, round: 0) }
  }

  private func write(_ number: Int, round: Int) throws {
    let text = (0..<20).map {
      "The \(Self.words[($0 + number) % 6]) of the town was opened in the year \(1900 + $0 + round)"
        + " by the people of w\(number * 31 + $0)ord."
    }
    folder.write("articles/\(number).txt", text.joined(separator: "\n\n"))
  }

  private func run(_ arguments: String...) throws -> RunningProgram.Result {
    try RunningProgram.run(arguments, in: folder)
  }

  private func answers() throws -> String {
    let questions = Self.words.map { "When was the \($0) opened?" }.joined(separator: "\n")
    let result = try RunningProgram.run(
      ["batch", "--retrieve", "--format", "trec", "--index", "index", "-"], input: questions,
      in: folder)
    #expect(result.status == 0, "\(result.errors)")
    return result.output
  }

  @Test("an index whose writer is killed holds the old state or the new one, and can be updated")
  func killed() throws {
    #expect(try run("index", "--index", "index", "articles", "--quiet").status == 0)
    var old = try answers()
    var longest = Duration.zero
    for round in 0...Self.kills {
      for number in stride(from: Int(round), to: 60, by: 9) { try write(number, round: Int(round)) }
      let start = ContinuousClock.now
      let writer = try RunningProgram(
        ["index", "--index", "index", "--quiet", "--memory", "64M"], in: folder)
      // The first writer is not killed, to find out how long it takes.
      if round > 0 {
        let (seconds, attoseconds) = longest.components
        let microseconds = seconds * 1_000_000 + attoseconds / 1_000_000_000_000
        usleep(useconds_t.random(in: 0...UInt32(microseconds)))
        writer.signal(SIGKILL)
      }
      _ = writer.finish()
      if round == 0 { longest = ContinuousClock.now - start }
      let found = try answers()
      #expect(try run("verify", "--index", "index").status == 0)
      #expect(try run("index", "--index", "index", "--quiet").status == 0)
      let new = try answers()
      #expect(found == old || found == new, "round \(round)")
      old = new
    }
  }

  @Test("a second writer is refused at once, and a dead one's lock is taken over")
  func lock() throws {
    #expect(try run("index", "--index", "index", "articles", "--quiet").status == 0)
    for number in 0..<60 { try write(number, round: 1) }
    let path = folder.path + "/index/lock"
    let first = try RunningProgram(
      ["index", "--index", "index", "--rebuild", "--quiet"], in: folder)
    #expect(isHeld(path))
    first.signal(SIGSTOP)
    let second = try run("index", "--index", "index")
    #expect(second.status == 2 && second.errors.contains("another tanya"), "\(second.errors)")
    #expect(try run("ask", "--index", "index", "When was the harbour opened?").status == 0)
    first.signal(SIGKILL)
    _ = first.finish()
    #expect(try run("index", "--index", "index", "--quiet").status == 0)
    #expect(try run("verify", "--index", "index").status == 0)
  }

  /// Waits until a process holds the lock. Returns `false` if none does within a few seconds.
  /// Trying the lock would not do, because that would acquire it.
  private func isHeld(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    for _ in 0..<2000 {
      let file = open("/proc/locks", O_RDONLY | O_CLOEXEC)
      defer { close(file) }
      if let locks = RunningProgram.read(file),
        String(decoding: locks, as: UTF8.self).contains(":\(status.st_ino) ")
      {
        return true
      }
      usleep(500)
    }
    return false
  }
}
