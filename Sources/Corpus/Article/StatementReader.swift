import Model

/// Reads lines that state who wrote an article, when and where: `Written by …`, `Posted on …`,
/// `Oleh: …`, a bare date, a link to the publisher.
struct StatementReader {
  struct Statement: Equatable {
    var key: MetadataKey
    var value: String
  }

  /// The greatest length of a statement in bytes. Longer lines are text.
  static let maximumLength = 200

  private var text: String
  /// The label of the Markdown link at the end of the line, if there is one.
  private var closingLink: String?

  /// Returns the statements in a line.
  static func statements(in line: String) -> [Statement] {
    guard line.utf8.count <= maximumLength else { return [] }
    let reader = StatementReader(line)
    return reader.phrase() ?? reader.bareDate() ?? reader.bylineLink() ?? []
  }

  /// Creates a reader of a line, and removes its markup.
  private init(_ line: String) {
    var text = ""
    var rest = line.filter { $0 != "*" && $0 != "`" }[...]
    while let open = rest.firstIndex(of: "["),
      let middle = rest[open...].firstRange(of: "]("),
      let close = rest[middle.upperBound...].firstIndex(of: ")")
    {
      let label = rest[rest.index(after: open)..<middle.lowerBound]
      text += rest[..<open] + label
      rest = rest[rest.index(after: close)...]
      closingLink = rest.allSatisfy(\.isWhitespace) ? String(label) : nil
    }
    self.text = text + rest
  }

  /// Reads lines such as `Written by Jane Doe`.
  private func phrase() -> [Statement]? {
    let folded = text.lowercased()
    for (key, phrase, needsColon) in StatementPhrases.all where folded.hasPrefix(phrase) {
      var rest = text.dropFirst(phrase.count)
      guard let mark = rest.first, mark == ":" || mark.isWhitespace && !needsColon else { continue }
      rest = rest.drop { $0 == ":" || $0.isWhitespace }
      if let statements = statements(key, String(rest)), !rest.isEmpty { return statements }
    }
    return nil
  }

  private func statements(_ key: MetadataKey, _ value: String) -> [Statement]? {
    switch key {
    case .author:
      let (words, rest) = Self.cut(value)
      let name = Self.withoutWeekday(words)
      guard PersonName.isLikely(name) else { return nil }
      var statements = [Statement(key: .author, value: name)]
      if let date = StatementReader.statements(in: rest).first(where: { $0.key == .date }) {
        statements.append(date)
      }
      return statements
    case .date:
      guard let first = value.utf8.first(where: { 0x30...0x39 ~= $0 }), first != 0 else {
        return nil
      }
      guard value.utf8.count <= 40 || CalendarDate(in: value) != nil else { return nil }
      return [Statement(key: .date, value: CalendarDate(in: value)?.description ?? value)]
    default:
      guard value.utf8.span.wordCount(in: 0..<value.utf8.count) <= 12, !value.contains("://") else {
        return nil
      }
      return [Statement(key: key, value: value)]
    }
  }

  private func bareDate() -> [Statement]? {
    var parser = DateParser(text)
    guard let date = parser.date(), parser.isAtTimeOrEnd(), text.utf8.count <= 60 else {
      return nil
    }
    return [Statement(key: .date, value: date.description)]
  }

  /// Reads lines such as `Updates. - [KABAR.ORG](https://kabar.org)`.
  private func bylineLink() -> [Statement]? {
    guard let closingLink, text.utf8.span.wordCount(in: 0..<text.utf8.count) <= 6,
      DomainName.isLikely(closingLink)
    else { return nil }
    return [Statement(key: .publisher, value: closingLink)]
  }

  /// Returns a name without the day of the week that a page shows after it.
  private static func withoutWeekday(_ name: String) -> String {
    guard let space = name.lastIndex(of: " "),
      DateParser.weekdays.contains(name[name.index(after: space)...].lowercased()[...])
    else { return name }
    return String(name[..<space])
  }

  /// Returns a name, and the text after a separator.
  private static func cut(_ value: String) -> (name: String, rest: String) {
    for separator in [" | ", " · ", " • ", " – ", " — ", " - ", " (", ", "] {
      guard let range = value.firstRange(of: separator) else { continue }
      let rest = String(value[range.upperBound...])
      // A comma may separate two names.
      if separator == ", ", CalendarDate(in: rest) == nil { continue }
      return (String(value[..<range.lowerBound]), rest)
    }
    return (value, "")
  }
}
