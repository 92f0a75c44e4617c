import Bytes
public import Model
import Platform
import Synchronization
public import TextAnalysis

/// What all dictionaries say, compiled into one table that opens without being read.
public final class TranslationTable: Sendable {
  private struct State {
    let file: TableFile
    /// Where it stands; nil where it is in memory only.
    let path: String?
  }

  private let places: DictionaryPlaces
  private let state: Mutex<State>

  /// Opens the compiled table of the dictionaries that there are now, and compiles it where it is
  /// missing, damaged, or made of other dictionaries. Without any dictionary the table translates
  /// nothing.
  public static func open(_ places: DictionaryPlaces) -> TranslationTable {
    TranslationTable(places)
  }

  /// Whether opening a table can be of use to questions in one language about passages in others.
  public static func mayTranslate(
    from source: Language, to targets: [Language], _ places: DictionaryPlaces
  ) -> Bool {
    DictionarySearch.mayTranslate(from: source, to: targets, places)
  }

  private init(_ places: DictionaryPlaces) {
    self.places = places
    state = Mutex(Self.opened(places))
  }

  /// Which dictionaries there are and what could be added.
  public var report: DictionaryReport {
    let (entries, path) = state.withLock { ($0.file.header.entries, $0.path) }
    return DictionaryReport(
      entries: entries, additions: DictionarySearch.additions(to: entries, places),
      tablePath: path)
  }

  /// Whether there is any dictionary from the one to the other.
  public func translates(from source: Language, to target: Language) -> Bool {
    state.withLock { $0.file[LanguagePair(source.translated, target.translated)] != nil }
  }

  /// One set for each content word, or known phrase, of a question, in its order.
  ///
  /// - Parameters:
  ///   - words: the whole question, stop words too, since phrases hold them.
  ///   - source: of the question's language.
  ///   - analyzer: of the passages' language.
  ///   - shortForms: what the passages' texts equate.
  ///   - mayHold: of words in the passages' language; translations that cannot be in any passage
  ///     are left out.
  public func synonymSets(
    of words: [QuestionWord], from source: Analyzer, to analyzer: Analyzer,
    shortForms: ShortFormTable? = nil, mayHold: @escaping WordPresence = { _ in true }
  ) -> [SynonymSet] {
    let languages = LanguagePair(source.language.translated, analyzer.language.translated)
    return withFile { (file) throws(FormatError) in
      try SynonymSetBuilder(
        words, from: source, to: analyzer, dictionary: file[languages], shortForms: shortForms,
        mayHold: mayHold
      ).sets()
    } ?? []
  }

  /// Runs `body` with the compiled table, and once more with a new one if that was damaged.
  func withFile<Value>(_ body: (TableFile) throws(FormatError) -> Value) -> Value? {
    let file = state.withLock { $0.file }
    defer { withExtendedLifetime(file) {} }
    if let value = try? body(file) { return value }
    let rebuilt = rebuild(instead: file)
    defer { withExtendedLifetime(rebuilt) {} }
    // A table that was just made in memory is whole, unless the memory is not.
    return try? body(rebuilt)
  }

  /// Compiles the table anew, unless another thread already has.
  private func rebuild(instead damaged: TableFile) -> TableFile {
    state.withLock { state in
      if state.file === damaged { state = Self.compiled(places) }
      return state.file
    }
  }

  private static func opened(_ places: DictionaryPlaces) -> State {
    let dictionaries = DictionarySearch.dictionaries(in: places)
    if let cache = places.cacheFolder.map({ TableCache(folder: $0, dictionaries) }),
      let table = cache.table(of: dictionaries)
    {
      return State(file: table, path: cache.path)
    }
    return compiled(places)
  }

  private static func compiled(_ places: DictionaryPlaces) -> State {
    let dictionaries = DictionarySearch.dictionaries(in: places)
    let bytes = TableCompiler.compile(dictionaries, builtInGlossary: places.builtInGlossary)
    let cache = places.cacheFolder.map { TableCache(folder: $0, dictionaries) }
    let isPublished = !dictionaries.isEmpty && cache?.publish(bytes) == true
    let file = try? TableFile(MappedFile(copying: bytes))
    return State(file: file ?? TableFile(), path: isPublished ? cache?.path : nil)
  }
}

extension Language {
  /// The language that dictionaries know it as: without region or script (`en` for `en-US`), and
  /// Malay as Indonesian.
  public var translated: Language {
    guard let end = rawValue.utf8.firstIndex(of: UInt8(ascii: "-")) else {
      return rawValue == "ms" ? .indonesian : self
    }
    return Language(rawValue: String(rawValue[..<end])).translated
  }
}
