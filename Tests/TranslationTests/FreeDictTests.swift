import Model
import TestSupport
import Testing
import TextAnalysis

@testable import Translation

@Suite struct FreeDictTests {
  @Test(
    "an entry's headword and senses are found among pronunciations and glosses",
    arguments: [
      (
        "run //ɹʊn// //ɹʌn// <v>\n1. menjalankan 2.\nto be in charge of\n 3.\nto execute\n"
          + "2. berlari 2.\nto compete in a race\n3. mengalir, lari\nto flow\n",
        "run", ["menjalankan", "berlari", "mengalir, lari"]
      ),
      ("Hund /hʊnt/ <n, masc>\nanjing 2.\nHaustier\n 3.\nMensch\n", "Hund", ["anjing"]),
      ("road map <n>\npeta jalan\na plan in steps\n", "road map", ["peta jalan"]),
      ("hello\nhalo\n", "hello", ["halo"]),
      ("and/or /x/\ndan/atau\n", "and/or", ["dan/atau"]),
    ])
  func entries(text: String, headword: String, translations: [String]) throws {
    let bytes = Array(text.utf8)
    let found = FreeDictEntry(bytes.span, 0..<bytes.count)
    let entry = try #require(found)
    func part(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    #expect(part(entry.headword) == headword)
    #expect(entry.translations.map(part) == translations)
  }

  @Test(
    "affixes and entries without a translation are no entries",
    arguments: [
      "er <suffix>\ne\n", "ability //x// <suffix>\nitas\n", "un <prefix>\ntak\n", "x <n>",
    ])
  func notEntries(text: String) {
    let bytes = Array(text.utf8)
    let entry = FreeDictEntry(bytes.span, 0..<bytes.count)
    #expect(entry == nil)
  }

  @Test(
    "a list of translations is read without its markup",
    arguments: [
      ("anjing, asu; hewan / satwa", ["1 anjing", "2 asu", "3 hewan", "4 satwa"]),
      ("[[masak|memasak]] nasi, [[rumah]]", ["1 memasak nasi", "2 rumah"]),
      ("(tempat) tidur", ["1 tidur", "1 tempat tidur"]),
      ("makan (sarapan, siang)", ["1 makan", "1 makan sarapan, siang"]),
      ("Haus {n} <pl>, rumah [kiasan]", ["1 Haus", "2 rumah"]),
      ("-an, ber-, baik", ["1 baik"]),
      ("kata (tak tertutup, lain", ["1 kata", "1 kata tak tertutup, lain"]),
      ("[[tak tertutup, [satu", ["1 tak tertutup, satu"]),
      (" , ; ", []),
    ])
  func lists(text: String, expected: [String]) {
    let bytes = Array(text.utf8)
    var found: [String] = []
    _ = TermList.forEach(in: bytes.span, 0..<bytes.count) { position, term in
      found.append("\(position) \(term.string(term.indices))")
    }
    #expect(found == expected)
  }

  @Test("numbers of an index are read in base 64, and each place once")
  func index() throws {
    let index = "00databaseinfo\tA\tBg\naardwolf\tiMt\tBg\ndog\tiNN\tC\nDog\tiNN\tC\n"
    let entries = try DictdIndex.entries(index.utf8.span)
    #expect(entries == [140_077..<140_173, 140_109..<140_111])
  }

  @Test(
    "a line of an index without two numbers is damage", arguments: ["dog", "dog\tA", "x\tA\t?"])
  func damagedIndex(line: String) {
    #expect(throws: DictionaryReport.Problem.damaged) {
      let index = Array("cat\tA\tB\n\(line)\n".utf8)
      _ = try DictdIndex.entries(index.span)
    }
  }

  @Test(
    "the languages stand in the file's name",
    arguments: [
      ("freedict-eng-ind.index", "en", "id"), ("freedict-deu-ind.index", "de", "id"),
      ("freedict-fra-eng.index", "fr", "en"),
    ])
  func names(file: String, source: String, target: String) {
    let languages = LanguagePair(Language(rawValue: source), Language(rawValue: target))
    #expect(FreeDictReader.languages(ofFile: file) == languages)
  }

