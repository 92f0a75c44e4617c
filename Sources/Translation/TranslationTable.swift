import Bytes
public import Model
import Platform
import Synchronization
import TextAnalysis

/// The translations of all dictionaries, compiled into one table that opens without being read.
///
/// ```swift
/// let table = TranslationTable.open(DictionaryPlaces())
/// let words = table.translations(of: "lighthouse")
/// ```
public final class TranslationTable: Sendable {
  private struct State {
    let file: TableFile
    /// The path of the table, or nil if it is in memory only.
    let path: String?
  }

  private let places: DictionaryPlaces
  private let state: Mutex<State>

  /// Opens the compiled table of the dictionaries that are present, and compiles it if it is
  /// missing, damaged, or made from other dictionaries. Without any dictionary, the table
  /// translates nothing.
  public static func open(_ places: DictionaryPlaces) -> TranslationTable {
    TranslationTable(places)
  }

  /// Returns whether a table may be of use for questions in one language about passages in others.
  public static func mayTranslate(
    from source: Language, to targets: [Language], _ places: DictionaryPlaces
  ) -> Bool {
    DictionarySearch.mayTranslate(from: source, to: targets, places)
  }

  private init(_ places: DictionaryPlaces) {
    self.places = places
    state = Mutex(Self.opened(places))
  }

  /// The dictionaries of the table, and those that could be added.
  public var report: DictionaryReport {
    let (entries, path) = state.withLock { ($0.file.header.entries, $0.path) }
    return DictionaryReport(
      entries: entries, additions: DictionarySearch.additions(to: entries, places),
      tablePath: path)
  }

  /// Calls `body` with the compiled table, and once more with a new one if that is damaged.
  func withFile<Value>(_ body: (TableFile) throws(FormatError) -> Value) -> Value? {
    let file = state.withLock { $0.file }
    defer { withExtendedLifetime(file) {} }
    if let value = try? body(file) { return value }
    let rebuilt = rebuild(instead: file)
    defer { withExtendedLifetime(rebuilt) {} }
    // A table that was just built in memory is intact, unless the memory is faulty.
    return try? body(rebuilt)
  }

  /// Rebuilds the table, unless another thread already has.
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
  /// The language as dictionaries know it: without region or script (`en` for `en-US`), and with
  /// Malay as Indonesian.
  public var translated: Language {
    guard let end = rawValue.utf8.firstIndex(of: UInt8(ascii: "-")) else {
      return rawValue == "ms" ? .indonesian : self
    }
    return Language(rawValue: String(rawValue[..<end])).translated
  }
}
