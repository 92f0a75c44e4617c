/// What a translation is taken from, in the order in which they are asked.
public enum DictionaryKind: UInt8, Hashable, Sendable, CaseIterable, Comparable {
  /// Long and short names that a text itself equates: "Small and medium enterprises (SMEs)".
  case text
  /// The user's own, beside the index.
  case userGlossary
  /// The one that ships with the program.
  case builtInGlossary
  /// A FreeDict dictionary, as the `dict` server keeps it.
  case freeDict
  /// A wordnet of the Open Multilingual Wordnet, joined to the Princeton WordNet.
  case wordnet

  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
