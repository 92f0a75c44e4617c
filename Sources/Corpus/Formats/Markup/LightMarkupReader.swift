import Model

/// Reads texts in lightweight markup languages, line by line. Headings get the marks of Markdown,
/// and comments and directives become blank lines, so that line numbers are those of the file.
struct LightMarkupReader: FormatReader {
  enum Language: Sendable { case reStructuredText, org, asciiDoc, laTeX }

  let language: Language

  func read(_ input: SourceInput) throws(ReadingError) -> [ExtractedText] {
    let bytes = try TextDecoder.utf8(input.bytes)
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map {
      String(decoding: $0.last == 0x0D ? $0.dropLast() : $0, as: UTF8.self)
    }
    var metadata = Metadata()
    switch language {
    case .reStructuredText: Self.readReStructuredText(&lines, &metadata)
    case .org: Self.readOrg(&lines, &metadata)
    case .asciiDoc: Self.readAsciiDoc(&lines, &metadata)
    case .laTeX: Self.readLaTeX(&lines, &metadata)
    }
    return [ExtractedText(text: Array(lines.joined(separator: "\n").utf8), metadata: metadata)]
  }

  // MARK: reStructuredText

  private static func readReStructuredText(_ lines: inout [String], _ metadata: inout Metadata) {
    // The levels are determined by the order in which the styles of underlines first occur.
    var styles: [String] = []
    for index in lines.indices {
      let line = lines[index]
      if isUnderline(line), index > 0, !lines[index - 1].isEmpty, lines[index - 1].first != " ",
        !isUnderline(lines[index - 1]), line.count + 2 >= lines[index - 1].count
      {
        let isOverlined = index > 1 && isUnderline(lines[index - 2])
        let style = String(line.prefix(1)) + (isOverlined ? "o" : "")
        let level = styles.firstIndex(of: style) ?? styles.count
        if level == styles.count { styles.append(style) }
        if level == 0 { metadata.add(.title, lines[index - 1]) }
        lines[index - 1] = heading(lines[index - 1], level + 1)
        lines[index] = ""
        if isOverlined { lines[index - 2] = "" }
      } else if line.hasPrefix(":"), let end = line.dropFirst().firstIndex(of: ":") {
        let value = line[line.index(after: end)...]
        switch line[line.index(after: line.startIndex)..<end].lowercased() {
        case "author", "authors": metadata.add(.author, value)
        case "date": metadata.addDate(value)
        default: break
        }
      } else if line.hasPrefix(".. "), !line.contains("::"), !line.hasPrefix(".. [") {
        lines[index] = ""
      } else if line.hasPrefix(".. _") || line.hasPrefix(".. |") || isDirective(line) {
        lines[index] = ""
      } else {
        lines[index] = withoutRoles(line)
      }
    }
  }

  private static func isDirective(_ line: String) -> Bool {
    let text = line.drop { $0 == " " }
    return text.hasPrefix(".. ") && text.contains("::")
      || text.hasPrefix(":")
        && ["maxdepth", "caption", "alt", "width", "target", "class", "name"]
          .contains { text.dropFirst().hasPrefix($0 + ":") }
  }

  private static func isUnderline(_ line: String) -> Bool {
    guard line.utf8.count >= 3, let first = line.utf8.first,
      "=-`:'\"~^_*+#<>.".utf8.contains(first)
    else { return false }
    return line.utf8.allSatisfy { $0 == first }
  }

  /// Returns a line in which ``code``, *emphasis* and :role:`text <target>` are replaced by their
  /// text.
  private static func withoutRoles(_ line: String) -> String {
    guard line.utf8.contains(UInt8(ascii: "`")) else { return line }
    var text = ""
    var rest = line[...]
    while let open = rest.firstIndex(of: "`") {
      var before = rest[..<open]
      // The role before the text: `:ref:`.
      if before.last == ":", let start = before.dropLast().lastIndex(of: ":"),
        before[before.index(after: start)...].dropLast().allSatisfy({ $0.isLetter || $0 == "-" })
      {
        before = before[..<start]
      }
      text += before
      rest = rest[open...].drop { $0 == "`" }
      guard let close = rest.firstIndex(of: "`") else { break }
      var inner = rest[..<close]
      if inner.last == ">", let angle = inner.lastIndex(of: "<"), angle > inner.startIndex {
        inner = inner[..<angle]
        while inner.last == " " { inner.removeLast() }
      }
      text += inner
      rest = rest[close...].drop { $0 == "`" }
      if rest.first == "_" { rest = rest.drop { $0 == "_" } }
    }
    return text + rest
  }

