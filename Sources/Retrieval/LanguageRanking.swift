import Model
import TextAnalysis

/// The best passages of one language.
struct LanguageRanking {
  var language: Language
  /// What a passage that holds every word of the question would score.
  var mass: Double
  /// Best first.
  var entries: [TopPassages.Entry]

  /// Of passages in another language than the question's, found by names, numbers and
  /// translations: of two that are equally good, the asker reads their own language first.
  static let otherLanguageShare = 0.88

  static func isOwn(_ language: Language, _ asked: Language) -> Bool {
    language == asked || language == .undetermined
  }

  /// What scores are divided by before they are compared with those of another language: a
  /// geometric mean of what the question is worth, by one quarter, and of what the best passage
  /// reaches. By the first alone, a language whose passages hold the question's names would win
  /// over the one that answers it; by the second alone, each language's best would be as good as
  /// the other's.
  fileprivate var measure: Double {
    let best = entries.first.map { Double($0.score) / ScoreScale.one } ?? 0
    return max(squareRoot(best * squareRoot(mass * best)), .leastNormalMagnitude)
  }
}

extension Searcher {
  /// One list of all languages' passages. Where only one language has any, its scores stand as
  /// they are.
  func merge(_ rankings: [LanguageRanking], own: Language, top count: Int) -> [Hit] {
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
    // Equal scores in the order of the languages and within each as they were.
    let order = hits.indices.sorted { a, b in
      hits[a].score != hits[b].score ? hits[a].score > hits[b].score : a < b
    }
    return order.prefix(count).map { hits[$0] }
  }
}
