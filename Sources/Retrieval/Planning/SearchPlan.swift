import SegmentFormat

/// The posting lists that a query reads in the segments of one language.
struct SearchPlan {
  /// The lists of each segment of the language. The array is empty if no segment has a list.
  private var lists: [[ScoredList]] = []
  private let segmentCount: Int
  /// The number of lists of a segment for which memory is reserved.
  private let expectedCount: Int

  /// The sum of the weights of all words and forms that were found in any segment.
  var weight = 0.0
  /// The limit of the scores of passages that contain every word of the question, divided by k₁ +
  /// 1. Titles are ignored, and a word that occurs in no passage counts as the rarest possible
  /// word. The scores of different languages are compared relative to this limit.
  var mass = 0.0
  /// The number of words and forms that were found.
  var count = 0

  /// - Parameters:
  ///   - segmentCount: The number of the language's segments.
  ///   - expectedCount: The number of lists that most segments will have at most.
  init(segmentCount: Int, expecting expectedCount: Int = 0) {
    self.segmentCount = segmentCount
    self.expectedCount = expectedCount
  }

  /// A Boolean value that indicates whether no list was found.
  var isEmpty: Bool { lists.isEmpty }

  /// Returns the lists of the language's segment number `slot`.
  func lists(slot: Int) -> [ScoredList] { isEmpty ? [] : lists[slot] }

  private mutating func prepareLists() {
    guard lists.isEmpty else { return }
    lists = Array(repeating: [], count: segmentCount)
    for slot in lists.indices { lists[slot].reserveCapacity(expectedCount) }
  }

  /// Adds a list of segment number `slot`.
  mutating func append(_ list: ScoredList, slot: Int) {
    prepareLists()
    lists[slot].append(list)
  }

  /// Calls `body` with the slot of each segment and its lists.
  func forEachList(_ body: (_ slot: Int, _ list: ScoredList) -> Void) {
    for slot in lists.indices {
      for list in lists[slot] { body(slot, list) }
    }
  }

  /// Adds the plan of a stem that is related to a word of the question, whose own lists were added
  /// before. A related stem never counts more than the word itself.
  mutating func add(_ stem: SearchPlan, relatedBy related: RelatedStem) {
    count += 1
    let limit = idf(of: related.term)
    for slot in stem.lists.indices {
      for var list in stem.lists[slot] {
        list.idf = min(list.idf, limit ?? .infinity)
        list.share = related.weight
        list.number = count
        list.term = related.term
        list.related = related.stem
        append(list, slot: slot)
      }
    }
    weight += min(stem.weight, limit ?? .infinity) * related.weight
  }

  /// Returns the entry of a word's plan for the occurrences of the word in title, headings and text
  /// together, or nil if there is none.
  func textEntry(slot: Int) -> TermEntry? {
    guard
      case .stored(let entry) = lists(slot: slot).first(where: { $0.form != .title })?.postings
    else { return nil }
    return entry
  }

  /// Returns the inverse document frequency of a word, or nil if no passage contains it.
  private func idf(of number: Int) -> Double? {
    for slot in lists {
      if let list = slot.first(where: { $0.term == number && $0.related == nil }) {
        return list.idf
      }
    }
    return nil
  }

  /// Adds to the share of the list that `textEntry(slot:)` returns. Returns `false` if there is
  /// none.
  mutating func addShareToText(_ share: Double, slot: Int) -> Bool {
    guard !isEmpty, let same = lists[slot].firstIndex(where: { $0.form != .title }) else {
      return false
    }
    lists[slot][same].share += share
    return true
  }

  /// The list of each word and form, from the first segment that has one.
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
    /// The union of the lists of several terms, computed for this question.
    case union(UnpackedPostings)
  }

  /// The number of the word and form in the plan. It is the same in every segment.
  var number: Int
  /// The index in `Query.terms` of the question's word to which the list belongs.
  var term: Int
  var form: TermForm
  /// The stem if it is not the word's own; see ``RelatedStem``.
  var related: String? = nil
  var postings: Postings
  /// The number of passages, in all segments of the language, that contain the term.
  var documentFrequency: Int
  var idf: Double
  /// The weight of the form, multiplied by the number of times that the question contains the word.
  var share: Double
  /// A Boolean value that indicates whether the list of the word's stem, which comes first, holds
  /// every passage of this list with at least its frequency. This is true of a word's surface form
  /// and of titles, whose words a stem counts too.
  var isCovered = true

  var weight: Double { idf * share }
}
