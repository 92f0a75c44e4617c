import Corpus
import Model
public import Retrieval

/// Conditions on documents. A document is asked if it meets all that are set; of several values for
/// the same condition it has to meet one.
public struct Narrowing: Sendable, Equatable {
  /// The ids of documents that were selected one by one, or nil for all documents.
  public var documents: Set<String>?
  /// The patterns, of which a document has to match at least one. If there are none, all documents
  /// match.
  public var patterns: [DocumentPattern]
  /// Names of which the author has to contain one, whatever the case.
  public var authors: [String] = []
  /// Words of which the title has to contain one, whatever the case.
  public var titles: [String] = []
  /// Tags of which a document has to have one, whatever the case; `project` includes `project/a`.
  public var tags: [String] = []
  /// Names of libraries of which a document has to belong to one; empty for all.
  public var libraries: [String] = []
  /// The earliest date. Documents without a date do not meet it.
  public var since: DateBorder?
  /// The end of the period, which does not belong to it. Documents without a date do not meet it.
  public var before: DateBorder?
  /// Further conditions, each of which has to be met.
  public private(set) var outer: [Narrowing] = []

  public init(
    documents: Set<String>? = nil, patterns: [DocumentPattern] = [], since: DateBorder? = nil
  ) {
    self.documents = documents
    self.patterns = patterns
    self.since = since
  }

  /// A Boolean value that indicates whether no condition is set.
  public var isEmpty: Bool { self == Narrowing() }

  /// Returns these conditions in addition to others.
  public func within(_ others: Narrowing) -> Narrowing {
    if isEmpty { return others }
    var all = self
    if !others.isEmpty { all.outer.append(others) }
    return all
  }

  /// Returns whether a document meets all conditions.
  public func admits(_ document: StoredDocument) -> Bool {
    if let documents, !documents.contains(document.id) { return false }
    if let since, !since.admits(since: document.date?.value) { return false }
    if let before, !before.admits(before: document.date?.value) { return false }
    return Self.isMet(patterns) { $0.matches(document) }
      && Self.isMet(authors) { document.author?.value.containsCaseless($0) ?? false }
      && Self.isMet(titles) { document.title?.value.containsCaseless($0) ?? false }
      && Self.isMet(tags) { tag in document.tags.contains { $0.isTag(below: tag) } }
      && Self.isMet(libraries) { document.library == $0 }
      && outer.allSatisfy { $0.admits(document) }
  }

  private static func isMet<Value>(_ values: [Value], _ test: (Value) -> Bool) -> Bool {
    values.isEmpty || values.contains(where: test)
  }
}

extension String {
  fileprivate func containsCaseless(_ words: String) -> Bool {
    lowercased().contains(words.lowercased())
  }

  fileprivate func isTag(below tag: String) -> Bool {
    let (own, wanted) = (lowercased(), tag.lowercased().drop { $0 == "#" })
    return own == wanted || own.hasPrefix(wanted + "/")
  }
}

/// The documents of a library that meet given conditions. They are determined once, by
/// ``Library/scope(of:)``, and can be searched any number of times.
public struct LibraryScope: Sendable, Equatable {
  public let narrowing: Narrowing
  /// The passages, or nil if a source outside looks for them with each question.
  let passages: SearchScope?

  /// The number of documents, which may be 0; nil if a source outside is asked, which does not
  /// list them.
  public var documentCount: Int? { passages?.documentCount }
}

/// A case-insensitive pattern for the path or title of documents.
///
/// A pattern with wildcards (`*`, `?`, `[a-z]`) has to match the whole path or its last component.
/// A pattern without `*` and `?` may also occur anywhere in the path or the title, brackets and all,
/// since names have brackets more often than patterns do.
public struct DocumentPattern: Sendable {
  public let text: String
  private let lowercased: String
  /// The pattern with wildcards, or nil if the text has none.
  private let glob: GlobPattern?
  /// A Boolean value that indicates whether the text may also be meant as it is.
  private let isLiteral: Bool

  public init(_ text: String) {
    self.text = text
    lowercased = text.lowercased()
    isLiteral = !text.utf8.contains { "*?".utf8.contains($0) }
    let isGlob = !isLiteral || text.utf8.contains(UInt8(ascii: "["))
    glob = isGlob ? GlobPattern(Array(lowercased.utf8)) : nil
  }

  public func matches(_ document: StoredDocument) -> Bool {
    let path = document.source.lowercased()
    if let glob {
      let name = path.split(separator: "/").last ?? path[...]
      if glob.matches(path[...].utf8) || glob.matches(name.utf8) { return true }
    }
    guard isLiteral else { return false }
    return path.contains(lowercased)
      || document.title?.value.lowercased().contains(lowercased) ?? false
  }
}

extension DocumentPattern: Equatable {
  public static func == (first: Self, second: Self) -> Bool { first.text == second.text }
}

/// A border of a period: `2026`, `2026-03` or `2026-03-14`.
public struct DateBorder: Sendable, Equatable {
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

  /// Determines whether a document's date lies in the period that begins with this one.
  ///
  /// - Parameter date: In ISO 8601, where dates compare as strings do; any other text, which is a
  ///   date that could not be read, is not admitted.
  public func admits(since date: String?) -> Bool {
    guard let date, Self.isRead(date) else { return false }
    return date >= text
  }

  /// Determines whether a document's date lies in the period that ends before this one. The year 2026
  /// is not known to lie before March 2026.
  public func admits(before date: String?) -> Bool {
    guard let date, Self.isRead(date) else { return false }
    return date < text && !text.hasPrefix(date)
  }

  private static func isRead(_ date: String) -> Bool {
    DateBorder(String(date.prefix(10))) != nil || DateBorder(date) != nil
  }
}
