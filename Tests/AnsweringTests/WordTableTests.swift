import Bytes
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

  @Test(
    "a word has one key, however it is read, and words that differ have different keys",
    arguments: [
      "", "a", "Batang", "pemfor", "pemform", "pemforma", "pemformat", "pemformatannya!!",
      "Pemformatannya-lagi", "\u{E9}t\u{E9}s",
    ])
  func keys(word: String) {
    let key = WordKey(word)
    let folded = Array(word.utf8).map(\.asciiLowercased)
    #expect(WordKey(Array(word.utf8).span) == key)
    #expect(WordKey(folded.span) == key)
    for count in 0...folded.count {
      var builder = WordKeyBuilder()
      builder.append(folded.span.eightBytes(at: 0).firstBytes(min(count, 8)), count: min(count, 8))
      for byte in folded.dropFirst(min(count, 8)) { builder.append(byte) }
      #expect(builder.key == key)
    }
    let scanned = WordScanner.words(in: Array((word + " b").utf8).span, range: 0..<word.utf8.count)
    if scanned.count == 1, scanned[0].range == 0..<word.utf8.count {
      #expect(scanned[0].key == key)
    }
    for place in folded.indices {
      var other = folded
      other[place] ^= 1
      #expect(WordKey(other.span) != key)
    }
    #expect(WordKey((folded + [UInt8(ascii: "s")]).span) != key)
    #expect(WordKey(word, word) == WordKey("\(word)_\(word)"))
  }

  @Test(
    "a word of letters before a space is scanned like one before any other mark",
    arguments: ["a", "A", "NATO", "coffee", "Coffees", "McDonal", "PCs", "harbours", "Harbours"])
  func plainWords(word: String) {
    let scans = [" ", ",", ";", "\n", ""].map { end in
      WordScanner.words(
        in: Array((word + end + "x").utf8).span, range: 0..<word.utf8.count + end.utf8.count)
    }
    for scan in scans {
      #expect(scan.first?.range == 0..<word.utf8.count)
      #expect(scan.first?.shape == scans[3].first?.shape)
      #expect(scan.first?.key == WordKey(word))
    }
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
