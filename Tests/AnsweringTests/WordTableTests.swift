import Testing

@testable import Answering

@Suite struct WordTableTests {
  @Test("a list is read word by word, with what parts them")
  func reading() {
    var reader = WordListReader("  how many : number\nkm\u{B2} jum'at")
    var marks: [String] = []
    var words: [WordKey] = []
    while let (word, mark) = reader.next() {
      words.append(word)
      marks.append(String(UnicodeScalar(mark)))
    }
    #expect(words == ["how", "many", "number", "km\u{B2}", "jum'at"].map { WordKey($0) })
    #expect(marks == [" ", ":", "\n", " ", "\n"])
  }

  @Test("an empty list has no word", arguments: ["", " \n "] as [StaticString])
  func empty(list: StaticString) {
    var reader = WordListReader(list)
    #expect(reader.next() == nil)
  }

  @Test(
    "the value behind a word is a decimal number",
    arguments: [("x=12 y", 12), ("x=0.5", 0.5), ("x=1e6", 1e6), ("x=30.4\ny", 30.4)]
      as [(StaticString, Double)])
  func value(list: StaticString, value: Double) {
    var reader = WordListReader(list)
    #expect(reader.next()?.mark == UInt8(ascii: "="))
    #expect(reader.number() == value)
  }

  @Test("a word of several lists has all their marks, others none")
  func marks() {
    var table = WordMarks(capacity: 300)
    table.insert("tea coffee", mark: 1)
    table.insert("coffee milk", mark: 2)
    for index in 0..<290 { table.insert(WordKey("word\(index)"), mark: 4) }
    #expect(table[WordKey("coffee")] == 3)
    #expect(table[WordKey("Tea")] == 1)
    #expect(table[WordKey("water")] == 0)
    #expect((0..<290).allSatisfy { table[WordKey("word\($0)")] == 4 })
  }

  @Test(
    "a word keeps the value of its class",
    arguments: [("desember", 12), ("juta", 1e6), ("keempat", 4), ("tahun", 365), ("tea", 0)]
      as [(String, Double)])
  func lexicon(word: String, value: Double) {
    #expect(Lexicon.shared.value(of: WordKey(word)) == value)
  }
}
