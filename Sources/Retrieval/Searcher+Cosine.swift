import SegmentFormat
import TextAnalysis

extension Searcher {
  /// Classic tf·idf with cosine normalisation, to compare with: SMART's lnc.ltc over stems, `(1 +
  /// ln tf)` in passages, `(1 + ln tf)·ln(N/df)` in the question, each divided by its length as a
  /// vector (Salton & Buckley, "Term-weighting approaches in automatic text retrieval", 1988).
  ///
  /// Looks at every posting; meant for comparison, not for speed.
  func rankByCosine(_ query: Query, top count: Int) throws(IndexError) -> [Hit] {
    var hits: [Hit] = []
    for language in index.statistics.languages {
      let plan = try self.plan(query, language, SearchOptions(weighting: .bm25))
      for (slot, number) in language.segments.enumerated() {
        let sums = try cosines(
          plan.lists[slot], passageCount: language.passageCount, segment: number)
        let share =
          language.language == query.language ? 1 : LanguageRanking.otherLanguageShare
        let filter = try filter(query, segment: number)
        for (passage, sum) in sums.enumerated() where sum > 0 {
          if let filter, !filter.admits(UInt32(passage)) { continue }
          hits.append(Hit(id: PassageID(segment: number, passage: passage), score: sum * share))
        }
      }
    }
    hits.sort { a, b in
      if a.score != b.score { return a.score > b.score }
      if a.id.segment != b.id.segment { return a.id.segment < b.id.segment }
      return a.id.passage < b.id.passage
    }
    return Array(hits.prefix(count))
  }

  private func cosines(
    _ lists: [ScoredList], passageCount: Int, segment number: Int
  ) throws(IndexError) -> [Double] {
    let segment = index.segments[number]
    var sums = [Double](repeating: 0, count: segment.properties.passageCount)
    var questionSquares = 0.0
    for list in lists {
      let idf = logarithm(Double(max(passageCount, 1)) / Double(list.documentFrequency))
      // The share of a stem counts how often the question has its word, in these units.
      let weight = (1 + logarithm(list.share)) * idf
      questionSquares += weight * weight
      try forEachPosting(of: list, in: segment) { passage, frequency in
        sums[passage] += (1 + logarithm(Double(frequency))) * weight
      }
    }
    guard questionSquares > 0 else { return sums }
    let questionLength = squareRoot(questionSquares)
    for passage in sums.indices where sums[passage] > 0 {
      let length = segment.vectorLength(ofPassage: passage)
      sums[passage] /= questionLength * max(length, 1)
    }
    return sums
  }
}
