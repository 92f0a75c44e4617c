public import Model

/// The dictionaries that are present, the outcome of reading them, and those that could be added.
/// The report has only facts; messages are composed where they are shown.
public struct DictionaryReport: Hashable, Sendable {
  /// The outcome of reading a dictionary.
  public struct Outcome: Hashable, Sendable {
    /// The languages in the dictionary's own order, or nil if they are unknown because it could not
    /// be read.
    public var languages: LanguagePair?
    /// The number of pairs of a word and a translation.
    public var pairCount = 0
    /// The number of lines of a glossary that are not entries.
    public var refusedLineCount = 0
    /// The number of the first such line, from 1 on.
    public var firstRefusedLine: Int?
    public var problem: Problem?

    public init(languages: LanguagePair? = nil) { self.languages = languages }
  }

  public enum Problem: UInt8, Error, Hashable, Sendable {
    /// The system does not permit reading the file.
    case unreadable = 1
    /// The content does not match the name of the file, or a part is missing.
    case damaged
    /// The file is larger than what is read into memory.
    case tooLarge
    /// The first line of a glossary does not name two languages, or that of a wordnet does not name
    /// one.
    case languagesMissing
    /// The words of the wordnet are present, but the Princeton WordNet that joins them is not.
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

  /// Something that would translate more words if it were present.
  public enum Addition: Hashable, Sendable {
    /// A Debian package.
    case package(String)
    /// The file of Wordnet Bahasa, to be stored at one of these paths.
    case wordnetTable([String])
  }

  /// The dictionaries, in order of precedence.
  public var entries: [Entry]
  public var additions: [Addition]
  /// The path of the compiled table, or nil if it is in memory only.
  public var tablePath: String?

  public init(entries: [Entry], additions: [Addition], tablePath: String?) {
    self.entries = entries
    self.additions = additions
    self.tablePath = tablePath
  }
}
