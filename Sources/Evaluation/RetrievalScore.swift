import Glibc

/// A score of how well a ranking of documents finds those that answer.
public struct RetrievalScore: Sendable, Equatable {
  /// The maximum number of documents of a ranking that are examined.
  public static let depth = 100
  /// The number of documents over which reciprocal rank and gain are computed.
  private static let top = 10

  /// The rank, from 1, of the first document that answers, or nil if none is found.
  public var firstRank: Int?
  /// 1 / `firstRank` if that is at most 10, otherwise 0.
  public var reciprocalRank: Double
  /// The normalized discounted cumulative gain of the first ten documents (Järvelin & Kekäläinen
  /// 2002), with the grades themselves as gains.
  public var gain: Double
  /// The share of the documents that answer which are found.
  public var recall: Double

  /// Scores a ranking.
  ///
  /// - Parameters:
  ///   - ranking: The distinct ids of documents, the best first.
  ///   - relevant: The grades above 0, by document id, of at least one document.
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
