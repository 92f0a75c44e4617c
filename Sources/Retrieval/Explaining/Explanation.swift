public import Model
import SegmentFormat
import TextAnalysis

/// The reasons for a passage's score: what each word of the question gives, and by which form.
public struct Explanation: Hashable, Sendable {
  public struct Part: Hashable, Sendable {
    public enum Form: String, Hashable, Sendable {
      case stem, surface, title

      init(_ form: TermForm) {
        switch form {
        case .stem: self = .stem
        case .surface: self = .surface
        case .title: self = .title
        }
      }
    }

    /// The question's word as typed.
    public var word: String
    /// The term that was looked up.
    public var term: String
    public var form: Form
    /// Occurrences in the passage, its title and headings; may be 0.
    public var termFrequency: Int
    /// Passages of the language that hold the term.
    public var documentFrequency: Int
    public var idf: Double
    /// The weight of the form beside the others.
    public var share: Double
    /// The term's part of the score.
    public var contribution: Double
  }

  public var language: Language
  /// The number of terms in the passage, its title and headings, without stop words.
  public var length: Int
  /// The mean of `length` over all passages of the language.
  public var meanLength: Double
  public var k1: Double
  public var b: Double
  public var parts: [Part]
  /// The points that the second stage adds for the text of the first passages; empty for any other.
  public var evidence: [Evidence] = []

  /// A feature of the passage's text.
  public struct Evidence: Hashable, Sendable {
    public var name: String
    /// 0…1.
    public var value: Double
    /// The feature's part of the score.
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
