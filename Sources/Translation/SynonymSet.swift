import Glibc
public import TextAnalysis

/// What stands for one word or phrase of a question in the language of the passages: to be scored
/// as if it were a single term (Pirkola 1998), with the weighted sum of its members' frequencies.
public struct SynonymSet: Hashable, Sendable {
  public typealias Word = WordForms

  /// One word, or several that have to stand side by side.
  public struct Member: Hashable, Sendable {
    public var words: [Word]
    /// What one occurrence counts, in 0...1.
    public var weight: Double
    /// Where the translation comes from; nil for the question's own words.
    public var source: DictionaryKind?

    public init(words: [Word], weight: Double, source: DictionaryKind? = nil) {
      self.words = words
      self.weight = weight
      self.source = source
    }
  }

  /// Members of a set beside the question's own words, at most.
  public static let maximumTranslations = 10
  /// Words that a phrase may have, on either side.
  public static let maximumPhraseLength = 4

  /// Which words of the question the set stands for.
  public var range: Range<Int>
  /// The question's own words first, then their translations, the likeliest first.
  public var members: [Member]
  /// Translations that were left out, since no passage has them.
  public var leftOut = 0

  public init(range: Range<Int>, members: [Member]) {
    self.range = range
    self.members = members
  }

  public var hasTranslations: Bool { members.count + leftOut > 1 }

  /// What the translation at `rank` counts, in 0..<maximumTranslations from the likeliest:
  /// (1 + rank)^-0.6.
  public static func weight(ofRank rank: Int) -> Double { weights[rank] }

  private static let weights = (0..<maximumTranslations).map { pow(1 + Double($0), -0.6) }
}
