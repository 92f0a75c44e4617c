import Bytes
import Model
import Platform
import TestSupport
import Testing
import TextAnalysis

@testable import Translation

@Suite("Short forms that texts explain") struct ShortFormTests {
  private static let forms = ShortFormTable.compile([
    ShortForm(short: "SMEs", expansion: "small and medium enterprises", language: english),
    ShortForm(
      short: "Komdigi", expansion: "Kementerian Komunikasi dan Digital", language: indonesian,
      count: 3),
    ShortForm(short: "BI", expansion: "Bank Indonesia", language: indonesian, count: 2),
    ShortForm(short: "BI", expansion: "business intelligence", language: english, count: 7),
  ])

  @Test(
    "without long forms nothing is equated",
    arguments: [[], [ShortForm(short: "IT", expansion: "it is", language: english)]])
  func noLongForms(forms: [ShortForm]) throws {
    let table = try #require(ShortFormTable(MappedFile(copying: ShortFormTable.compile(forms))))
    #expect(table.sets("it firms", english).isEmpty)
  }

  @Test("each phrase of an index is found, and others are not", arguments: [0, 1, 15, 16, 5000])
  func phraseIndex(count: Int) throws {
    let phrases = (0..<count).map { (phrase: "phrase \($0)", place: $0 * 7) }
    let (shape, bytes) = PhraseIndex.encode(phrases)
    try bytes.withUnsafeBytes { bytes in
      #expect(bytes.count == shape.byteCount)
      var reader = ByteReader(bytes)
      let index = try PhraseIndex(shape, &reader)
      for number in 0..<count + 100 {
        let place = Array("phrase \(number)".utf8).withUnsafeBytes { index.place(of: $0) }
        #expect(place == (number < count ? number * 7 : nil))
      }
    }
  }

  private func sets(_ question: String, _ language: Language) throws -> [SynonymSet] {
    let table = try #require(ShortFormTable(MappedFile(copying: Self.forms, access: .few)))
    return table.sets(question, language)
  }

  @Test("the long forms of a short one stand for it, the most frequent first")
  func expansions() throws {
    let set = try #require(sets("Who leads BI", english).last)
    #expect(set.range == 2..<3)
    #expect(set.members.map(\.text) == ["bi", "business intelligence", "bank indonesia"])
    #expect(set.members.map { ($0.weight * 1000).rounded() } == [1000, 500, 330])
    #expect(try sets("siapa memimpin komdigi", indonesian).map(\.range) == [2..<3])
  }

  @Test("a short form stands for each word of its long form, but for small ones")
  func longForm() throws {
    let sets = try sets("a small and medium enterprise grows", english)
    #expect(sets.map(\.range) == [1..<2, 3..<4, 4..<5])
    #expect(
      sets.map { $0.members.map(\.text) } == [
        ["small", "smes"], ["medium", "smes"], ["enterprise", "smes"],
      ])
  }

  @Test(
    "other words have none", arguments: ["small enterprises", "medium", "", "the of"])
  func none(question: String) throws { #expect(try sets(question, english).isEmpty) }

  @Test(
    "damaged tables are none",
    arguments: [[], [1, 2, 3], Array("tanyaTT1".utf8), Array("tanyaSF1\0\0".utf8)])
  func damaged(bytes: [UInt8]) { #expect(ShortFormTable(MappedFile(copying: bytes)) == nil) }

  @Test(
    "in another language, what the texts there say and what dictionaries say of the long form",
    arguments: [
      ("tell Komdigi", [["kementerian komunikasi dan digital", "ministry comms"]]),
      ("SMEs", [["small and medium enterprises", "usaha kecil menengah"]]),
      ("small and medium enterprises", [["smes", "usaha kecil menengah"]]),
      ("medium rare", [["menengah"]]),
    ])
  func across(question: String, expected: [[String]]) throws {
    let glossary: StaticString = """
      en\tid
      small and medium enterprise\tusaha kecil dan menengah
      medium\tmenengah
      ministry\tkementerian
      comms\tkomunikasi
      """
    var places = emptyPlaces(try TemporaryFolder())
    places.builtInGlossary = embedded(glossary)
    let table = TranslationTable.open(places)
    let isBackwards = question.hasPrefix("tell")
    let (source, target) = isBackwards ? (indonesian, english) : (english, indonesian)
    let thesaurus = table.thesaurus(
      source, target,
      shortForms: [ShortFormTable(MappedFile(copying: Self.forms))].compactMap(\.self))
    let sets = thesaurus.sets(of: question, source, in: target)
    #expect(sets.map { $0.members.dropFirst().map(\.text) } == expected)
  }

  @Test("where the short forms are damaged, words are translated all the same")
  func damaged() throws {
    let table = table(builtIn: "en\tid\nleads\tmemimpin\n", in: try TemporaryFolder())
    let cut = try #require(ShortFormTable(MappedFile(copying: Array(Self.forms.dropLast(60)))))
    #expect(cut.sets("who leads BI", english).isEmpty)
    let thesaurus = table.thesaurus(english, indonesian, shortForms: [cut])
    let sets = thesaurus.sets(of: "who leads BI", english, in: indonesian)
    #expect(sets.map { $0.members.dropFirst().map(\.text) } == [["memimpin"]])
  }
}
