import Model
import Retrieval

/// Which documents are asked: those that meet every condition that is set.
struct Narrowing: Sendable, Equatable {
  /// Ids of documents that were picked one by one; nil for all.
  var documents: Set<String>?
  /// One of them has to match.
  var patterns: [DocumentPattern] = []
  /// The earliest date; what has none is left out.
  var since: EarliestDate?

  var isEmpty: Bool { documents == nil && patterns.isEmpty && since == nil }

  func admits(_ document: StoredDocument) -> Bool {
    if let documents, !documents.contains(document.id) { return false }
    if !patterns.isEmpty, !patterns.contains(where: { $0.matches(document) }) { return false }
    if let since { return since.admits(document.date?.value) }
    return true
  }

  /// The conditions as the shell's commands set them.
  var description: String {
    var parts: [String] = []
    if let documents { parts.append(":only \(documents.count)") }
    if !patterns.isEmpty {
      parts.append(":in " + patterns.map(\.text).joined(separator: " "))
    }
    if let since { parts.append(":since \(since.text)") }
    return VisibleText.line(parts.joined(separator: " "))
  }
}

/// A date from which on documents are asked: `2026`, `2026-03` or `2026-03-14`.
struct EarliestDate: Sendable, Equatable {
  let text: String

  /// Nil for any other form.
  init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let ranges = [1...9999, 1...12, 1...31]
    guard 1...3 ~= parts.count, parts[0].utf8.count == 4 else { return nil }
    for (part, range) in zip(parts, ranges) {
      guard part.utf8.allSatisfy(\.isDigit), let number = Int(part), range.contains(number),
        part.utf8.count == (range.upperBound == 9999 ? 4 : 2)
      else { return nil }
    }
    self.text = text
  }

  /// - Parameter date: of a document; in ISO 8601, whose order is that of its characters, unless
  ///   it could not be read.
  func admits(_ date: String?) -> Bool {
    guard let date, EarliestDate(String(date.prefix(10))) != nil || EarliestDate(date) != nil
    else { return false }
    return date >= text
  }
}
