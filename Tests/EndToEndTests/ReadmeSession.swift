import Glibc

/// What the README shows of the program at work: commands, and below each what it prints.
///
/// A block begins behind `<!-- session -->` and ends before `<!-- /session -->`. A line that begins
/// with `$ ` is typed at a shell, one that begins with `tanya> ` at tanya's own.
struct ReadmeSession {
  struct Step {
    var command: String
    /// The lines below it.
    var output: [String]

    /// What is typed into the program that the command starts.
    var typed: [String] {
      output.filter { $0.hasPrefix(ReadmeSession.prompt) }
        .map { String($0.dropFirst(ReadmeSession.prompt.count)) }
    }
  }

  static let prompt = "tanya> "
  /// Whose folder the README shows; as long as the temporary one, so that lines break alike.
  static let home = "/home/putri"
  static let homeTemplate = "/tmp/XXXXXX"
  static let renewal = "TANYA_RENEW_README=1 swift test --filter ReadmeTests"

  private static let path =
    #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/README.md"

  /// The lines of the page, and where among them the steps are.
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

  /// Puts what the commands print now in place of what stands there.
  mutating func renew(_ outputs: [[String]]) {
    for (step, output) in zip(steps, outputs).reversed()
    where Self.lasting(step.step.output) != Self.lasting(output) {
      lines.replaceSubrange(step.place, with: output)
    }
    FileBytes.write(lines.joined(separator: "\n").utf8, to: Self.path)
  }

  /// Lines without what differs from run to run and from machine to machine: times and sizes.
  static func lasting(_ lines: [String]) -> [String] {
    lines.map { line in
      line.replacing(#/[0-9][0-9,.]* (bytes?|[kMGT]B)/#) { _ in "N bytes" }
        .replacing(#/[0-9]+\.[0-9]+ s /#) { _ in "N s " }
    }
  }
}
