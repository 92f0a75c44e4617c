import Model
import TextAnalysis

/// The best passages of one language.
struct LanguageRanking {
  var language: Language
  /// The limit of the scores of passages that contain every word of the question. See
  /// `SearchPlan.mass`.
  var mass: Double
  /// The passages, best first.
  var entries: [TopPassages.Entry]

  /// The factor of the scores of passages in another language than the question's, which are found
  /// by names, numbers and translations. Of two equally good passages, people prefer the one in
  /// their own language.
  static let otherLanguageShare = 0.88

  static func isOwn(_ language: Language, _ asked: Language) -> Bool {
    language == asked || language == .undetermined
  }

  /// The divisor of scores before they are compared with those of other languages: the geometric
  /// mean of `mass`, with a weight of one quarter, and of the best passage's score, with a weight
  /// of three quarters. With `mass` alone, a language whose passages contain only the question's
  /// names would win over the language that has the answer; with the best score alone, the best
  /// passages of all languages would be equal.
  fileprivate var measure: Double {
    let best = entries.first.map { Double($0.score) / ScoreScale.one } ?? 0
    return max((best * (mass * best).squareRoot()).squareRoot(), .leastNormalMagnitude)
  }
}

extension LanguageRanking {
  /// Returns one ranking of the passages of all languages. If only one language has passages, its
  /// scores are unchanged.
  ///
  /// - Complexity: O(*n* log *n*), where *n* is the number of passages in all rankings.
  static func merge(_ rankings: [LanguageRanking], own: Language, top count: Int) -> [Hit] {
    let found = rankings.filter { !$0.entries.isEmpty }
    var hits: [Hit] = []
    hits.reserveCapacity(found.reduce(0) { $0 + $1.entries.count })
    for ranking in found {
      let isOwn = LanguageRanking.isOwn(ranking.language, own)
      let factor =
        found.count == 1
        ? 1 : (isOwn ? 1 : LanguageRanking.otherLanguageShare) / ranking.measure
      for entry in ranking.entries {
        hits.append(
          Hit(
            id: PassageID(segment: Int(entry.segment), passage: Int(entry.passage)),
            score: Double(entry.score) / ScoreScale.one * factor))
      }
    }
    guard found.count > 1 else { return hits }
    // Passages with equal scores are in the order of their languages, and within a language in
    // their former order.
    let order = hits.indices.sorted { a, b in
      hits[a].score != hits[b].score ? hits[a].score > hits[b].score : a < b
    }
    return order.prefix(count).map { hits[$0] }
  }
}
