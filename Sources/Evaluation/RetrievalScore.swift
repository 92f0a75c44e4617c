import Glibc

/// How well a ranking of documents finds those that answer.
public struct RetrievalScore: Sendable, Equatable {
  /// Documents of a ranking that are looked at.
  public static let depth = 100
  /// Documents that reciprocal rank and gain are counted over.
  private static let top = 10

  /// Rank of the first document that answers, from 1; nil where none is found.
  public var firstRank: Int?
  /// 1 / `firstRank` within the first ten, else 0.
  public var reciprocalRank: Double
  /// Normalised discounted cumulative gain of the first ten (Järvelin & Kekäläinen 2002), with the
  /// grades themselves as gains.
  public var gain: Double
  /// The share of the documents that answer that is found.
  public var recall: Double

  /// - Parameters:
  ///   - ranking: document ids, best first, each once.
  ///   - relevant: grades above 0 by document id, at least one.
  public init(ranking: [String], relevant: [String: Int]) {
    let ranking = ranking.prefix(Self.depth)
    firstRank = ranking.firstIndex { relevant[$0] != nil }.map { $0 + 1 }
    reciprocalRank = firstRank.map { $0 <= Self.top ? 1 / Double($0) : 0 } ?? 0
    gain =
      Self.discounted(ranking.prefix(Self.top).map { relevant[$0] ?? 0 })
      / Self.discounted(relevant.values.sorted(by: >).prefix(Self.top))
    recall = Double(ranking.count { relevant[$0] != nil }) / Double(relevant.count)
  }

  private static func discounted(_ grades: some Sequence<Int>) -> Double {
    var sum = 0.0
    for (index, grade) in grades.enumerated() { sum += Double(grade) / log2(Double(index + 2)) }
    return sum
  }
}
