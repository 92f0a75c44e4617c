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
