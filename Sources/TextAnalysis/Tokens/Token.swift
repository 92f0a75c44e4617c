/// A word, number or ideograph of a text, before analysis.
public struct Token: Hashable, Sendable {
  public enum Kind: Hashable, Sendable { case word, number, ideograph }

  /// The range of the token, in UTF-8 bytes of the text.
  public var range: Range<Int>
  public var kind: Kind

  public init(range: Range<Int>, kind: Kind) {
    self.range = range
    self.kind = kind
  }
}

/// A token with the results of its analysis.
public struct AnalyzedToken: Sendable, Equatable {
  /// The range of the token, in UTF-8 bytes of the text.
  public var range: Range<Int>
  public var kind: Token.Kind
  /// The folded form.
  public var surface: String
  /// The stem of the folded form, or the folded form itself if there is nothing to stem.
  public var stem: String
  public var isStopWord: Bool

  public init(
    range: Range<Int>, kind: Token.Kind, surface: String, stem: String, isStopWord: Bool
  ) {
    self.range = range
    self.kind = kind
    self.surface = surface
    self.stem = stem
    self.isStopWord = isStopWord
  }
}