  // MARK: Org

  private static func readOrg(_ lines: inout [String], _ metadata: inout Metadata) {
    var isInDrawer = false
    for index in lines.indices {
      let line = lines[index]
      let lower = line.lowercased()
      if line.hasPrefix("*"), let end = line.firstIndex(where: { $0 != "*" }), line[end] == " " {
        let level = line.distance(from: line.startIndex, to: end)
        lines[index] = heading(withoutTags(line[end...]), level)
      } else if lower.hasPrefix("#+title:") {
        metadata.add(.title, line.dropFirst(8))
        lines[index] = ""
      } else if lower.hasPrefix("#+author:") {
        metadata.add(.author, line.dropFirst(9))
        lines[index] = ""
      } else if lower.hasPrefix("#+date:") {
        metadata.addDate(line.dropFirst(7).filter { !"<>[]".contains($0) })
        lines[index] = ""
      } else if lower.hasPrefix("#+begin_src") || lower.hasPrefix("#+begin_example")
        || lower.hasPrefix("#+end_src") || lower.hasPrefix("#+end_example")
      {
        lines[index] = "```"
      } else if line.hasPrefix("#") && (line.hasPrefix("#+") || line.hasPrefix("# ")) {
        lines[index] = ""
      } else if lower.hasPrefix(":properties:") || isInDrawer {
        isInDrawer = !lower.hasPrefix(":end:")
        lines[index] = ""
      } else {
        lines[index] = withoutLinks(line)
      }
    }
  }

  /// Returns a heading without its state and its tags: `TODO Write :work:`.
  private static func withoutTags(_ text: Substring) -> String {
    var words = text.split(separator: " ")
    if let first = words.first, ["TODO", "DONE", "NEXT", "WAITING"].contains(first) {
      words.removeFirst()
    }
    if let last = words.last, last.hasPrefix(":"), last.hasSuffix(":"), last.count > 2 {
      words.removeLast()
    }
    return words.joined(separator: " ")
  }

  /// Returns a line in which `[[target][text]]` is replaced by its text.
  private static func withoutLinks(_ line: String) -> String {
    var text = ""
    var rest = line[...]
    while let open = rest.firstRange(of: "[["),
      let close = rest[open.upperBound...].firstRange(of: "]]")
    {
      let inner = rest[open.upperBound..<close.lowerBound]
      text += rest[..<open.lowerBound]
      text += inner.firstRange(of: "][").map { inner[$0.upperBound...] } ?? inner
      rest = rest[close.upperBound...]
    }
    return text + rest
  }

  // MARK: AsciiDoc

  private static func readAsciiDoc(_ lines: inout [String], _ metadata: inout Metadata) {
    var isInHeader = true
    for index in lines.indices {
      let line = lines[index]
      if line.hasPrefix("="), let end = line.firstIndex(where: { $0 != "=" }), line[end] == " " {
        let level = line.distance(from: line.startIndex, to: end)
        if level == 1 { metadata.add(.title, line[end...]) }
        if level == 1, isInHeader, index + 1 < lines.count, lines[index + 1].contains("@") {
          metadata.add(.author, MailReader.name(in: lines[index + 1]))
          lines[index + 1] = ""
        }
        lines[index] = heading(String(line[end...]), level)
      } else if line.hasPrefix(":"), let end = line.dropFirst().firstIndex(of: ":"), isInHeader {
        let value = line[line.index(after: end)...]
        switch line[line.index(after: line.startIndex)..<end] {
        case "author": metadata.add(.author, value)
        case "revdate", "date": metadata.addDate(value)
        case "lang": metadata.add(.language, Metadata.languageTag(String(value)))
        default: break
        }
        lines[index] = ""
      } else if line.hasPrefix("//") || line.hasPrefix("[") && line.hasSuffix("]")
        || line.hasPrefix("image::") || line.hasPrefix("include::") || line.hasPrefix("ifdef::")
        || line.hasPrefix("endif::") || line.hasPrefix("ifndef::") || line == "|==="
      {
        lines[index] = ""
      } else if line.hasPrefix("----") || line.hasPrefix("....") || line.hasPrefix("====")
        || line.hasPrefix("****") || line.hasPrefix("____")
      {
        lines[index] = line.hasPrefix("--") || line.hasPrefix("..") ? "```" : ""
      } else if !line.isEmpty {
        isInHeader = isInHeader && index < 16
      }
    }
  }

