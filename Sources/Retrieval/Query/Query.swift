public import TextAnalysis

/// A question as the index sees it: its terms, exact phrases and excluded words.
public struct Query: Sendable, Equatable {
  /// One word of the question with the forms under which it is looked up.
  public struct Term: Sendable, Equatable {
    /// The word as typed.
    public var text: String
    /// The word's UTF-8 bytes in the question.
    public var range: Range<Int>
    /// The folded form.
    public var surface: String
    /// The stemmed form; equal to `surface` if there is nothing to stem.
    public var stem: String
    /// Whether the word is too common to distinguish passages, and so is not looked up.
    public var isStopWord: Bool

    public init(
      text: String, range: Range<Int>, surface: String, stem: String, isStopWord: Bool
    ) {
      self.text = text
      self.range = range
      self.surface = surface
      self.stem = stem
      self.isStopWord = isStopWord
    }
  }

  /// What represents a word or phrase of the question in passages of some language. It is scored as
  /// if its members were one term, with the weighted sum of their frequencies and the number of
  /// passages that hold any of them (Pirkola, "The effects of query structure and dictionary
  /// setups in dictionary-based cross-language information retrieval", 1998).
  public struct Concept: Sendable, Equatable {
    public typealias Word = WordForms

    public struct Member: Sendable, Equatable {
      /// One word, or several that must occur together.
      public var words: [Word]
      /// The weight of one occurrence, 0…1.
      public var weight: Double

      public init(words: [Word], weight: Double) {
        self.words = words
        self.weight = weight
      }
    }

    /// The members of `Query.terms` that it represents.
    public var terms: Range<Int>
    /// The question's own words first.
    public var members: [Member]

    public init(terms: Range<Int>, members: [Member]) {
      self.terms = terms
      self.members = members
    }
  }

  public var text: String
  /// The language in which the question is analysed.
  public var language: Language
  /// Every word in order, with stop words.
  public var terms: [Term]
  /// `"exact phrases"`: folded surface words that must follow each other.
  public var phrases: [[String]]
  /// `-words`: stems that must not occur.
  public var excluded: [String]
  /// By the language of passages, what represents words of the question there: translations, and in
  /// its own language short forms. All other words are looked up as they are.
  public var concepts: [Language: [Concept]] = [:]

  public init(
    text: String, language: Language, terms: [Term], phrases: [[String]] = [],
    excluded: [String] = []
  ) {
    self.text = text
    self.language = language
    self.terms = terms
    self.phrases = phrases
    self.excluded = excluded
  }
}
