import Model
import TextAnalysis

/// The best passages of one language.
struct LanguageRanking {
  var language: Language
  /// The score of a passage that holds every word of the question.
  var mass: Double
  /// Best first.
  var entries: [TopPassages.Entry]

  /// The share that counts of the scores of passages in another language than the question's, found by
  /// names, numbers and translations: of two that are equally good, people read their own language
  /// first.
  static let otherLanguageShare = 0.88

  static func isOwn(_ language: Language, _ asked: Language) -> Bool {
    language == asked || language == .undetermined
  }

  /// The divisor of scores before they are compared with those of another language: a geometric mean
  /// of what the question is worth, by one quarter, and of the best passage's score. By the first alone, a language whose passages hold the question's names would win
  /// over the one that answers it; by the second alone, each language's best would be as good as
  /// the other's.
  fileprivate var measure: Double {
    let best = entries.first.map { Double($0.score) / ScoreScale.one } ?? 0
    return max((best * (mass * best).squareRoot()).squareRoot(), .leastNormalMagnitude)
  }
}

extension LanguageRanking {
  /// Returns one list of all languages' passages. If only one language has any, its scores are kept.
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
    // Equal scores follow the order of the languages, and within each the order that they had.
    let order = hits.indices.sorted { a, b in
      hits[a].score != hits[b].score ? hits[a].score > hits[b].score : a < b
    }
    return order.prefix(count).map { hits[$0] }
  }
}