  // MARK: LaTeX

  private static let sections: [(String, Int)] = [
    ("part", 1), ("chapter", 1), ("section", 2), ("subsection", 3), ("subsubsection", 4),
    ("paragraph", 5),
  ]

  private static func readLaTeX(_ lines: inout [String], _ metadata: inout Metadata) {
    var isInPreamble = lines.contains { $0.contains("\\begin{document}") }
    for index in lines.indices {
      let line = withoutComment(lines[index])
      for (command, key) in [("\\title", MetadataKey.title), ("\\author", .author)] {
        if let value = argument(of: command, in: line) { metadata.add(key, plain(value)) }
      }
      if let date = argument(of: "\\date", in: line) { metadata.addDate(date) }
      if line.contains("\\begin{document}") {
        isInPreamble = false
        lines[index] = ""
        continue
      }
      if isInPreamble {
        lines[index] = ""
        continue
      }
      lines[index] = plain(line)
      for (name, level) in sections {
        for command in ["\\\(name)", "\\\(name)*"] {
          guard line.hasPrefix(command + "{") || line.hasPrefix(command + "["),
            let title = argument(of: command, in: line)
          else { continue }
          lines[index] = heading(plain(title), level)
        }
      }
    }
  }

  /// Returns the argument of a command in balanced braces, if it is within one line.
  private static func argument(of command: String, in line: String) -> String? {
    guard let found = line.firstRange(of: command) else { return nil }
    var rest = line[found.upperBound...]
    if rest.first == "[", let close = rest.firstIndex(of: "]") {
      rest = rest[rest.index(after: close)...]
    }
    guard rest.first == "{" else { return nil }
    var depth = 0
    for index in rest.indices {
      if rest[index] == "{" { depth += 1 }
      if rest[index] == "}" { depth -= 1 }
      if depth == 0 { return String(rest[rest.index(after: rest.startIndex)..<index]) }
    }
    return nil
  }

  private static func withoutComment(_ line: String) -> String {
    var wasBackslash = false
    for index in line.indices {
      if line[index] == "%", !wasBackslash { return String(line[..<index]) }
      wasBackslash = line[index] == "\\" && !wasBackslash
    }
    return line
  }

  /// The commands whose arguments are not part of the text.
  private static let silent: Set<String> = [
    "label", "cite", "citep", "citet", "ref", "eqref", "pageref", "begin", "end", "usepackage",
    "includegraphics", "input", "include", "bibliography", "bibliographystyle", "index", "vspace",
    "hspace", "documentclass", "newcommand", "setlength", "url", "href",
  ]

  /// Returns a line without commands: `\emph{word}` becomes `word`, and `\item` becomes the mark of
  /// a list item.
  static func plain(_ line: String) -> String {
    guard line.utf8.contains(where: { "\\{}~$".utf8.contains($0) }) else { return line }
    var text = ""
    var rest = line[...]
    while let character = rest.first {
      rest.removeFirst()
      switch character {
      case "{", "}", "$": break
      case "~": text += " "
      case "\\":
        let name = rest.prefix { $0.isLetter }
        rest = rest[name.endIndex...]
        if name.isEmpty {
          // An escaped character, an accent or a line break.
          if let sign = rest.first {
            rest.removeFirst()
            if "%&$#_{}".contains(sign) { text.append(sign) } else if sign == "\\" { text += " " }
          }
          continue
        }
        if rest.first == "*" { rest.removeFirst() }
        if name == "item" { text += "- " }
        if silent.contains(String(name)) {
          while let open = rest.first, open == "{" || open == "[" {
            guard let close = rest.firstIndex(of: open == "{" ? "}" : "]") else { break }
            rest = rest[rest.index(after: close)...]
            // A link's second argument is its text.
            if name == "href" { break }
          }
        } else if rest.first == " " {
          rest.removeFirst()
        }
      default: text.append(character)
      }
    }
    return text
  }

  private static func heading(_ text: String, _ level: Int) -> String {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.isEmpty ? "" : String(repeating: "#", count: min(max(level, 1), 6)) + " " + words
  }
}
