import Model
import SegmentFormat
import TextAnalysis

/// Determines which passages of a segment a query admits: those in the scope that are not deleted
/// and contain every exact phrase, but no excluded word.
struct FilterBuilder {
  private let index: IndexReader
  private let scope: SearchScope?
  private let terms: TermLookup
  private let postings: PostingReader
  private let analyzers: Analyzers
  private let store: PassageStore

  init(
    _ index: IndexReader, _ scope: SearchScope?, _ terms: TermLookup, _ postings: PostingReader,
    _ analyzers: Analyzers, _ store: PassageStore
  ) {
    self.index = index
    self.scope = scope
    self.terms = terms
    self.postings = postings
    self.analyzers = analyzers
    self.store = store
  }

  /// Returns the filter of a segment, or nil if all of its passages are admitted.
  func filter(_ query: Query, segment number: Int) throws(IndexError) -> PassageFilter? {
    let segment = index.segments[number]
    let count = segment.properties.passageCount
    let deletions = index.deletions[number]
    guard !query.phrases.isEmpty || !query.excluded.isEmpty else {
      guard scope != nil || deletions != nil else { return nil }
      return PassageFilter(
        possible: scope?.passages[number], deletions: deletions, verify: nil)
    }
    let analyzer = analyzers[Language(rawValue: segment.properties.language)]
    var possible = scope?.passages[number] ?? PassageSet(count: count, containsAll: true)
    for stem in query.excluded {
      guard let entry = try terms.entry(.stem, stem, in: segment) else { continue }
      try forEachPassage(of: entry, in: segment) { possible.remove($0) }
    }
    for word in query.phrases.joined() where !analyzer.isStopWord(word.utf8.span) {
      var holders = PassageSet(count: count, containsAll: false)
      if let entry = try terms.entry(.surface, word, in: segment) {
        try forEachPassage(of: entry, in: segment) { holders.insert($0) }
      }
      possible.formIntersection(holders)
    }
    guard !query.phrases.isEmpty else {
      return PassageFilter(possible: possible, deletions: deletions, verify: nil)
    }
    var finder = PhraseFinder(query.phrases)
    return PassageFilter(possible: possible, deletions: deletions) {
      [store] passage throws(IndexError) in
      try store.holdsPhrases(PassageID(segment: number, passage: Int(passage)), &finder)
    }
  }

  private func forEachPassage(
    of entry: TermEntry, in segment: SegmentFile, _ body: (UInt32) -> Void
  ) throws(IndexError) {
    let list = try postings.list(of: entry, in: segment)
    try postings.forEachPosting(of: list, in: segment) { passage, _ in body(UInt32(passage)) }
  }
}
