public import Model
import TextAnalysis

/// Why a passage has its score: what each word of the question gives, and by which form.
public struct Explanation: Hashable, Sendable {
  public struct Part: Hashable, Sendable {
    public enum Form: String, Hashable, Sendable { case stem, surface, title }
    /// The question's word as typed.
    public var word: String
    /// The term that was looked up.
    public var term: String
    public var form: Form
    /// Occurrences in the passage (title and headings counted in), 0 where there are none.
    public var termFrequency: Int
    /// Passages of the language that hold the term.
    public var documentFrequency: Int
    public var idf: Double
    /// What the form counts beside the others.
    public var share: Double
    /// The term's part of the score.
    public var contribution: Double
  }

  public var language: Language
  /// Terms in the passage, title and headings counted in, stop words not; and the mean.
  public var length: Int
  public var meanLength: Double
  public var k1: Double
  public var b: Double
  public var parts: [Part]
  /// What a second look at the text of the first passages adds; empty for any other.
  public var evidence: [Evidence] = []

  /// A feature of the passage's text.
  public struct Evidence: Hashable, Sendable {
    public var name: String
    /// 0…1.
    public var value: Double
    /// Its part of the score.
    public var contribution: Double

    public init(name: String, value: Double, contribution: Double) {
      self.name = name
      self.value = value
      self.contribution = contribution
    }
  }

  public var score: Double {
    parts.reduce(0) { $0 + $1.contribution } + evidence.reduce(0) { $0 + $1.contribution }
  }
}
