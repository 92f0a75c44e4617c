import TestSupport
import Testing
import TextAnalysis

@testable import Translation

@Suite struct WordnetTests {
  static let table = """
    # Made-up Wordnet\tind\thttp://example.org\tMIT
    00000001-n\tind:lemma\tanjing
    00000001-n\tind:lemma\tanjing rumah
    00000001-n\tind:def\tbinatang
    00000002-n\tlemma\tanjing
    00000002-n\tlemma\torang
    00000003-a\tind:lemma\tbaik
    00000003-s\tind:lemma\tbagus

    """

  static let nouns = """
      1 This software and database is being provided
    canine n 2 1 @ 2 0 00000009 00000001  
    dog n 2 2 @ ~ 2 1 00000002 00000001  
    guard_dog n 1 1 @ 1 0 00000001  

    """

  static let adjectives = "good a 1 1 & 1 1 00000003  \n"

  func places(_ folder: TemporaryFolder) -> DictionaryPlaces {
    var places = emptyPlaces(folder)
    places.wordnetTables = [
      folder.path + "/missing.tab", folder.write("wn-data-ind.tab", Self.table),
    ]
    return places
  }

  @Test("words of a synset translate each other, by the rank of the English sense")
  func join() throws {
    let folder = try TemporaryFolder()
    folder.write("wordnet/index.noun", Self.nouns)
    folder.write("wordnet/index.adj", Self.adjectives)
    let table = TranslationTable.open(places(folder))
    // Scores: anjing 1 + 1/2, orang 1, anjing rumah 1/2.
    #expect(
      table.translations("dog", english, indonesian) == [["anjing", "orang", "anjing rumah"]])
    // Scores: dog 1 + 1/2, guard dog 1, canine 1/2.
    #expect(table.translations("anjing") == [["dog", "guard dog", "canine"]])
    #expect(table.translations("good", english, indonesian) == [["baik", "bagus"]])
    #expect(table.translations("binatang").isEmpty)
    #expect(table.report.additions == [.package("dict-freedict-eng-ind")])
  }

  @Test("a wordnet is asked about words only that no glossary knows")
  func behindGlossary() throws {
    let folder = try TemporaryFolder()
    folder.write("wordnet/index.noun", Self.nouns)
    var places = places(folder)
    places.userGlossary = folder.write("glossary.tsv", "en\tid\ndog\tasu\n")
    let table = TranslationTable.open(places)
    #expect(table.translations("dog", english, indonesian) == [["asu"]])
    #expect(table.translations("canine", english, indonesian) == [["anjing", "anjing rumah"]])
    #expect(table.translations("anjing") == [["dog", "guard dog", "canine"]])
  }

  @Test("without the Princeton WordNet the report names the package")
  func missingPrinceton() throws {
    let folder = try TemporaryFolder()
    let report = TranslationTable.open(places(folder)).report
    #expect(report.entries.map(\.outcome.problem) == [.wordnetMissing])
    #expect(report.additions.contains(.package("wordnet-base")))
  }

  @Test(
    "a file that is no wordnet is refused, damaged lines of one are passed over",
    arguments: [
      ("", DictionaryReport.Problem.languagesMissing), ("# x", .languagesMissing),
      ("00000001-n\tlemma\tanjing\n", .languagesMissing),
      ("# x\tind\n00000001n\tlemma\tanjing\nx-n\tlemma\tx\n-n\tlemma\tx\n00000001-n\tlemma\n", nil),
    ])
  func damage(text: String, problem: DictionaryReport.Problem?) throws {
    let folder = try TemporaryFolder()
    folder.write("wordnet/index.noun", Self.nouns + "dog n\nx n 9 1\ny n 99 0 1 1 00000001\n")
    var places = emptyPlaces(folder)
    places.wordnetTables = [folder.write("wn.tab", text)]
    let report = TranslationTable.open(places).report
    #expect(report.entries.map(\.outcome.problem) == [problem])
    #expect(report.entries.map(\.outcome.pairCount) == [0])
  }
}
