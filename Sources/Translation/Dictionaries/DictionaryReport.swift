public import Model

/// Which dictionaries there are, what came of them, and what could be added. Facts only; the words
/// are put together where messages are shown.
public struct DictionaryReport: Hashable, Sendable {
  /// What a dictionary gave.
  public struct Outcome: Hashable, Sendable {
    /// The languages as the dictionary has them; nil where it could not be read at all.
    public var languages: LanguagePair?
    /// Pairs of a word and a translation.
    public var pairCount = 0
    /// Lines of a glossary that are no entries, and the first one's number, from 1 on.
    public var refusedLineCount = 0
    public var firstRefusedLine: Int?
    public var problem: Problem?

    public init(languages: LanguagePair? = nil) { self.languages = languages }
  }

  public enum Problem: UInt8, Error, Hashable, Sendable {
    /// The system did not let us read it.
    case unreadable = 1
    /// It is not what its name says, or a part of it is missing.
    case damaged
    /// Larger than what is read into memory.
    case tooLarge
    /// A glossary's first line does not name two languages, or a wordnet's not one.
    case languagesMissing
    /// The wordnet's words are there, the Princeton WordNet that joins them is not.
    case wordnetMissing
  }

  public struct Entry: Hashable, Sendable {
    public var dictionary: BilingualDictionary
    public var outcome: Outcome

    public init(dictionary: BilingualDictionary, outcome: Outcome) {
      self.dictionary = dictionary
      self.outcome = outcome
    }
  }

  /// Something that would translate more words if it were there.
  public enum Addition: Hashable, Sendable {
    /// A Debian package.
    case package(String)
    /// Wordnet Bahasa's file, to be put at one of these paths.
    case wordnetTable([String])
  }

  /// In the order in which they are asked.
  public var entries: [Entry]
  public var additions: [Addition]
  /// Where the compiled table stands; nil where it is in memory only.
  public var tablePath: String?

  public init(entries: [Entry], additions: [Addition], tablePath: String?) {
    self.entries = entries
    self.additions = additions
    self.tablePath = tablePath
  }
}
