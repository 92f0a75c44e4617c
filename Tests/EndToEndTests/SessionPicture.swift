/// A session of the README as an animated SVG: commands are typed, and their output appears.
///
/// The picture is drawn from the output of the program with `--color always`. It has a light and a
/// dark form, between which the viewer's system chooses, and shows everything at once to people who
/// prefer reduced motion.
struct SessionPicture {
  struct Step {
    var command: String
    /// The output of the program, with SGR sequences (ECMA-48 8.3.117).
    var output: String
  }

  private static let columns = 80
  private static let lineHeight = 19
  private static let margin = 16
  /// The time for typing a character, and the time for reading a line of output, in seconds.
  private static let keystroke = 0.04
  private static let reading = 0.55

  private var body = ""
  private var line = 0
  private var clock = 0.4

  /// Returns the SVG document of a session.
  static func svg(of steps: [Step]) -> String {
    var picture = SessionPicture()
    for step in steps { picture.add(step) }
    return picture.document
  }

  private mutating func add(_ step: Step) {
    let typed = Double(step.command.count) * Self.keystroke
    let cells = step.command.count + 2
    addLine(
      "<tspan class=\"q\">$ </tspan><tspan class=\"b\">\(Self.escaped(step.command))</tspan>",
      classes: "k", style: "--n:\(cells);--t:\(Self.text(typed))s")
    clock += typed + 0.3
    let rows = step.output.split(separator: "\n", omittingEmptySubsequences: false)
    for row in rows { addLine(Self.spans(of: row), classes: "o", style: "") }
    clock += Double(rows.count) * Self.reading
    line += 1
  }

  private mutating func addLine(_ spans: String, classes: String, style: String) {
    let y = Self.margin + 14 + line * Self.lineHeight
    body += "<text class=\"\(classes)\" x=\"\(Self.margin)\" y=\"\(y)\""
    body += " style=\"--d:\(Self.text(clock))s;\(style)\">\(spans)</text>\n"
    line += 1
  }

  /// Returns the text of a row in `tspan`s, one for each style that its escape sequences set.
  private static func spans(of row: Substring) -> String {
    var spans = ""
    for (number, piece) in row.split(separator: "\u{1B}[", omittingEmptySubsequences: false)
      .enumerated()
    {
      guard number > 0, let end = piece.firstIndex(of: "m") else {
        spans += escaped(piece)
        continue
      }
      let text = escaped(piece[piece.index(after: end)...])
      let name =
        switch piece[..<end] {
        case "1": "b"
        case "1;32": "a"
        case "2": "q"
        case "35": "w"
        default: ""
        }
      if !text.isEmpty {
        spans += name.isEmpty ? text : "<tspan class=\"\(name)\">\(text)</tspan>"
      }
    }
    return spans
  }

  private static func escaped(_ text: some StringProtocol) -> String {
    var result = ""
    for character in text {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      default: result.append(character)
      }
    }
    return result
  }

  /// Formats a number of seconds with two decimals.
  private static func text(_ seconds: Double) -> String {
    let hundredths = Int((seconds * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 / 10)\(hundredths % 10)"
  }

  private var document: String {
    let height = 2 * Self.margin + line * Self.lineHeight
    // In the fonts below, a cell is 0.6 times as wide as the font size.
    let width = 2 * Self.margin + Self.columns * 8 + Self.columns * 2 / 5
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" width="\(width)" \
      height="\(height)" role="img" aria-label="A session with tanya">
      <style>
      text { font: 14px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", \
      monospace; white-space: pre; fill: #1f2328 }
      rect { fill: #ffffff; stroke: #d0d7de }
      .b, .a { font-weight: bold } .a { fill: #116329 } .q { fill: #656d76 } .w { fill: #8250df }
      @media (prefers-color-scheme: dark) {
      text { fill: #e6edf3 } rect { fill: #0d1117; stroke: #30363d }
      .a { fill: #56d364 } .q { fill: #8b949e } .w { fill: #d2a8ff }
      }
      .o { animation: show 0.01s var(--d) both }
      .k { animation: type var(--t) steps(var(--n)) var(--d) both }
      @keyframes show { from { opacity: 0 } to { opacity: 1 } }
      @keyframes type { from { clip-path: inset(0 100% 0 0) } to { clip-path: inset(0 0 0 0) } }
      @media (prefers-reduced-motion: reduce) { .o, .k { animation: none } }
      </style>
      <rect x="0.5" y="0.5" width="\(width - 1)" height="\(height - 1)" rx="8"/>
      \(body)</svg>

      """
  }
}
