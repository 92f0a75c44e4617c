public import Model
import SegmentFormat
import TextAnalysis

/// The parts of a passage's score: the contribution of each word of the question in each form. See
/// ``Explainer``.
public struct Explanation: Hashable, Sendable {
  /// The contribution of one word in one form.
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

    /// The word as typed in the question.
    public var word: String
    /// The term that was looked up.
    public var term: String
    public var form: Form
    /// The number of occurrences in the passage, its title and its headings. It may be 0.
    public var termFrequency: Int
    /// The number of passages of the language that contain the term.
    public var documentFrequency: Int
    /// The inverse document frequency of the term.
    public var idf: Double
    /// The weight of the form, multiplied by the number of times that the question contains the
    /// word.
    public var share: Double
    /// The contribution of the term to the score.
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
  /// The contributions of the second stage, which scores the text of the first passages. The array
  /// is empty for other passages.
  public var evidence: [Evidence] = []

  /// The contribution of a feature of the passage's text.
  public struct Evidence: Hashable, Sendable {
    public var name: String
    /// The value of the feature, from 0 to 1.
    public var value: Double
    /// The contribution of the feature to the score.
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
