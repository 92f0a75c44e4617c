/// How passages are weighted.
public struct SearchOptions: Hashable, Sendable {
  public enum Weighting: String, Hashable, Sendable, CaseIterable {
    /// tf·idf with BM25's saturation over stems, with surface forms and titles counted in.
    case `default`
    /// BM25 over stems alone.
    case bm25
    /// Classic tf·idf cosine, SMART's lnc.ltc (Salton & Buckley, 1988).
    case tfidf
  }

  public enum Fields: String, Hashable, Sendable, CaseIterable {
    /// Title, headings and text as one.
    case joined
    /// The same, and titles and headings once more for themselves.
    case weighted
  }

  public var weighting: Weighting
  /// BM25's frequency saturation, from 0.
  public var k1: Double
  /// BM25's length normalisation, 0…1.
  public var b: Double
  public var fields: Fields
  /// Looks at every posting instead of passing over those that cannot matter: for tests.
  public var isExhaustive = false

  public init(
    weighting: Weighting = .default, k1: Double = 1.2, b: Double = 0.75, fields: Fields? = nil
  ) {
    self.weighting = weighting
    self.k1 = k1
    self.b = b
    self.fields = fields ?? (weighting == .default ? .weighted : .joined)
  }
}
