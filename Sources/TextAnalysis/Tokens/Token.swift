/// One word, number or ideograph of a text, before analysis.
public struct Token: Hashable, Sendable {
  public enum Kind: Hashable, Sendable { case word, number, ideograph }

  /// Where the token stands, in UTF-8 bytes of the text.
  public var range: Range<Int>
  public var kind: Kind

  public init(range: Range<Int>, kind: Kind) {
    self.range = range
    self.kind = kind
  }
}

/// A token with everything that analysis says about it.
public struct AnalyzedToken: Sendable, Equatable {
  /// UTF-8 bytes of the text.
  public var range: Range<Int>
  public var kind: Token.Kind
  /// Folded form.
  public var surface: String
  /// Stemmed form; equal to `surface` where there is nothing to stem.
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
