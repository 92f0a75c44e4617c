import Answering
import Library
import Retrieval

/// Which documents are asked.
extension Session {
  /// The documents that are asked, with their numbers among all.
  mutating func listDocuments(_ pattern: String) throws(CommandError) {
    let library = library.current
    let documents = try asking { () throws(IndexError) in try library.documents() }
    let wanted = pattern.isEmpty ? nil : DocumentPattern(pattern)
    let listed = documents.enumerated().filter { _, document in
      narrowing.admits(document) && wanted?.matches(document) ?? true
    }
    guard !listed.isEmpty else { return say(.noSuchDocument(pattern)) }
    let width = "\(documents.count)".utf8.count
    for (index, document) in listed.prefix(Self.listLimit) {
      let number = "\(index + 1)"
      let margin = String(repeating: " ", count: width - number.utf8.count) + number + "  "
      output.append(
        writer.typesetter.lines(
          CitationText.heading(of: document), first: margin, indent: margin.utf8.count))
    }
    if listed.count > Self.listLimit {
      say(.moreDocuments(listed.count - Self.listLimit))
    }
    if !narrowing.isEmpty { sayNarrowing(of: documents.count) }
  }

  /// More lines than this nobody reads: a pattern finds what is wanted.
  private static let listLimit = 500

  mutating func pick(_ numbers: String) throws(CommandError) {
    guard !numbers.isEmpty else { return try narrow(to: Narrowing()) }
    let library = library.current
    let documents = try asking { () throws(IndexError) in try library.documents() }
    let cited = last?.answer.citations.map(\.passage.document.id) ?? []
    guard let choice = NumberChoice(numbers) else {
      return say(.commandNeeds(":only", argument: "1,3"))
    }
    var ids: Set<String> = []
    for number in choice.numbers {
      guard documents.indices.contains(number - 1) else {
        return say(.noDocument(number: number, count: documents.count))
      }
      ids.insert(documents[number - 1].id)
    }
    for number in choice.citations {
      guard cited.indices.contains(number - 1) else {
        return say(cited.isEmpty ? .noAnswerYet : .noSuchCitation("\(number)", count: cited.count))
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

  mutating func narrow(since date: String) throws(CommandError) {
    var new = narrowing
    new.since = nil
    if !date.isEmpty {
      guard let since = EarliestDate(date) else {
        return say(.commandNeeds(":since", argument: "2026-03"))
      }
      new.since = since
    }
    try narrow(to: new)
  }

  /// Asks only what meets these conditions, and says how many documents those are.
  mutating func narrow(to new: Narrowing) throws(CommandError) {
    try setNarrowing(new)
    let library = library.current
    sayNarrowing(of: try asking { () throws(IndexError) in try library.documents() }.count)
  }

  private mutating func sayNarrowing(of total: Int) {
    say(
      .narrowed(
        to: scope?.documentCount ?? total, of: total, by: narrowing.description))
  }
}
