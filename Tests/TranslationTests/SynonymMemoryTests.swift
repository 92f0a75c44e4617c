import Model
import Platform
import TestSupport
import Testing
import TextAnalysis

@testable import Translation

@Suite("The memory of words that come again") struct SynonymMemoryTests {
  @Test("a word or phrase that comes again has the same set, and is not looked up again")
  func again() throws {
    let table = table(
      builtIn: "en\tid\nforce\tkekuatan; pasukan\nworkforce\ttenaga kerja\nwork force\ttenaga\n",
      in: try TemporaryFolder())
    var asked = 0
    let memory = SynonymMemory()
    let thesaurus = table.thesaurus(english, indonesian, memory: memory) { _ in
      asked += 1
      return true
    }
    let first = thesaurus.sets(of: "force work force", english, in: indonesian)
    let (count, known) = (asked, memory.count)
    let second = thesaurus.sets(of: "the force and the work force", english, in: indonesian)
    #expect(first.map(\.range) == [0..<1, 1..<3])
    #expect(second.map(\.range) == [1..<2, 4..<6])
    #expect(first.map(\.members) == second.map(\.members))
    #expect(count > 0 && asked == count)
    #expect(memory.count == known)
    #expect(second == table.sets("the force and the work force", english, indonesian))
  }

  @Test("a word that nothing stands for is kept as well")
  func nothing() throws {
    let table = table(builtIn: "en\tid\nwork\tkerja\n", in: try TemporaryFolder())
    let memory = SynonymMemory()
    let thesaurus = table.thesaurus(english, indonesian, memory: memory)
    for _ in 0..<2 { #expect(thesaurus.sets(of: "harbour", english, in: indonesian).isEmpty) }
    #expect(memory.count == 1)
  }

  @Test("what a long form adds to its words does not stay with them")
  func longForm() throws {
    let table = table(builtIn: "en\tid\nmedium\tmenengah\n", in: try TemporaryFolder())
    let forms = ShortFormTable.compile([
      ShortForm(short: "SMEs", expansion: "small and medium enterprises", language: english)
    ])
    let thesaurus = table.thesaurus(
      english, indonesian, shortForms: [try #require(ShortFormTable(MappedFile(copying: forms)))])
    func medium(_ question: String) throws -> [String] {
      let sets = thesaurus.sets(of: question, english, in: indonesian)
      return try #require(sets.first { $0.members[0].text == "medium" }).members.map(\.text)
    }
    for _ in 0..<2 {
      #expect(try medium("small and medium enterprises") == ["medium", "smes", "menengah"])
      #expect(try medium("medium rare") == ["medium", "menengah"])
    }
  }

  @Test("directions that share a memory do not share sets")
  func directions() throws {
    let table = table(builtIn: "en\tid\nair\tudara\nwater\tair\n", in: try TemporaryFolder())
    let memory = SynonymMemory()
    for _ in 0..<2 {
      let indonesians = table.thesaurus(english, indonesian, memory: memory)
        .sets(of: "air", english, in: indonesian)
      let englishes = table.thesaurus(indonesian, english, memory: memory)
        .sets(of: "air", indonesian, in: english)
      #expect(indonesians.map { $0.members.map(\.text) } == [["air", "udara"]])
      #expect(englishes.map { $0.members.map(\.text) } == [["air", "water"]])
    }
  }

  @Test("it stays within its capacity, however many words are asked for")
  func bounded() throws {
    let table = table(builtIn: "en\tid\nwork\tkerja\nforce\tpasukan\n", in: try TemporaryFolder())
    let memory = SynonymMemory(capacity: 40)
    let thesaurus = table.thesaurus(english, indonesian, memory: memory)
    for number in 0..<500 {
      let sets = thesaurus.sets(of: "work kata\(number)x force", english, in: indonesian)
      #expect(sets.map { $0.members.map(\.text) } == [["work", "kerja"], ["force", "pasukan"]])
      #expect(memory.count <= 40)
    }
  }

  @Test("a word of excessive length is not kept")
  func longWord() throws {
    let table = table(builtIn: "en\tid\nwork\tkerja\n", in: try TemporaryFolder())
    let memory = SynonymMemory(capacity: 40)
    let word = QuestionWord(
      text: "", range: 0..<0, surface: String(repeating: "x", count: 1 << 16), stem: "x",
      isStopWord: false)
    _ = table.thesaurus(english, indonesian, memory: memory).synonymSets(of: [word])
    #expect(memory.count == 0)
  }

  @Test("once a damaged table is compiled anew, words are looked up in the new one")
  func recompiled() throws {
    let folder = try TemporaryFolder()
    var places = emptyPlaces(folder)
    places.cacheFolder = folder.path + "/cache"
    func write(_ suffix: String) {
      let entries = (0..<100).map { "key\($0)x\tkunci\($0)\(suffix)\n" }.joined()
      places.userGlossary = folder.write("glossary.tsv", "en\tid\n\(entries)")
    }
    write("a")
    let path = try #require(TranslationTable.open(places).report.tablePath)
    var bytes = try readFile(path)
    bytes[bytes.count - 1] ^= 1
    folder.write(String(path.dropFirst(folder.path.utf8.count + 1)), bytes)
    let table = TranslationTable.open(places)
    let thesaurus = table.thesaurus(indonesian, english)
    func translations() -> Set<[String]> {
      Set(
        (0..<100).map { number in
          let sets = thesaurus.sets(of: "kunci\(number)a kunci\(number)b", indonesian, in: english)
          return sets.map { $0.members[0].text.suffix(1).description }
        })
    }
    write("b")
    // The damage is met at one of the words, and those before it were found in the damaged table.
    #expect(translations() == [["a"], ["b"]])
    #expect(translations() == [["b"]])
  }
}
