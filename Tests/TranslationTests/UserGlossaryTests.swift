import Model
import TestSupport
import Testing
import TextAnalysis

@testable import Translation

@Suite struct UserGlossaryTests {
  private let toEnglish = LanguagePair(indonesian, english)

  private func content(_ glossary: UserGlossary) throws -> String {
    String(decoding: try DictionaryFile.read(glossary.path), as: UTF8.self)
  }

  @Test("the first entry makes the file, later ones go behind, either way round")
  func adds() throws {
    let folder = try TemporaryFolder()
    let glossary = UserGlossary(path: folder.path + "/glossary.tsv")
    #expect(try glossary.add("tenaga kerja", "workforce", toEnglish))
    #expect(try glossary.add("sovereignty", "kedaulatan", toEnglish.reversed))
    #expect(
      try content(glossary) == "en\tid\nworkforce\ttenaga kerja\nsovereignty\tkedaulatan\n")
    #expect(try !glossary.add("workforce", "tenaga kerja", toEnglish.reversed))
    var places = emptyPlaces(folder)
    places.userGlossary = glossary.path
    #expect(TranslationTable.open(places).translations("tenaga kerja") == [["workforce"]])
  }

  @Test("what was in the file stays, and its languages decide the columns")
  func keeps() throws {
    let folder = try TemporaryFolder()
    let path = folder.write("glossary.tsv", "# mine\nid\ten\nanjing\tdog")
    let glossary = UserGlossary(path: path)
    #expect(try glossary.add("cat", "kucing", toEnglish.reversed))
    #expect(try content(glossary) == "# mine\nid\ten\nanjing\tdog\nkucing\tcat\n")
  }

  @Test(
    "what cannot be looked up is refused",
    arguments: ["", "yang", "a; b", "# x", "one two three four five", "tab\tbed"])
  func refuses(word: String) throws {
    let folder = try TemporaryFolder()
    let glossary = UserGlossary(path: folder.path + "/glossary.tsv")
    #expect(throws: UserGlossary.Failure.unusable(word)) {
      try glossary.add(word, "workforce", toEnglish)
    }
  }

  @Test("a file that is no glossary is left as it is")
  func foreign() throws {
    let folder = try TemporaryFolder()
    let path = folder.write("glossary.tsv", "dear diary\n")
    #expect(throws: UserGlossary.Failure.glossary(.languagesMissing)) {
      try UserGlossary(path: path).add("kucing", "cat", toEnglish)
    }
    #expect(try content(UserGlossary(path: path)) == "dear diary\n")
  }
}

@Suite struct WordTranslationsTests {
  @Test("a word is shown with every dictionary that has it, its stem's entries last")
  func lookUp() throws {
    let folder = try TemporaryFolder()
    let table = table(
      user: "en\tid\nwork\tkerja\n", builtIn: "en\tid\nwork\tkerja; karya\nworker\tpekerja\n",
      in: folder)
    let found = table.translations(of: "Kerja")
    #expect(found.map(\.languages) == [LanguagePair(indonesian, english)])
    #expect(
      found.first?.translations == [
        .init(text: "work", source: .userGlossary, isOfWord: true),
        .init(text: "worker", source: .builtInGlossary, isOfWord: false),
      ])
    #expect(table.translations(of: "sekop").isEmpty)
  }

  @Test(
    "the order of two languages is told from what is known of the words",
    arguments: [
      ("kerja", "employment", true), ("employment", "kerja", false), ("blockchain", "xyz", false),
      ("yang mulia", "eminence", true), ("kuorla", "quorl", true),
    ])
  func direction(word: String, translation: String, isTurned: Bool) throws {
    let folder = try TemporaryFolder()
    let table = table(builtIn: "en\tid\nwork\tkerja\n", in: folder)
    let pair = LanguagePair(english, indonesian)
    let direction = table.direction(of: word, translation, in: pair) { word, language in
      word == "quorl" && language == english
    }
    #expect(direction == (isTurned ? pair.reversed : pair))
  }

  @Test("dictionaries between languages that nobody asks in or answers from are left out")
  func filtered() throws {
    let folder = try TemporaryFolder()
    writeFreeDict("eng-ind", ["dog <n>\nanjing\n"], in: folder)
    writeFreeDict("deu-ind", ["Hund <n>\nanjing\n"], in: folder)
    var places = emptyPlaces(folder)
    places.languages = [english, indonesian]
    #expect(TranslationTable.open(places).report.entries.count == 1)
    places.languages?.insert(Language(rawValue: "de"))
    #expect(TranslationTable.open(places).report.entries.count == 2)
  }

  @Test("Malay is translated as Indonesian, and regions do not count")
  func malay() throws {
    let folder = try TemporaryFolder()
    let table = table(builtIn: "en\tid\nwork\tkerja\n", in: folder)
    let (malay, british) = (Language(rawValue: "ms"), Language(rawValue: "en-GB"))
    #expect(table.thesaurus(malay, british).synonymSets(of: []).map(\.language) == [british])
  }
}
