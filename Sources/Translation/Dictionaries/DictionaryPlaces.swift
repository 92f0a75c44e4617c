public import Model
import TextAnalysis

/// Where dictionaries are looked for, and where their compiled form is kept.
public struct DictionaryPlaces: Sendable {
  /// The user's glossary; nil for none.
  public var userGlossary: String?
  /// The glossary that ships with the program; nil for none.
  public var builtInGlossary: EmbeddedText?
  /// Holds `freedict-XXX-YYY.index` and `.dict.dz`.
  public var freeDictFolder: String
  /// Holds the Princeton WordNet's `index.noun`, `index.verb`, `index.adj` and `index.adv`.
  public var wordnetFolder: String
  /// Wordnets in the `.tab` form of the Open Multilingual Wordnet: the first that is there counts.
  public var wordnetTables: [String]
  /// Nil compiles in memory, at every start.
  public var cacheFolder: String?
  /// FreeDict dictionaries with another language than these are left out, so that none is compiled
  /// that nothing is asked in or answered from; nil takes all.
  public var languages: Set<Language>?

  public init(
    userGlossary: String? = nil, builtInGlossary: EmbeddedText? = nil,
    freeDictFolder: String = "/usr/share/dictd", wordnetFolder: String = "/usr/share/wordnet",
    wordnetTables: [String] = [], cacheFolder: String? = nil
  ) {
    self.userGlossary = userGlossary
    self.builtInGlossary = builtInGlossary
    self.freeDictFolder = freeDictFolder
    self.wordnetFolder = wordnetFolder
    self.wordnetTables = wordnetTables
    self.cacheFolder = cacheFolder
  }

  public static let userGlossaryName = "glossary.tsv"
  /// As the Open Multilingual Wordnet names Wordnet Bahasa's Indonesian part.
  public static let wordnetTableName = "wn-data-ind.tab"
  /// Names the folder of FreeDict dictionaries, where it is not dictd's.
  public static let freeDictVariable = "TANYA_FREEDICT"
  /// Names the wordnet's table, before all other places.
  public static let wordnetVariable = "TANYA_WORDNET_BAHASA"

  /// The usual places: the index's folder, and the data and cache folders of the XDG base
  /// directory specification, in which a relative path counts as unset.
  ///
  /// - Parameters:
  ///   - builtInGlossary: The text of the glossary that ships with tanya.
  ///   - indexFolder: nil for the built-in articles.
  ///   - environment: looks up a variable.
  public init(
    indexFolder: String?, builtInGlossary: EmbeddedText?, environment: (String) -> String?
  ) {
    func folder(_ variable: String, underHome fallback: String) -> String? {
      if let path = environment(variable), path.hasPrefix("/") { return "\(path)/tanya" }
      guard let home = environment("HOME"), home.hasPrefix("/") else { return nil }
      return "\(home)/\(fallback)/tanya"
    }

    self.init(builtInGlossary: builtInGlossary)
    if let named = environment(Self.freeDictVariable), !named.isEmpty { freeDictFolder = named }
    if let indexFolder { userGlossary = "\(indexFolder)/\(Self.userGlossaryName)" }
    if let named = environment(Self.wordnetVariable), !named.isEmpty {
      wordnetTables = [named]
    } else {
      let data = folder("XDG_DATA_HOME", underHome: ".local/share")
      wordnetTables = [indexFolder, data].compactMap { $0 }.map { "\($0)/\(Self.wordnetTableName)" }
    }
    cacheFolder = folder("XDG_CACHE_HOME", underHome: ".cache")
  }
}
