import Model
import TestSupport
import Testing

@testable import TextAnalysis

@Suite struct WordFilterTests {
  @Test("A filter hands out the tokens that it admits, as they are without it")
  func tokensOfFilters() {
    for seed in 0..<4000 as Range<UInt64> {
      var generator = SplitMix64(seed: seed)
      let text = SampleText.pieces(&generator)
      let whole = tokens(text)
      var filter = WordFilter(language: .english)
      for token in whole where Int.random(in: 0..<8, using: &generator) == 0 {
        let length = Int.random(in: 1...token.folded.count, using: &generator)
        filter.admit(beginningWith: token.folded.span.extracting(first: length))
      }
      var admitted: [FoldedToken] = []
      var tokenizer = Tokenizer()
      tokenizer.forEachToken(in: text.span, admittedBy: filter) { token, folded in
        admitted.append(FoldedToken(token, folded))
      }
      let expected = whole.filter { filter.admits($0.folded.span) }
      #expect(admitted == expected, "seed \(seed)")
    }
  }

  @Test(
    "What begins otherwise is kept back",
    arguments: [
      ("Gayo coffee grows in Gayo's hills", ["coffee"], "coffee"),
      ("5,000 tons, Rp5.000, 2026", ["500"], "5000 5000"),
      ("U.S. and US users", ["us"], "us us users"),
      ("negara-negara lain", ["ne"], "negara"),
      ("naïve café", ["na", "cafe"], "naive cafe"),
      ("a b c", [], ""),
    ])
  func keptBack(text: String, beginnings: [String], expected: String) {
    var filter = WordFilter(language: .english)
    for beginning in beginnings { filter.admit(beginningWith: beginning.utf8.span) }
    var found: [String] = []
    var tokenizer = Tokenizer()
    tokenizer.forEachToken(in: text.utf8.span, admittedBy: filter) { _, folded in
      found.append(folded.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) })
    }
    #expect(found.joined(separator: " ") == expected)
  }

  @Test(
    "A stem begins as its words do where a language is said to keep beginnings",
    arguments: ["fr", "de", "es", "it", "pt", "en", "id", "nl"])
  func beginnings(tag: String) {
    let analyzer = Analyzer(language: Language(rawValue: tag))
    func beginning(_ bytes: some Sequence<UInt8>) -> [UInt8] {
      bytes.prefix(3).map { $0 == UInt8(ascii: "y") ? UInt8(ascii: "i") : $0 }
    }
    var kept = 0
    for beginnings in ["", "a", "de", "boy", "gu", "str", "ueb", "eau", "mey", "quai", "inter"] {
      for word in Self.words.map({ beginnings + $0 })
      where analyzer.keepsBeginning(of: word.utf8.span) {
        let stem = analyzer.withStem(of: word.utf8.span) { $0.withUnsafeBufferPointer(Array.init) }
        #expect(beginning(word.utf8).starts(with: beginning(stem)), "\(word)")
        #expect(stem.count >= 2 || word.utf8.count < 3, "\(word)")
        kept += 1
      }
    }
    #expect((kept > 0) == ["fr", "de", "es", "it", "pt"].contains(tag))
  }

  @Test(
    "Every word is admitted that has an admitted stem",
    arguments: ["en", "id", "ms", "fr", "de", "es", "it", "pt", "nl", "ru", "und"])
  func wordsOfStems(tag: String) {
    let language = Language(rawValue: tag)
    let analyzer = Analyzer(language: language)
    for word in Self.words {
      var filter = WordFilter(language: language)
      analyzer.withStem(of: word.utf8.span) { filter.admit(stem: $0) }
      let isAdmitted = filter.admits(word.utf8.span)
      #expect(isAdmitted, "\(word)")
    }
  }

  /// Roots with the suffixes and prefixes that stemmers know, and the exceptions of English.
  private static let words: [String] = {
    let roots = [
      "ajar", "sapu", "tulis", "pukul", "kirim", "happ", "hop", "relat", "d", "sk", "run",
    ]
    let prefixes = [
      "", "me", "mem", "men", "meng", "meny", "di", "ke", "pe", "pen", "peng", "ber", "bel", "ter",
      "se",
    ]
    let endings = [
      "", "s", "es", "ies", "ied", "ed", "ing", "ying", "y", "ly", "ational", "ation", "iveness",
      "fulness", "izer", "ement", "e", "kan", "an", "i", "nya", "lah", "eaux", "ement", "amente",
      "ungen", "heiten",
    ]
    return prefixes.flatMap { prefix in
      roots.flatMap { root in endings.map { prefix + root + $0 } }
    }
  }()
}
