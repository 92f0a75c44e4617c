public import TextAnalysis

/// Two languages that words are translated between, in that direction.
public struct LanguagePair: Hashable, Sendable {
  public var source: Language
  public var target: Language

  public init(_ source: Language, _ target: Language) {
    self.source = source
    self.target = target
  }

  public var reversed: LanguagePair { LanguagePair(target, source) }
}
