import Model
import TestSupport
import Testing
import TextAnalysis

@testable import Translation

@Suite struct SynonymSetTests {
  static let glossary: StaticString = """
    en\tid
    work\tkerja
    force\tkekuatan; pasukan
    labour\tburuh
    workforce\ttenaga kerja
    small and medium enterprise\tusaha kecil dan menengah
    enterprise\tperusahaan
    small\tkecil
    teach\tmengajar
    lesson\tpelajaran
    energy\ttenaga
    internet\tinternet; jaringan
    under\tdi bawah
    """

  @Test(
    "the longest phrase goes before its words, from left to right",
    arguments: [
      ("tenaga kerja", [["workforce"]]),
      ("tenaga", [["energy"]]),
      ("usaha kecil dan menengah", [["small medium enterprise"]]),
      ("usaha kecil dan besar", [["enterprise"], ["small"]]),
      ("yang tenaga kerja kecil itu", [["workforce"], ["small"]]),
      ("di bawah", [["under"]]),
    ])
  func phrases(question: String, expected: [[String]]) throws {
    let table = table(builtIn: Self.glossary, in: try TemporaryFolder())
    #expect(table.translations(question) == expected)
  }

  @Test("what no passage holds is left out, and the others count as if it were there")
  func leftOut() throws {
    let table = table(builtIn: Self.glossary, in: try TemporaryFolder())
    let whole = table.sets("work force internet under", english, indonesian)
    let held = ["pasukan", "buruh", "jaringan"]
    // Any passage may also contain "di", a stop word.
    let thesaurus = table.thesaurus(english, indonesian) {
      held.contains(String(decoding: $0, as: UTF8.self))
    }
    let sets = thesaurus.sets(of: "work force internet under", english, in: indonesian)
    #expect(
      sets.map { $0.members.dropFirst().map(\.text) } == [
        [], ["pasukan"], ["jaringan"], ["di bawah"],
      ])
    #expect(sets.map(\.leftOut) == [1, 1, 0, 0])
    #expect(sets.map(\.hasTranslations) == whole.map(\.hasTranslations))
    for (set, whole) in zip(sets, whole) {
      #expect(set.members.allSatisfy { whole.members.contains($0) })
    }
  }

  @Test("a phrase is known by the stems of its words too, and has no small words of the passages")
  func phraseStems() throws {
    let table = table(builtIn: Self.glossary, in: try TemporaryFolder())
    let sets = table.sets("the small and medium enterprises", english, indonesian)
    #expect(sets.map(\.range) == [1..<5])
    #expect(
      sets[0].members.map(\.text) == [
        "small and medium enterprises", "usaha kecil menengah",
      ])
  }

  @Test(
    "a word that no dictionary has gets what words of its stem have",
    arguments: [
      ("enterprises", ["perusahaan"]), ("enterprise", ["perusahaan"]),
      ("forces", ["kekuatan", "pasukan"]),
    ])
  func stems(word: String, expected: [String]) throws {
    let table = table(builtIn: Self.glossary, in: try TemporaryFolder())
    #expect(table.translations(word, english, indonesian) == [expected])
  }

  @Test("the translations of the very word go before those of its stem")
  func surfaceFirst() throws {
    let folder = try TemporaryFolder()
    let table = table(user: "en\tid\nloving\tpenyayang\nlove\tcinta; kasih\n", in: folder)
    #expect(table.translations("loving", english, indonesian) == [["penyayang", "cinta", "kasih"]])
    #expect(table.translations("love", english, indonesian) == [["cinta", "kasih", "penyayang"]])
  }

  @Test("the question's own word stays first, with the stem of the other language")
  func ownWord() throws {
    let table = table(builtIn: "en\tid\nclass\tkelas\n", in: try TemporaryFolder())
    let own = table.sets("kelas")[0].members[0]
    #expect(own.words == [WordForms(surface: "kelas", stem: "kela")])
    #expect(own.weight == 1)
  }

  @Test("a translation comes with its stem")
  func targetStem() throws {
    let table = table(builtIn: Self.glossary, in: try TemporaryFolder())
    let member = table.sets("perusahaan kecil")[0].members[1]
    #expect(member.words == [WordForms(surface: "enterprise", stem: "enterpris")])
  }

  @Test("a translation at rank k counts (1 + k)^-0.6")
  func weights() throws {
    let folder = try TemporaryFolder()
    let table = table(user: "en\tid\nbig\tbesar; raya; akbar\n", in: folder)
    let weights = table.sets("big", english, indonesian)[0].members.map(\.weight)
    #expect(weights.map { ($0 * 1000).rounded() } == [1000, 1000, 660, 517])
  }

  @Test("a translation that is the word itself is there once")
  func sameWord() throws {
    let table = table(builtIn: Self.glossary, in: try TemporaryFolder())
    let set = table.sets("internet", english, indonesian)[0]
    #expect(set.members.map(\.text) == ["internet", "jaringan"])
  }

  @Test("dictionaries are asked in order, each translation counts once, and ten at most")
  func chain() throws {
    let folder = try TemporaryFolder()
    writeFreeDict(
      "eng-ind", ["dog <n>\n" + (1...12).map { "kata\($0)x" }.joined(separator: ", ") + "\n"],
      in: folder)
    var places = emptyPlaces(folder)
    places.userGlossary = folder.write("glossary.tsv", "en\tid\ndog\tasu; kata2x\n")
    places.builtInGlossary = embedded("en\tid\ndog\tanjing; asu\n")
    let members = TranslationTable.open(places).sets("dog", english, indonesian)[0].members
    #expect(
      members.dropFirst().map(\.text) == [
        "asu", "kata2x", "anjing", "kata1x", "kata3x", "kata4x", "kata5x", "kata6x", "kata7x",
        "kata8x",
      ])
  }

  @Test(
    "a question without content words, or without words, has no sets", arguments: ["", "yang di"])
  func nothing(question: String) throws {
    let table = table(builtIn: Self.glossary, in: try TemporaryFolder())
    #expect(table.sets(question).isEmpty)
  }

  @Test("regions of a language do not count")
  func regions() throws {
    let table = table(builtIn: Self.glossary, in: try TemporaryFolder())
    let sets = table.sets("enterprise", Language(rawValue: "en-US"), indonesian)
    #expect(sets.map { $0.members.map(\.text) } == [["enterprise", "perusahaan"]])
  }
}
