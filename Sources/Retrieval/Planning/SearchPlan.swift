import SegmentFormat

/// The posting lists that a query looks at in the segments of one language.
struct SearchPlan {
  /// By segment of the language; empty if no list was found in any.
  private var lists: [[ScoredList]] = []
  private let segmentCount: Int

  /// The sum of the weights of all words and forms that were found, in whatever segment.
  var weight = 0.0
  /// The score that a passage approaches which holds every word of the question ever more often; a
  /// word that no passage holds counts as the rarest there can be. Scores of different languages are
  /// measured by it.
  var mass = 0.0
  /// The number of words and forms that were found so far.
  var count = 0

  /// - Parameter segmentCount: The number of the language's segments.
  init(segmentCount: Int) { self.segmentCount = segmentCount }

  /// Whether no list could lead to a passage.
  var isEmpty: Bool { lists.isEmpty }

  /// The lists of the language's segment number `slot`.
  func lists(slot: Int) -> [ScoredList] { isEmpty ? [] : lists[slot] }

  /// Adds a list of segment number `slot`.
  mutating func append(_ list: ScoredList, slot: Int) {
    if lists.isEmpty { lists = Array(repeating: [], count: segmentCount) }
    lists[slot].append(list)
  }

  /// Returns the plan's entry for the occurrences of a word in title and text together.
  func textEntry(of number: Int, slot: Int) -> TermEntry? {
    guard
      case .stored(let entry) = lists(slot: slot).first(where: { $0.isText(of: number) })?.postings
    else { return nil }
    return entry
  }

  /// Adds to the share of the list that `textEntry(of:slot:)` returns; `false` if there is none.
  mutating func addShare(_ share: Double, toTextOf number: Int, slot: Int) -> Bool {
    guard let same = lists[slot].firstIndex(where: { $0.isText(of: number) }) else { return false }
    lists[slot][same].share += share
    return true
  }

  /// The lists of each word once, from the first segment that has them.
  var words: [ScoredList] {
    var words: [ScoredList] = []
    for list in lists.joined() where !words.contains(where: { $0.number == list.number }) {
      words.append(list)
    }
    return words.sorted { $0.number < $1.number }
  }
}

/// A posting list of one segment, with its share in the score.
struct ScoredList {
  enum Postings {
    case stored(TermEntry)
    /// Made for this question from the lists of several terms.
    case union(UnpackedPostings)
  }

  /// The number of the word and form among all that the plan holds, the same in every segment.
  var number: Int
  /// The question's word that it belongs to, an index of `Query.terms`.
  var term: Int
  var form: TermForm
  var postings: Postings
  /// Over all segments of the language.
  var documentFrequency: Int
  var idf: Double
  /// The weight of the form beside the others.
  var share: Double

  var weight: Double { idf * share }

  /// Whether the list holds a word's occurrences in title and text together.
  func isText(of number: Int) -> Bool { term == number && form != .title }
}
