import Testing

@testable import TextAnalysis

@Suite struct TokenizerTests {
  @Test(
    "Words are folded: case, accents, compatibility forms",
    arguments: [
      ("Café NAÏVE", "cafe naive"),
      ("cafe\u{301}", "cafe"),
      ("Straße ﬁne ÆRØ Łódź", "strasse fine aero lodz"),
      ("İstanbul ISTANBUL", "istanbul istanbul"),
      ("Ｆｕｌｌ CO₂", "full co2"),
      ("ΕΛΛΆΔΑ Ёлка йод", "ελλαδα елка йод"),
      ("co\u{AD}op", "coop"),
      ("हिन्दी", "हिन्दी"),
    ])
  func folding(text: String, expected: String) { #expect(folded(text) == expected) }

  @Test(
    "Apostrophes are dropped, and contracted endings with them",
    arguments: [
      ("Indonesia’s don't", "indonesia dont"),
      ("we'll they've you're I'd I'm", "we they you i i"),
      ("James' o’clock", "james oclock"),
      ("Jum'at Qur’an", "jumat quran"),
      ("'quoted' ’s", "quoted s"),
    ])
  func apostrophes(text: String, expected: String) { #expect(folded(text) == expected) }

  @Test(
    "Hyphens part words, except in reduplications",
    arguments: [
      ("well-being", "well being"),
      ("negara-negara", "negara"),
      ("Kupu-kupu, anak-anak.", "kupu anak"),
      ("sayur-sayuran negara-negaranya", "sayur sayuran negara negaranya"),
      ("bolak-balik meniru-nirukan", "bolak balik meniru nirukan"),
      ("anak-anakan-anak", "anak anakan anak"),
      ("so-sober", "so sober"),
      ("x1-x1", "x1 x1"),
      ("ke-4 COVID-19 GPT-3.5", "ke 4 covid 19 gpt 3 5"),
    ])
  func hyphens(text: String, expected: String) { #expect(folded(text) == expected) }

  @Test(
    "Acronyms with inner periods are one word",
    arguments: [
      ("the U.S. and U.S.A", "the us and usa"),
      ("S.H., M.Si. Ph.D. e.g. a.n.", "sh msi phd eg an"),
      ("J.K. Rowling, J. K. Rowling", "jk rowling j k rowling"),
      ("www.abc.com a.com", "www abc com a com"),
      ("the end.The next", "the end the next"),
    ])
  func acronyms(text: String, expected: String) { #expect(folded(text) == expected) }

  @Test(
    "Numbers lose separators of thousands, and are parted at those of decimals",
    arguments: [
      ("5,000 5.000 1.000.000", "5000 5000 1000000"),
      ("3.7 3,7 0.125", "3 7 3 7 0 125"),
      ("1.234,5 1,234,567.89", "1234 5 1234567 89"),
      ("3.7% 65%.", "3 7 65"),
      ("17/12/2025 17.12.2025 2010-2015", "17 12 2025 17 12 2025 2010 2015"),
      ("10:30 10.00 192.168.1.1", "10 30 10 00 192 168 1 1"),
      ("Rp1.500,00 US$600 €5", "rp 1500 00 us 600 5"),
      ("20th gpt4 covid19 3.5mm 2.0.", "20th gpt4 covid19 3 5mm 2 0"),
      ("1990s 1990's ２０２５ 1,500m", "1990s 1990 2025 1500m"),
      ("1,2,3 1,00,000 1.234.56", "1 2 3 1 00 000 1 234 56"),
    ])
  func numbers(text: String, expected: String) { #expect(folded(text) == expected) }

  @Test(
    "Marks of Markdown, symbols and emojis part words",
    arguments: [
      ("*sovereign AI* snake_case", "sovereign ai snake case"),
      ("a😀b 1️⃣ ½", "a b 1"),
      ("<b>C++</b>\u{0}x\u{200B}y", "b c b x y"),
      ("https://a.org/b?c=d", "https a org b c d"),
      ("", ""), ("...", ""), ("\u{3164}", ""),
    ])
  func separators(text: String, expected: String) { #expect(folded(text) == expected) }

  @Test("Scripts without spaces give a token for each letter")
  func ideographs() {
    #expect(folded("日本語がtext 東京2020年") == "日 本 語 が text 東 京 2020 年")
    #expect(kinds("日1a") == [.ideograph, .word])
    #expect(kinds("日 1 a") == [.ideograph, .number, .word])
    // A separate voicing mark belongs to its kana, which differs from the kana without a mark.
    #expect(folded("か\u{3099}") == folded("が"))
    #expect(folded("か") != folded("が"))
    #expect(folded("ที่").split(separator: " ").count == 1)
  }

  @Test("Digits are numbers, digits with letters are words")
  func numberKinds() {
    #expect(
      kinds("5,000 3.7% 12 1990's 20th gpt4 1,500m")
        == [.number, .number, .number, .number, .number, .word, .word, .word])
  }

  @Test(
    "Ranges cover the word as it stands, without a contracted ending",
    arguments: [
      "[Indonesia]’s [Ministry]", "([negara-negara] [maju])", "[U.S]. [GDP]: [3].[7]%",
      "[Rp][1.500],[00], [17]/[12]", "«[Café]» [e\u{301}te\u{301}] [日][本]",
    ])
  func ranges(marked: String) {
    #expect(MarkedText(marked).ranges == tokens(MarkedText(marked).text).map(\.range))
  }

  @Test("Long words are cut to 64 bytes, never inside a scalar")
  func longWords() {
    #expect(folded(String(repeating: "a", count: 1000)) == String(repeating: "a", count: 64))
    #expect(folded("a" + String(repeating: "я", count: 100)).utf8.count == 63)
    #expect(folded("a" + String(repeating: "я", count: 32) + "b").utf8.count == 63)
    #expect(folded(String(repeating: "7", count: 100)).utf8.count == 64)
    #expect(tokens(String(repeating: "я", count: 100)).map(\.range) == [0..<200])
  }

  @Test(
    "Bytes that are not well-formed UTF-8 are separators",
    arguments: [
      [0x61, 0xFF, 0x62], [0x61, 0xC3, 0x62], [0x61, 0xE2, 0x80, 0x62],
      [0x61, 0xED, 0xA0, 0x80, 0x62],
      [0x61, 0xC0, 0xAF, 0x62], [0x61, 0xF8, 0x88, 0x80, 0x80, 0x62], [0x61, 0x80, 0x62],
    ] as [[UInt8]])
  func malformed(bytes: [UInt8]) {
    #expect(tokens(bytes).map(\.range) == [0..<1, bytes.count - 1..<bytes.count])
  }

  @Test("A long run of short parts with periods is scanned once")
  func manyParts() {
    // Scanned from each of its words, it would take 5 · 10¹¹ steps.
    let count = 1_000_000
    let text = String(repeating: "Ab.", count: count)
    var tokenizer = Tokenizer()
    var found = 0
    tokenizer.forEachToken(in: text.utf8.span) { _, _ in found += 1 }
    #expect(found == count)
    // What is remembered of one text does not count for the next.
    #expect(folded("Ph.D. and U.S.") == "phd and us")
  }
}
