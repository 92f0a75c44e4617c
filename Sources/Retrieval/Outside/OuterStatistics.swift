public import Model
import SegmentFormat

/// The counts of a collection outside, of which an index holds only the passages that were found for
/// a question.
///
/// A word weighs what it weighs in the whole collection: among the passages found for a question its
/// words are frequent, so that counts over these alone rank worse than the engine that found them.
public struct OuterStatistics: Sendable, Equatable {
  /// The counts of the passages in one language.
  public struct Counts: Sendable, Equatable {
    public var passageCount: Int
    /// The mean number of terms in a passage, without stop words.
    public var meanLength: Double
    /// The number of passages that contain each stem of the question, in title, headings or text.
    public var stems: [String: Int] = [:]
    /// The number of passages whose title contains each stem, as far as it is known.
    public var titleStems: [String: Int] = [:]
    /// The stem of each word of the question.
    public var stemsByWord: [String: String] = [:]

    public init(passageCount: Int, meanLength: Double) {
      self.passageCount = passageCount
      self.meanLength = meanLength
    }

    /// Adds a word with the number of passages that contain its stem.
    ///
    /// - Parameters:
    ///   - word: The two forms of the word.
    ///   - frequency: The number of passages that contain it.
    ///   - titleFrequency: The number of passages whose title contains it, or nil if it is not
    ///     known.
    public mutating func add(_ word: WordForms, frequency: Int, titleFrequency: Int?) {
      stems[word.stem] = max(frequency, stems[word.stem] ?? 0)
      if let titleFrequency {
        titleStems[word.stem] = max(titleFrequency, titleStems[word.stem] ?? 0)
      }
      stemsByWord[word.surface] = word.stem
    }
  }

  public var languages: [Language: Counts]

  public init(languages: [Language: Counts]) { self.languages = languages }
}

extension OuterStatistics.Counts {
  /// Returns the number of passages that contain a term, or nil if it is no word of the question.
  ///
  /// A surface form counts like its stem, since collections outside are rarely asked for both.
  func frequency(_ form: TermForm, _ term: String) -> Int? {
    switch form {
    case .stem: stems[term]
    case .surface: stems[stemsByWord[term] ?? term]
    case .title: titleStems[term] ?? stems[term]
    }
  }
}
