import Glibc
import SegmentFormat
import TextAnalysis

/// Ranks passages by classic tf·idf with cosine normalization, for comparison.
///
/// In the notation of SMART, it is lnc.ltc over stems: the weights are `1 + ln tf` in passages and
/// `(1 + ln tf)·ln(N/df)` in the question, divided by the length of the vector (Salton & Buckley,
/// "Term-weighting approaches in automatic text retrieval", 1988).
struct CosineRanker {
  private let index: IndexReader
  private let planner: QueryPlanner
  private let filters: FilterBuilder
  private let postings: PostingReader

  init(
    _ index: IndexReader, _ planner: QueryPlanner, _ filters: FilterBuilder,
    _ postings: PostingReader
  ) {
    self.index = index
    self.planner = planner
    self.filters = filters
    self.postings = postings
  }

  /// Returns the best passages, best first.
  ///
  /// - Complexity: O(*n* + *p* log *p*), where *n* is the number of postings of the query's stems
  ///   and *p* is the number of passages of the index.
  func rank(_ query: Query, top count: Int) throws(IndexError) -> [Hit] {
    var hits: [(hit: Hit, language: Int, rank: UInt32)] = []
    for (place, language) in index.statistics.languages.enumerated() {
      let plan = try planner.plan(query, language, SearchOptions(weighting: .bm25))
      for (slot, number) in language.segments.enumerated() {
        let sums = try cosines(plan, slot, language, segment: number)
        let share =
          language.language == query.language ? 1 : LanguageRanking.otherLanguageShare
        let filter = try filters.filter(query, segment: number)
        for (passage, sum) in sums.enumerated() where sum > 0 {
          if let filter, !filter.admits(UInt32(passage)) { continue }
          let hit = Hit(id: PassageID(segment: number, passage: passage), score: sum * share)
          hits.append((hit, place, index.rank(ofPassage: passage, segment: number)))
        }
      }
    }
    hits.sort { a, b in
      if a.hit.score != b.hit.score { return a.hit.score > b.hit.score }
      if a.language != b.language { return a.language < b.language }
      if a.rank != b.rank { return a.rank < b.rank }
      if a.hit.id.segment != b.hit.id.segment { return a.hit.id.segment < b.hit.id.segment }
      return a.hit.id.passage < b.hit.id.passage
    }
    return hits.prefix(count).map(\.hit)
  }

  private func cosines(
    _ plan: SearchPlan, _ slot: Int, _ language: CollectionStatistics.LanguageStatistics,
    segment number: Int
  ) throws(IndexError) -> [Double] {
    let segment = index.segments[number]
    var sums = [Double](repeating: 0, count: segment.properties.passageCount)
    func weight(_ list: ScoredList) -> Double {
      let idf = log(
        Double(max(language.passageCount, 1)) / Double(list.documentFrequency))
      // In this weighting, the share of a stem is the number of times that the question contains
      // its word.
      return (1 + log(list.share)) * idf
    }
    for list in plan.lists(slot: slot) {
      let weight = weight(list)
      try postings.forEachPosting(of: list, in: segment) { passage, frequency in
        sums[passage] += (1 + log(Double(frequency))) * weight
      }
    }
    let questionSquares = plan.words.reduce(0) { $0 + weight($1) * weight($1) }
    guard questionSquares > 0 else { return sums }
    let questionLength = questionSquares.squareRoot()
    for passage in sums.indices where sums[passage] > 0 {
      let length = segment.vectorLength(ofPassage: passage)
      sums[passage] /= questionLength * max(length, 1)
    }
    return sums
  }
}
