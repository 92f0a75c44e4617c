/// The equivalents of a word or phrase of a question in passages of one language: translations, and
/// the short and long forms that texts equate.
///
/// A set is scored as if its members were a single term, with the weighted sum of their frequencies
/// and the number of passages that contain any of them (Pirkola, "The effects of query structure
/// and dictionary setups in dictionary-based cross-language information retrieval", 1998).
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

  /// The indices of the words of the question that the set represents.
  public var range: Range<Int>
  /// The members of the set: the question's own words, then the forms that texts equate with them,
  /// then the translations, the likeliest first.
  public var members: [Member]
  /// The number of translations that were left out because no passage contains them.
  public var leftOut: Int

  public init(range: Range<Int>, members: [Member], leftOut: Int = 0) {
    self.range = range
    self.members = members
    self.leftOut = leftOut
  }

  /// A Boolean value that indicates whether there is anything but the question's own words,
  /// including translations that were left out.
  public var hasTranslations: Bool { members.count + leftOut > 1 }
}
