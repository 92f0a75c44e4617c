/// Text in the troff language, with the macros of man(7).
struct Roff {
  /// A run of text in one font.
  enum Span: Equatable {
    case plain(String)
    case bold(String)
    case italic(String)
  }

  private(set) var text = ""

  mutating func macro(_ name: String, _ arguments: [String] = []) {
    text += ".\(name)"
    for argument in arguments { text += " \"\(Self.escaped(argument, hyphen: "-"))\"" }
    text += "\n"
  }

  mutating func section(_ title: String) { macro("SH", [title]) }

  mutating func subsection(_ title: String) { macro("SS", [title]) }

  mutating func paragraph(_ words: String) {
    // A heading already begins a paragraph.
    if !endsWithHeading { macro("PP") }
    fill(words)
  }

  /// Adds a term with its explanation, indented.
  mutating func item(_ term: [Span], _ explanation: String) {
    macro("TP")
    line(term)
    fill(explanation)
  }

  /// Adds words that the formatter fills into lines.
  mutating func fill(_ words: String) {
    var line = ""
    for word in words.split(separator: " ") {
      if Self.escaped("\(line) \(word)").utf8.count > Self.lineLength {
        self.line([.plain(line)])
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    self.line([.plain(line)])
  }

  /// The maximum length of a source line in bytes, including escapes.
  private static let lineLength = 78

  /// Adds lines that are not filled.
  mutating func literal(_ lines: [String]) {
    macro("nf")
    for line in lines { self.line([.plain(line)]) }
    macro("fi")
  }

  mutating func line(_ spans: [Span]) {
    var line = ""
    for span in spans {
      switch span {
      case .plain(let words): line += Self.escaped(words)
      case .bold(let words): line += "\\fB\(Self.escaped(words))\\fR"
      case .italic(let words): line += "\\fI\(Self.escaped(words))\\fR"
      }
    }
    // A line that begins with a point would be a request.
    text += (line.hasPrefix(".") ? "\\&" : "") + line + "\n"
  }

  private var endsWithHeading: Bool {
    let lines = text.split(separator: "\n")
    return lines.last.map { $0.hasPrefix(".SH") || $0.hasPrefix(".SS") } ?? false
  }

  /// Escapes special characters of troff, and everything outside ASCII.
  ///
  /// - Parameter hyphen: The replacement of `-`; by default a minus that can be copied.
  static func escaped(_ words: String, hyphen: String = "\\-") -> String {
    words.unicodeScalars.map { scalar in
      switch scalar {
      case "\\": "\\e"
      case "-": hyphen
      case "\"": "\\(dq"
      case "'": "\\(aq"
      case "`": "\\(ga"
      case "^": "\\(ha"
      case "~": "\\(ti"
      default: scalar.isASCII ? String(scalar) : "\\[u\(hexadecimal(scalar.value))]"
      }
    }.joined()
  }

  /// Returns a number with at least four hexadecimal digits, as groff_char(7) requires.
  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}
