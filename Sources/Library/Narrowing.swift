import Corpus
import Model
public import Retrieval

/// Conditions on documents. A document is searched if it meets all conditions that are set.
///
/// ```swift
/// let narrowing = Narrowing(
///   patterns: [DocumentPattern("reports/*.md")], since: EarliestDate("2026"))
/// let reader = library.makeReader(within: try library.scope(of: narrowing))
/// ```
public struct Narrowing: Sendable, Equatable {
  /// The ids of documents that were selected one by one, or nil for all documents.
  public var documents: Set<String>?
  /// The patterns, of which a document has to match at least one. If there are none, all documents
  /// match.
  public var patterns: [DocumentPattern]
  /// The earliest date, or nil for any date. A document without a date does not meet the condition.
  public var since: EarliestDate?

  public init(
    documents: Set<String>? = nil, patterns: [DocumentPattern] = [], since: EarliestDate? = nil
  ) {
    self.documents = documents
    self.patterns = patterns
    self.since = since
  }

  /// A Boolean value that indicates whether no condition is set.
  public var isEmpty: Bool { documents == nil && patterns.isEmpty && since == nil }

  /// Returns whether a document meets all conditions.
  public func admits(_ document: StoredDocument) -> Bool {
    if let documents, !documents.contains(document.id) { return false }
    if !patterns.isEmpty, !patterns.contains(where: { $0.matches(document) }) { return false }
    if let since { return since.admits(document.date?.value) }
    return true
  }
}

/// The documents of a library that meet given conditions. They are determined once, by
/// ``Library/scope(of:)``, and can be searched any number of times.
public struct LibraryScope: Sendable, Equatable {
  public let narrowing: Narrowing
  let passages: SearchScope

  /// The number of documents, which may be 0.
  public var documentCount: Int { passages.documentCount }
}

/// A case-insensitive pattern for the path or title of documents.
///
/// A pattern with wildcards (`*`, `?`, `[a-z]`) has to match the whole path or its last component.
/// A pattern without wildcards may occur anywhere in the path or the title.
public struct DocumentPattern: Sendable {
  public let text: String
  private let lowercased: String
  /// The pattern with wildcards, or nil if the text has none.
  private let glob: GlobPattern?

  public init(_ text: String) {
    self.text = text
    lowercased = text.lowercased()
    let isGlob = text.utf8.contains { "*?[".utf8.contains($0) }
    glob = isGlob ? GlobPattern(Array(lowercased.utf8)) : nil
  }

  public func matches(_ document: StoredDocument) -> Bool {
    let path = document.source.lowercased()
    if let glob {
      let name = path.split(separator: "/").last ?? path[...]
      return glob.matches(path[...].utf8) || glob.matches(name.utf8)
    }
    return path.contains(lowercased)
      || document.title?.value.lowercased().contains(lowercased) ?? false
  }
}

extension DocumentPattern: Equatable {
  public static func == (first: Self, second: Self) -> Bool { first.text == second.text }
}

/// The beginning of a period: `2026`, `2026-03` or `2026-03-14`.
public struct EarliestDate: Sendable, Equatable {
  public let text: String

  /// Creates a date from text. Returns nil if the text is not a year, a month or a day.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let ranges = [1...9999, 1...12, 1...31]
    guard 1...3 ~= parts.count, parts[0].utf8.count == 4 else { return nil }
    for (part, range) in zip(parts, ranges) {
      guard part.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(part),
        range.contains(number), part.utf8.count == (range.upperBound == 9999 ? 4 : 2)
      else { return nil }
    }
    self.text = text
  }

  /// Returns whether a document's date is in the period.
  ///
  /// - Parameter date: The date in ISO 8601, in which dates compare like strings. Other text, which
  ///   is a date that could not be parsed, is rejected.
  public func admits(_ date: String?) -> Bool {
    guard let date, EarliestDate(String(date.prefix(10))) != nil || EarliestDate(date) != nil
    else { return false }
    return date >= text
  }
}
