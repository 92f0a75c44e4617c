import Answering
import Library
import Retrieval

/// Commands that choose the documents to ask.
extension Session {
  /// Lists the documents that are asked, with their numbers among all documents.
  mutating func listDocuments(_ pattern: String) throws(CommandError) {
    let library = library.current
    let documents = try asking { () throws(IndexError) in try library.documents() }
    let wanted = pattern.isEmpty ? nil : DocumentPattern(pattern)
    let listed = documents.enumerated().filter { _, document in
      narrowing.admits(document) && wanted?.matches(document) ?? true
    }
    guard !listed.isEmpty else { return say(SessionMessage.noDocument(matching: pattern)) }
    let width = "\(documents.count)".utf8.count
    for (index, document) in listed.prefix(Self.listLimit) {
      let number = "\(index + 1)"
      let margin = String(repeating: " ", count: width - number.utf8.count) + number + "  "
      output.append(
        writer.typesetter.lines(
          CitationText.heading(of: document), first: margin, indent: margin.utf8.count))
    }
    if listed.count > Self.listLimit {
      say(SessionMessage.moreDocuments(listed.count - Self.listLimit))
    }
    if !narrowing.isEmpty { sayNarrowing(of: documents.count) }
  }

  /// The maximum number of documents in a list. A pattern finds those beyond it.
  private static let listLimit = 500

  mutating func pick(_ numbers: String) throws(CommandError) {
    guard !numbers.isEmpty else { return try narrow(to: Narrowing()) }
    let library = library.current
    let documents = try asking { () throws(IndexError) in try library.documents() }
    let cited = last?.answer.citations.map(\.passage.document.id) ?? []
    guard let choice = NumberChoice(numbers) else {
      return say(SessionMessage.usage(":only", "1,3"))
    }
    var ids: Set<String> = []
    for number in choice.numbers {
      guard documents.indices.contains(number - 1) else {
        return say(SessionMessage.noDocument(number: number, count: documents.count))
      }
      ids.insert(documents[number - 1].id)
    }
    for number in choice.citations {
      guard cited.indices.contains(number - 1) else {
        return say(
          cited.isEmpty
            ? SessionMessage.noAnswerYet
            : SessionMessage.noCitation("\(number)", count: cited.count))
      }
      ids.insert(cited[number - 1])
    }
    var new = narrowing
    new.documents = ids
    try narrow(to: new)
  }

  mutating func narrow(toPattern pattern: String) throws(CommandError) {
    var new = narrowing
    new.patterns = pattern.isEmpty ? [] : [DocumentPattern(pattern)]
    try narrow(to: new)
  }

  /// Sets a condition on the metadata of documents. An empty value removes it.
  mutating func narrow(
    _ condition: WritableKeyPath<Narrowing, [String]>, to value: String
  ) throws(CommandError) {
    var new = narrowing
    new[keyPath: condition] = value.isEmpty ? [] : [value]
    try narrow(to: new)
  }

  /// Sets the beginning or the end of the period of documents. An empty date removes it.
  mutating func narrow(
    _ border: WritableKeyPath<Narrowing, DateBorder?>, _ command: String, to text: String
  ) throws(CommandError) {
    let date = DateBorder(text)
    guard date != nil || text.isEmpty else {
      return say(SessionMessage.usage(command, "2026-03"))
    }
    var new = narrowing
    new[keyPath: border] = date
    try narrow(to: new)
  }

  /// Narrows questions to the documents that meet the given conditions, and reports their number.
  mutating func narrow(to new: Narrowing) throws(CommandError) {
    try setNarrowing(new)
    if let scope, scope.documentCount == nil {
      return say(SessionMessage.narrowed(by: narrowing.description))
    }
    let library = library.current
    sayNarrowing(of: try asking { () throws(IndexError) in try library.documents() }.count)
  }

  private mutating func sayNarrowing(of total: Int) {
    say(
      SessionMessage.narrowed(
        to: scope?.documentCount ?? total, of: total, by: narrowing.description))
  }
}

/// A list of numbers, typed as `1,3`, `2-5 9`, or `[1]` for a citation.
struct NumberChoice: Sendable, Equatable {
  var numbers: [Int] = []
  var citations: [Int] = []

  private static let longestRange = 100_000

  /// Parses a list of numbers. The result is nil for any other text.
  init?(_ text: String) {
    for part in text.split(whereSeparator: { $0 == "," || $0 == " " }) {
      if part.hasPrefix("["), part.hasSuffix("]"),
        let range = Self.range(part.dropFirst().dropLast())
      {
        citations += range
      } else if let range = Self.range(part) {
        numbers += range
      } else {
        return nil
      }
    }
    if numbers.isEmpty, citations.isEmpty { return nil }
  }

  private static func range(_ text: Substring) -> ClosedRange<Int>? {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false)
    guard 1...2 ~= ends.count, ends.allSatisfy({ $0.utf8.allSatisfy(\.isDigit) }),
      let first = Int(ends[0]), let last = Int(ends[ends.count - 1]), 1 <= first, first <= last,
      last - first < longestRange
    else { return nil }
    return first...last
  }
}
