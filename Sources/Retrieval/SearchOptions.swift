import SegmentFormat

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
  /// BM25's frequency saturation, from 0. Unless given, 1.2, its usual value, for plain BM25, and
  /// 1.0 for the default ranking, where surface forms and titles count once more.
  public var k1: Double
  /// BM25's length normalisation, 0…1. Unless given, 0.75, and 0.6 for the default ranking.
  public var b: Double
  public var fields: Fields
  /// Looks at every posting instead of passing over those that cannot matter: for tests.
  public var isExhaustive = false

  public init(
    weighting: Weighting = .default, k1: Double? = nil, b: Double? = nil, fields: Fields? = nil
  ) {
    self.weighting = weighting
    self.k1 = k1 ?? (weighting == .default ? 1.0 : 1.2)
    self.b = b ?? (weighting == .default ? 0.6 : 0.75)
    self.fields = fields ?? (weighting == .default ? .weighted : .joined)
  }

  /// The forms of a word that are looked up, each with its share in the score.
  var forms: [(form: TermForm, share: Double)] {
    if weighting != .default { return [(.stem, FormShare.stem)] }
    let forms: [(form: TermForm, share: Double)] = [
      (.stem, FormShare.stem), (.surface, FormShare.surface),
    ]
    return fields == .weighted ? forms + [(.title, FormShare.title)] : forms
  }
}