  @Test(
    "other files are no dictionaries",
    arguments: [
      "freedict-eng-ind.dict.dz", "wn.index", "freedict-eng.index", "freedict-eng-qqq.index",
      "freedict-eng-ind-x.index", "freedict-eng-eng.index",
    ])
  func otherNames(file: String) {
    #expect(FreeDictReader.languages(ofFile: file) == nil)
  }

  @Test("any pair that is installed translates in both directions")
  func pairs() throws {
    let folder = try TemporaryFolder()
    writeFreeDict("eng-ind", ["dog /dɒɡ/ <n>\nanjing, asu\n", "hound <n>\nanjing\n"], in: folder)
    writeFreeDict("deu-ind", ["Hund /hʊnt/ <n, masc>\nanjing\n"], in: folder)
    let table = TranslationTable.open(emptyPlaces(folder))
    let german = Language(rawValue: "de")
    #expect(table.translations("the dog", english, indonesian) == [["anjing", "asu"]])
    #expect(table.translations("anjing", indonesian, english) == [["dog", "hound"]])
    #expect(table.translations("Hunde", german, indonesian) == [["anjing"]])
    #expect(table.thesaurus(indonesian, german).synonymSets(of: []).map(\.language) == [german])
    #expect(table.thesaurus(english, german).synonymSets(of: []).isEmpty)
    #expect(table.report.entries.map(\.outcome.pairCount) == [1, 3])
  }

  @Test(
    "a damaged dictionary is reported and left out",
    arguments: [
      (Array("not gzip".utf8), "dog\tA\tB\n", DictionaryReport.Problem.damaged),
      (Array(dictzip(Array("dog <n>\nanjing\n".utf8)).dropLast(12)), "dog\tA\tP\n", .damaged),
      (dictzip(Array("dog <n>\nanjing\n".utf8)), "dog\tA\tBAA\n", .damaged),
    ])
  func damage(text: [UInt8], index: String, problem: DictionaryReport.Problem) throws {
    let folder = try TemporaryFolder()
    folder.write("dictd/freedict-eng-ind.index", index)
    folder.write("dictd/freedict-eng-ind.dict.dz", text)
    let table = TranslationTable.open(emptyPlaces(folder))
    #expect(table.report.entries.map(\.outcome.problem) == [problem])
    #expect(table.translations("dog", english, indonesian).isEmpty)
  }

  @Test(
    "whether a table can be of use is told without opening a dictionary",
    arguments: [
      (english, [Language(rawValue: "de")], [], false), (english, [indonesian], [], true),
      (Language(rawValue: "ms"), [Language(rawValue: "de"), english], [], true),
      (Language(rawValue: "de"), [indonesian], [], false),
      (Language(rawValue: "de"), [indonesian], ["dictd/freedict-ind-deu.index"], true),
      (
        english, [Language(rawValue: "de")], ["dictd/freedict-ind-deu.index", "dictd/other.index"],
        false
      ),
      (Language(rawValue: "de"), [Language(rawValue: "fr")], ["glossary.tsv"], true),
    ])
  func mayTranslate(
    asked: Language, others: [Language], files: [String], expected: Bool
  ) throws {
    let folder = try TemporaryFolder()
    for file in files { folder.write(file, "") }
    var places = emptyPlaces(folder)
    places.userGlossary = folder.path + "/glossary.tsv"
    #expect(TranslationTable.mayTranslate(from: asked, to: others, places) == expected)
  }

  @Test("an index without its text is reported")
  func missingText() throws {
    let folder = try TemporaryFolder()
    folder.write("dictd/freedict-eng-ind.index", "dog\tA\tB\n")
    let report = TranslationTable.open(emptyPlaces(folder)).report
    #expect(report.entries.map(\.outcome.problem) == [.damaged])
  }
}
