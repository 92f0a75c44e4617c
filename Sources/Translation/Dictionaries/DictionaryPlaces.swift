public import Model
import TextAnalysis

/// The locations of dictionaries and of their compiled form.
public struct DictionaryPlaces: Sendable {
  /// The path of the user's glossary, or nil for none.
  public var userGlossary: String?
  /// The glossary that ships with the program, or nil for none.
  public var builtInGlossary: EmbeddedText?
  /// The folder of `freedict-XXX-YYY.index` and `freedict-XXX-YYY.dict.dz`.
  public var freeDictFolder: String
  /// The folder of the Princeton WordNet's `index.noun`, `index.verb`, `index.adj` and `index.adv`.
  public var wordnetFolder: String
  /// The paths of wordnets in the `.tab` format of the Open Multilingual Wordnet. The first file
  /// that exists is used.
  public var wordnetTables: [String]
  /// The folder of the compiled table. If it is nil, the table is compiled in memory at every
  /// start.
  public var cacheFolder: String?
  /// The languages of the FreeDict dictionaries to use, or nil for all. A dictionary with any other
  /// language is not compiled because no question or answer needs it.
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
  /// The file name of the Indonesian part of Wordnet Bahasa in the Open Multilingual Wordnet.
  public static let wordnetTableName = "wn-data-ind.tab"
  /// The environment variable that names the folder of FreeDict dictionaries, if that is not
  /// dictd's.
  public static let freeDictVariable = "TANYA_FREEDICT"
  /// The environment variable that names the table of the wordnet, instead of all other locations.
  public static let wordnetVariable = "TANYA_WORDNET_BAHASA"

  /// Creates the usual locations: the folder of the index, and the data and cache folders of the
  /// XDG base directory specification, in which a relative path counts as unset.
  ///
  /// - Parameters:
  ///   - indexFolder: The folder of the index, or nil for the built-in articles.
  ///   - builtInGlossary: The text of the glossary that ships with tanya.
  ///   - environment: A closure that returns the value of an environment variable.
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
