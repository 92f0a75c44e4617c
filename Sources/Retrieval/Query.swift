public import TextAnalysis

/// A question as the index sees it: its terms, exact phrases and excluded words.
public struct Query: Sendable, Equatable {
  /// One word of the question with the forms it is looked up by.
  public struct Term: Sendable, Equatable {
    /// As it was typed.
    public var text: String
    /// UTF-8 bytes of the question.
    public var range: Range<Int>
    /// Folded form.
    public var surface: String
    /// Stemmed form; equal to `surface` where there is nothing to stem.
    public var stem: String
    /// Too common to tell passages apart; not looked up.
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

  /// What stands for a word or phrase of the question in passages of some language: scored as if
  /// its members were one term, with the weighted sum of their frequencies and the number of
  /// passages that hold any of them (Pirkola, "The effects of query structure and dictionary
  /// setups in dictionary-based cross-language information retrieval", 1998).
  public struct Concept: Sendable, Equatable {
    public typealias Word = WordForms

    public struct Member: Sendable, Equatable {
      /// One word, or several that have to occur together.
      public var words: [Word]
      /// What one occurrence counts, 0…1.
      public var weight: Double

      public init(words: [Word], weight: Double) {
        self.words = words
        self.weight = weight
      }
    }

    /// Which of `Query.terms` it stands for.
    public var terms: Range<Int>
    /// The question's own words first.
    public var members: [Member]

    public init(terms: Range<Int>, members: [Member]) {
      self.terms = terms
      self.members = members
    }
  }

  public var text: String
  /// The language that the question is analysed in.
  public var language: Language
  /// Every word in order, stop words too.
  public var terms: [Term]
  /// `"exact phrases"`: folded surface words that must stand side by side.
  public var phrases: [[String]]
  /// `-words`: stems that must not occur.
  public var excluded: [String]
  /// By the language of passages, what stands for words of the question there: translations, and
  /// in its own language short forms. Words that nothing stands for are looked up as they are.
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
