import Glibc
import JSON
import TestSupport
import Testing

/// Tests of readers while writers update, delete, merge and are killed. Each answer belongs to a
/// published state, and a reader keeps the state that it opened.
///
/// Each run has only a few rounds; `TANYA_STRESS=600 swift test --filter ReaderStressTests` runs
/// for the given number of seconds and prints a tally.
@Suite struct ReaderStressTests {
  private let folder: TemporaryFolder
  private static let seconds = environmentNumber("TANYA_STRESS")
  private static let words = ["harbour", "bridge", "railway", "library", "market", "school"]
  private static let questions = words.map { "When was the \($0) opened?\n" }.joined()
  private static let files = 40

  /// Counts for the report of a long run.
  private struct Tally {
    var writers = 0
    var killed = 0
    var states = 0
    var answers = 0
    var ofOldStates = 0
  }

  /// The error that a reader ended, or sent no output within the limit of silence.
  private struct Silence: Error { let result: RunningProgram.Result }

  /// A reader that is started at some state and is then asked repeatedly.
  private struct LongReader {
    let program: RunningProgram
    /// The answers of the state that it opened.
    let answers: [String]
  }

  init() throws {
    folder = try TemporaryFolder()
    for number in 0..<Self.files { write(number, round: 0) }
  }

  private func write(_ number: Int, round: Int) {
    let text = (0..<12).map {
      "The \(Self.words[($0 + number) % 6]) of town \(number) was opened in the year"
        + " \(1900 + ($0 + round * 7) % 120) by the people of w\(number * 31 + $0 + round)ord."
    }
    folder.write("articles/\(number).txt", text.joined(separator: "\n\n"))
  }

  /// Changes, adds and deletes some of the sources.
  private func change(round: Int, _ random: inout SplitMix64) {
    for _ in 0...random.below(6) {
      let number = random.below(2 * Self.files)
      if random.below(3) == 0 {
        unlink(folder.path + "/articles/\(number).txt")
      } else {
        write(number, round: round)
      }
    }
    // There must be a new state in any case.
    write(0, round: round)
  }

  private func run(_ arguments: String...) throws -> RunningProgram.Result {
    try RunningProgram.run(arguments, in: folder)
  }

  private func reader() throws -> RunningProgram {
    try RunningProgram(["batch", "--json", "--index", "index", "-"], in: folder)
  }

  /// Returns the content of an answer, without its time and without the current state of its
  /// sources.
  private func content(of line: String) throws -> String {
    let answer = try JSONValue(parsing: line)
    let citations = (answer["citations"]?.array ?? []).map { citation in
      [citation["document"], citation["snippet"]].map { $0?.string ?? "" }.joined(separator: ": ")
        + " \(citation["score"]?.double ?? 0)"
    }
    return ([answer["verdict"]?.string, answer["answer"]?.string].map { $0 ?? "" } + citations)
      .joined(separator: "\n")
  }

  /// Asks a program that is waiting for input all questions.
  private func ask(_ reader: RunningProgram) throws -> [String] {
    reader.send(Self.questions)
    return try Self.words.map { _ in
      guard let line = reader.nextLine() else { throw Silence(result: reader.finish()) }
      return try content(of: line)
    }
  }

  /// Returns the answers of the state that is currently published.
  private func answers() throws -> [String] {
    let reader = try reader()
    let answers = try ask(reader)
    reader.closeInput()
    let result = reader.finish()
    #expect(result.status < 2 && result.errors.isEmpty, "\(result.errors)")
    return answers
  }

  @Test("each answer is that of a published state, while writers come, go and are killed")
  func consistent() throws {
    #expect(try run("index", "--index", "index", "articles", "--quiet").status == 0)
    var random = SplitMix64(seed: UInt64(Self.seconds ?? 1))
    var tally = Tally()
    var current = try answers()
    var longReaders: [LongReader] = []
    /// The answers given since the current state was published, which may be those of the next one.
    var open: [[String]] = []
    var longest = Duration.milliseconds(1)
    var round = 0
    let start = ContinuousClock.now
    while Self.seconds.map({ ContinuousClock.now - start < .seconds($0) }) ?? (round < 4) {
      if open.isEmpty {
        round += 1
        change(round: round, &random)
        if longReaders.count < 3 {
          let reader = LongReader(program: try reader(), answers: current)
          #expect(try ask(reader.program) == current)
          longReaders.append(reader)
        }
      }
      let began = ContinuousClock.now
      let more = [[], [], ["--rebuild"], ["--threads", "1"], ["--memory", "64M"]][random.below(5)]
      let writer = try RunningProgram(["index", "--index", "index", "--quiet"] + more, in: folder)
      let readers = try (0..<3).map { _ in
        usleep(useconds_t(random.below(10_000)))
        return try reader()
      }
      let others = [["verify", "--quiet"], ["status"]][random.below(2)]
      let other = try RunningProgram(others + ["--index", "index"], in: folder)
      let isKilled = random.below(2) == 0
      if isKilled {
        usleep(useconds_t(random.below(Int(longest / .microseconds(1)))))
        writer.signal(SIGKILL)
      }
      for reader in readers {
        open.append(try ask(reader))
        reader.closeInput()
        #expect(reader.finish().status < 2)
      }
      for reader in longReaders {
        #expect(try ask(reader.program) == reader.answers, "round \(round)")
        tally.ofOldStates += Self.words.count
      }
      let result = other.finish()
      #expect(result.status == 0, "\(others): \(result.errors)")
      let status = writer.finish().status
      tally.writers += 1
      tally.killed += isKilled ? 1 : 0
      open.append(try answers())
      #expect(try run("verify", "--index", "index", "--quiet").status == 0)
      guard !isKilled || status == 0 else { continue }
      #expect(status == 0)
      longest = max(longest, ContinuousClock.now - began)
      let new = try #require(open.last)
      for (place, answers) in open.enumerated() where answers != current && answers != new {
        Issue.record("round \(round), answers \(place): \(answers)")
      }
      tally.answers += open.count * Self.words.count
      tally.states += 1
      (current, open) = (new, [])
      if longReaders.count == 3, random.below(4) == 0 {
        let oldest = longReaders.removeFirst().program
        oldest.closeInput()
        #expect(oldest.finish().status < 2)
      }
    }
    for reader in longReaders { reader.program.closeInput() }
    if Self.seconds != nil { print("stress: \(tally)") }
  }
}
