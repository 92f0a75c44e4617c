import Model
import TextAnalysis

/// Reads dictionaries and compiles them into a table.
struct TableCompiler {
  private let vocabularies = DictionaryTermsByLanguage()
  private var found: [FoundPairs] = []
  private var entries: [DictionaryReport.Entry] = []

  /// Returns the bytes of a table. A dictionary that cannot be read is left out, and the header
  /// states why.
  static func compile(
    _ dictionaries: [BilingualDictionary], builtInGlossary: EmbeddedText?
  ) -> [UInt8] {
    var compiler = TableCompiler()
    for dictionary in dictionaries { compiler.add(dictionary, builtInGlossary) }
    return TableHeader.encode(entries: compiler.entries, sections: sections(of: compiler.found))
  }

  /// Returns a section for each direction that has pairs.
  static func sections(of found: [FoundPairs]) -> [SectionWriter] {
    var directions: [LanguagePair] = []
    for pairs in found {
      for direction in [pairs.languages, pairs.languages.reversed]
      where !directions.contains(direction) {
        directions.append(direction)
      }
    }
    return directions.compactMap { direction in
      var compiler = SectionCompiler(direction)
      for pairs in found { compiler.add(pairs) }
      return compiler.section()
    }
  }

  private mutating func add(_ dictionary: BilingualDictionary, _ builtInGlossary: EmbeddedText?) {
    var outcome = DictionaryReport.Outcome()
    do throws(DictionaryReport.Problem) {
      let pairs = try read(dictionary, builtInGlossary, &outcome)
      outcome.languages = pairs.languages
      outcome.pairCount = pairs.pairs.count
      found.append(pairs)
    } catch {
      outcome.problem = error
    }
    entries.append(DictionaryReport.Entry(dictionary: dictionary, outcome: outcome))
  }

  private func read(
    _ dictionary: BilingualDictionary, _ builtInGlossary: EmbeddedText?,
    _ outcome: inout DictionaryReport.Outcome
  ) throws(DictionaryReport.Problem) -> FoundPairs {
    let path = dictionary.path
    switch dictionary.kind {
    case .text, .builtInGlossary:
      let text = builtInGlossary.map { Array($0.bytes) } ?? []
      return try GlossaryReader.read(text.span, as: dictionary.kind, vocabularies, &outcome)
    case .userGlossary:
      let text = try DictionaryFile.read(path)
      return try GlossaryReader.read(text.span, as: dictionary.kind, vocabularies, &outcome)
    case .freeDict:
      let name = path.split(separator: "/").last.map(String.init) ?? ""
      guard let languages = FreeDictReader.languages(ofFile: name), dictionary.files.count == 2
      else { throw .damaged }
      outcome.languages = languages
      return try FreeDictReader.read(
        index: path, text: dictionary.files[1].path, from: vocabularies[languages.source],
        to: vocabularies[languages.target])
    case .wordnet:
      return try WordnetReader.read(
        table: path, princeton: dictionary.files.dropFirst().map(\.path), vocabularies)
    }
  }
}
