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
  /// Passages with equal scores are in the order of their languages, and within a language in their
  /// former order.
  ///
  /// - Complexity: O(*n* · *m*), where *n* is `count` and *m* is the number of rankings.
  static func merge(_ rankings: [LanguageRanking], own: Language, top count: Int) -> [Hit] {
    let found = rankings.filter { !$0.entries.isEmpty }
    let factors = found.map { ranking in
      let isOwn = LanguageRanking.isOwn(ranking.language, own)
      return found.count == 1
        ? 1 : (isOwn ? 1 : LanguageRanking.otherLanguageShare) / ranking.measure
    }
    var hits: [Hit] = []
    hits.reserveCapacity(min(count, found.reduce(0) { $0 + $1.entries.count }))
    // The number of entries taken from each ranking.
    var taken = Array(repeating: 0, count: found.count)
    while hits.count < count {
      var best: (ranking: Int, score: Double)?
      for index in found.indices where taken[index] < found[index].entries.count {
        let entry = found[index].entries[taken[index]]
        let score = Double(entry.score) / ScoreScale.one * factors[index]
        if score > best?.score ?? -.infinity { best = (index, score) }
      }
      guard let best else { break }
      let entry = found[best.ranking].entries[taken[best.ranking]]
      taken[best.ranking] += 1
      hits.append(
        Hit(
          id: PassageID(segment: Int(entry.segment), passage: Int(entry.passage)),
          score: best.score))
    }
    return hits
  }
}
