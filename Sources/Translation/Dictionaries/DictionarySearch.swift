import Model
import Platform
import TextAnalysis

/// Finds the dictionaries that are present, in order of precedence.
enum DictionarySearch {
  static func dictionaries(in places: DictionaryPlaces) -> [BilingualDictionary] {
    var found: [BilingualDictionary] = []
    if let stamp = places.userGlossary.flatMap(FileStamp.init(path:)) {
      found.append(BilingualDictionary(kind: .userGlossary, files: [stamp]))
    }
    if let glossary = places.builtInGlossary {
      found.append(BilingualDictionary(kind: .builtInGlossary, files: [FileStamp(glossary)]))
    }
    found += freeDicts(in: places.freeDictFolder, between: places.languages)
    if let table = places.wordnetTables.lazy.compactMap(FileStamp.init(path:)).first {
      let index = WordnetReader.indexNames.compactMap { name in
        FileStamp(path: "\(places.wordnetFolder)/\(name)")
      }
      found.append(BilingualDictionary(kind: .wordnet, files: [table] + index))
    }
    return found
  }

  /// Returns whether there may be a dictionary between one language and some of the others, judging
  /// by the names of the files: none is opened.
  static func mayTranslate(
    from source: Language, to targets: [Language], _ places: DictionaryPlaces
  ) -> Bool {
    let pairs = targets.map { LanguagePair(source.translated, $0.translated) }
    func isAsked(_ languages: LanguagePair) -> Bool {
      pairs.contains(languages) || pairs.contains(languages.reversed)
    }
    // The program's own glossary and the wordnet are between these two; a user's glossary may be
    // between any.
    if isAsked(LanguagePair(.english, .indonesian)) { return true }
    if places.userGlossary.flatMap(FileStamp.init(path:)) != nil { return true }
    let names = (try? Folder.names(in: places.freeDictFolder)) ?? []
    return names.contains { FreeDictReader.languages(ofFile: $0).map(isAsked) ?? false }
  }

  /// Returns what is missing and would help between English and Indonesian.
  static func additions(
    to entries: [DictionaryReport.Entry], _ places: DictionaryPlaces
  ) -> [DictionaryReport.Addition] {
    var additions: [DictionaryReport.Addition] = []
    let home = LanguagePair(.english, .indonesian)
    let hasFreeDict = entries.contains { entry in
      entry.dictionary.kind == .freeDict
        && (entry.outcome.languages == home || entry.outcome.languages == home.reversed)
    }
    if !hasFreeDict { additions.append(.package("dict-freedict-eng-ind")) }
    let wordnet = entries.first { $0.dictionary.kind == .wordnet }
    if wordnet == nil { additions.append(.wordnetTable(places.wordnetTables)) }
    if wordnet?.outcome.problem == .wordnetMissing { additions.append(.package("wordnet-base")) }
    return additions
  }

  private static func freeDicts(
    in folder: String, between wanted: Set<Language>?
  ) -> [BilingualDictionary] {
    guard let names = try? Folder.names(in: folder) else { return [] }
    return names.compactMap { name in
      guard let languages = FreeDictReader.languages(ofFile: name),
        wanted?.isSuperset(of: [languages.source, languages.target]) ?? true
      else { return nil }
      let text = name.dropLast(FreeDictReader.indexSuffix.count) + FreeDictReader.textSuffix
      guard let index = FileStamp(path: "\(folder)/\(name)") else { return nil }
      let files = [index, FileStamp(path: "\(folder)/\(text)")].compactMap { $0 }
      return BilingualDictionary(kind: .freeDict, files: files)
    }
  }
}
