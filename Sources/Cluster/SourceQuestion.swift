import Model
public import Retrieval

/// A question to a source of passages outside.
public struct SourceQuestion: Sendable, Equatable {
  public var query: Query
  public var filter: SourceFilter
  /// The number of documents that are needed; nil for the source's own, of which there are never
  /// fewer.
  public var count: Int?

  public init(_ query: Query, within filter: SourceFilter = SourceFilter(), count: Int? = nil) {
    self.query = query
    self.filter = filter
    self.count = count
  }
}

/// Conditions that a document has to meet: one value of each kind that is set.
public struct SourceFilter: Sendable, Equatable {
  /// Patterns for the path, or words of the title.
  public var patterns: [String] = []
  public var authors: [String] = []
  public var titles: [String] = []
  public var tags: [String] = []
  /// The earliest date, and the date before which all lie: a year, a month or a day.
  public var since: String?
  public var before: String?
  /// The ids of documents, without the name of the index; nil for all.
  public var ids: [String]?
  /// Further conditions, each of which has to be met.
  public var outer: [SourceFilter] = []

  public init() {}
}

/// The words of a question, each with everything that may stand for it in passages.
struct QuestionAlternatives {
  /// Words that mean the same in a question; a passage with one of them counts as one with the word.
  struct Group {
    var alternatives: [Alternative]
    fileprivate var range: Range<Int>
  }

  struct Alternative {
    /// The words, all of which have to occur.
    var text: String
    var weight: Double
  }

  private(set) var groups: [Group] = []
  /// The single words of all alternatives, each once.
  private(set) var words: [WordForms] = []
  /// The greatest number of groups, and of alternatives in one; the others of a longer question are
  /// left out, since engines limit the number of clauses.
  private static let longest = 64

  init(_ query: Query) {
    let concepts = query.concepts.sorted { $0.key.rawValue < $1.key.rawValue }.flatMap(\.value)
    for (number, term) in query.terms.enumerated()
    where !term.isStopWord && groups.count < Self.longest {
      let known = query.terms[..<number].contains { $0.surface == term.surface && !$0.isStopWord }
      add(WordForms(surface: term.surface, stem: term.stem))
      guard !known else { continue }
      groups.append(
        Group(
          alternatives: [Alternative(text: term.text, weight: 1)], range: number..<(number + 1)))
    }
    for concept in concepts {
      for member in concept.members { for word in member.words { add(word) } }
      let alternatives = concept.members.prefix(Self.longest).map { member in
        Alternative(
          text: member.words.map(\.surface).joined(separator: " "), weight: member.weight)
      }
      if let place = groups.firstIndex(where: { $0.range == concept.range }) {
        let known = groups[place].alternatives.map(\.text)
        groups[place].alternatives += alternatives.filter { !known.contains($0.text) }
      } else if groups.count < Self.longest {
        groups.append(Group(alternatives: alternatives, range: concept.range))
      }
    }
  }

  private mutating func add(_ word: WordForms) {
    if !words.contains(word) { words.append(word) }
  }
}
