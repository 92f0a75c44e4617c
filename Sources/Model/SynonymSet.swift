/// Everything that stands for one word or phrase of a question in passages of one language:
/// translations, and in its own language short and long forms.
///
/// A set is scored as if its members were a single term, with the weighted sum of their frequencies
/// and the number of passages that contain any of them (Pirkola, "The effects of query structure and
/// dictionary setups in dictionary-based cross-language information retrieval", 1998).
public struct SynonymSet: Hashable, Sendable {
  /// One word, or several that must occur together.
  public struct Member: Hashable, Sendable {
    public var words: [WordForms]
    /// The weight of one occurrence, in 0…1.
    public var weight: Double

    public init(words: [WordForms], weight: Double) {
      self.words = words
      self.weight = weight
    }
  }

  /// The words of the question that the set stands for, as indices.
  public var range: Range<Int>
  /// The question's own words first, then their translations, the likeliest first.
  public var members: [Member]
  /// The number of translations that were left out because no passage contains them.
  public var leftOut: Int

  public init(range: Range<Int>, members: [Member], leftOut: Int = 0) {
    self.range = range
    self.members = members
    self.leftOut = leftOut
  }

  public var hasTranslations: Bool { members.count + leftOut > 1 }
}
