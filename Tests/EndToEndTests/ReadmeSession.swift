import Glibc

/// The sessions in the README: commands, each followed by its output.
///
/// A block begins after `<!-- session -->` and ends before `<!-- /session -->`. A line that begins
/// with `$ ` is typed in a shell, one that begins with `tanya> ` in that of tanya.
struct ReadmeSession {
  struct Step {
    var command: String
    /// The lines that follow the command.
    var output: [String]

    /// The lines that are typed into the program that the command starts.
    var typed: [String] {
      output.filter { $0.hasPrefix(ReadmeSession.prompt) }
        .map { String($0.dropFirst(ReadmeSession.prompt.count)) }
    }
  }

  static let prompt = "tanya> "
  /// The home folder that the README shows. It is as long as that of the test, so that lines break
  /// at the same places.
  static let home = "/home/putri"
  static let homeTemplate = "/tmp/XXXXXX"
  static let renewal = "TANYA_RENEW_README=1 swift test --filter ReadmeTests"

  private static let path =
    #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/README.md"

  /// The lines of the page, and the steps with the ranges of their output.
  private var lines: [String]
  private(set) var steps: [(place: Range<Int>, step: Step)] = []

  init?() {
    guard let text = FileBytes.text(Self.path) else { return nil }
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    findSteps()
  }

  private mutating func findSteps() {
    var isInside = false
    for (number, line) in lines.enumerated() {
      if line.hasPrefix("<!-- session") { isInside = true }
      if line.hasPrefix("<!-- /session") { isInside = false }
      guard isInside, line.hasPrefix("$ ") else { continue }
      let end = lines[(number + 1)...].firstIndex { $0.hasPrefix("$ ") || $0.hasPrefix("```") }
      let output = (number + 1)..<(end ?? lines.count)
      steps.append((output, Step(command: String(line.dropFirst(2)), output: Array(lines[output]))))
    }
  }

  /// Replaces the output of the steps with the current one if it differs.
  mutating func renew(_ outputs: [[String]]) {
    for (step, output) in zip(steps, outputs).reversed()
    where Self.lasting(step.step.output) != Self.lasting(output) {
      lines.replaceSubrange(step.place, with: output)
    }
    FileBytes.write(lines.joined(separator: "\n").utf8, to: Self.path)
  }

  /// Returns lines without the times and sizes, which differ between runs and machines.
  static func lasting(_ lines: [String]) -> [String] {
    lines.map { line in
      line.replacing(#/[0-9][0-9,.]* (bytes?|[kMGT]B)/#) { _ in "N bytes" }
        .replacing(#/[0-9]+\.[0-9]+ s /#) { _ in "N s " }
    }
  }
}
