import Model
import Testing
import TextAnalysis

@testable import Answering

@Suite struct RecognitionTests {
  @Test(
    "amounts are found with their unit and value, in both languages",
    arguments: [
      ("over 270 million people", Language.english, "270 million", Mention.Kind.number, 270e6),
      ("sekitar 12 juta orang", .indonesian, "12 juta", .number, 12e6),
      ("luasnya 1.234,5 hektare", .indonesian, "1.234,5 hektare", .number, 1234.5),
      ("covers 1,234.5 acres", .english, "1,234.5 acres", .number, 1234.5),
      ("seluas 35.376,50km² dan", .indonesian, "35.376,50km²", .number, 35376.5),
      ("retrained over 5,000 clerks", .english, "5,000", .number, 5000),
      ("sebanyak 5.000 pegawai", .indonesian, "5.000", .number, 5000),
      ("worth US$600 billion", .english, "US$600 billion", .money, 600e9),
      ("a $500 million fund", .english, "$500 million", .money, 500e6),
      ("senilai Rp1,5 triliun", .indonesian, "Rp1,5 triliun", .money, 1.5e12),
      ("seharga Rp 10.000 saja", .indonesian, "Rp 10.000", .money, 10000),
      ("costs 30 euros", .english, "30 euros", .money, 30),
      ("grew by 65% in all", .english, "65%", .percentage, 65),
      ("naik 3,7 persen", .indonesian, "3,7 persen", .percentage, 3.7),
      ("about 20 percent", .english, "20 percent", .percentage, 20),
      ("within five years", .english, "five years", .duration, 1825),
      ("selama lima tahun", .indonesian, "lima tahun", .duration, 1825),
      ("dua puluh lima kapal", .indonesian, "dua puluh lima", .number, 25),
      ("seratus dua puluh kapal", .indonesian, "seratus dua puluh", .number, 120),
      ("seribu dua ratus lima kapal", .indonesian, "seribu dua ratus lima", .number, 1205),
      ("seratus dua puluh lima kapal", .indonesian, "seratus dua puluh lima", .number, 125),
      ("dua lusin telur", .indonesian, "dua lusin", .number, 24),
      ("a hundred and twenty ships", .english, "a hundred and twenty", .number, 120),
      ("five hundred and ten ships", .english, "five hundred and ten", .number, 510),
      ("two hundred forty-five ships", .english, "two hundred forty-five", .number, 245),
      ("two hundred and three hundred ships", .english, "two hundred", .number, 200),
      ("two thousand and five ships", .english, "two thousand and five", .number, 2005),
      ("three dozen eggs", .english, "three dozen", .number, 36),
      ("two hundred thousand books", .english, "two hundred thousand", .number, 200e3),
      ("the fourth largest", .english, "fourth", .number, 4),
      ("peringkat ke-20 dunia", .indonesian, "ke-20", .number, 20),
    ])
  func quantity(
    text: String, language: Language, expected: String, kind: Mention.Kind, value: Double
  ) throws {
    let mentions = QuantityRecognizer.mentions(in: scan(text, language), taken: [])
    let mention = try #require(mentions.first)
    #expect(cut(text, mention.range) == expected)
    #expect(mention.kind == kind)
    #expect(mention.value == .quantity(value))
  }

  @Test(
    "dates are found in the forms of both languages",
    arguments: [
      (
        "Posted on 12/31/2025", Language.english, "12/31/2025",
        PartialDate(year: 2025, month: 12, day: 31)
      ),
      (
        "pada Rabu (17/12/2025).", .indonesian, "Rabu (17/12/2025)",
        PartialDate(year: 2025, month: 12, day: 17)
      ),
      ("terbit 05/06/2024", .indonesian, "05/06/2024", PartialDate(year: 2024, month: 6, day: 5)),
      ("out on 05/06/2024", .english, "05/06/2024", PartialDate(year: 2024, month: 5, day: 6)),
      ("date 2025-02-24", .english, "2025-02-24", PartialDate(year: 2025, month: 2, day: 24)),
      (
        "on 31 December 2025", .english, "31 December 2025",
        PartialDate(year: 2025, month: 12, day: 31)
      ),
      (
        "it was Dec 17, 2025", .english, "Dec 17, 2025",
        PartialDate(year: 2025, month: 12, day: 17)
      ),
      (
        "tanggal 17 Agustus 1945", .indonesian, "17 Agustus 1945",
        PartialDate(year: 1945, month: 8, day: 17)
      ),
      (
        "lahir 1 Januari tahun 1987 di", .indonesian, "1 Januari tahun 1987",
        PartialDate(year: 1987, month: 1, day: 1)
      ),
      (
        "tanggal 27 bulan Mei tahun 2006", .indonesian, "27 bulan Mei tahun 2006",
        PartialDate(year: 2006, month: 5, day: 27)
      ),
      ("12 Nop 1988", .indonesian, "12 Nop 1988", PartialDate(year: 1988, month: 11, day: 12)),
      ("7 Peb. 1936", .indonesian, "7 Peb. 1936", PartialDate(year: 1936, month: 2, day: 7)),
      ("since May 1877", .english, "May 1877", PartialDate(year: 1877, month: 5)),
      ("released in 2020, it", .english, "2020", PartialDate(year: 2020)),
      ("sejak tahun 632 sampai", .indonesian, "632", PartialDate(year: 632)),
      ("in the 10th century", .english, "10th century", PartialDate(century: 10)),
      ("pada abad ke-20", .indonesian, "abad ke-20", PartialDate(century: 20)),
      ("around 500 BC there", .english, "500 BC", PartialDate(year: 500)),
      ("dekade 1990-an", .indonesian, "1990-an", PartialDate(year: 1990)),
    ])
  func date(text: String, language: Language, expected: String, value: PartialDate) throws {
    let mentions = DateRecognizer.mentions(in: scan(text, language)).mentions
    let mention = try #require(mentions.first)
    #expect(cut(text, mention.range) == expected)
    #expect(mention.value == .date(value))
  }

  @Test(
    "what only looks like a date is none",
    arguments: [
      "It may rain", "1500 km away", "cost $2000", "99/99/99", "see [2012] there",
      "the summit #1608 was dropped", "halaman 1998",
      // Numbers that are greater than any integer.
      "it was 2e57 then", "in 99999999999999999999999 BC",
    ])
  func noDate(text: String) {
    #expect(DateRecognizer.mentions(in: scan(text)).mentions.isEmpty)
  }

  @Test(
    "names are runs of capitals with their small words",
    arguments: [
      ("built by Ferdinand de Lesseps in Egypt", ["Ferdinand de Lesseps", "Egypt"]),
      ("oleh Ali bin Abi Thalib di Kufah", ["Ali bin Abi Thalib", "Kufah"]),
      ("the University of Oslo and others", ["University of Oslo"]),
      ("says McKinsey & Co of it", ["McKinsey & Co"]),
      ("John C. H. Fei wrote", ["John C. H. Fei"]),
      ("The river rose on Monday in May 1990", []),
      ("Kenya's Wangari Maathai spoke", ["Kenya's Wangari Maathai"]),
      ("It cost Rp2.3 trillion, said Ana; then USD 500.", ["Ana"]),
    ])
  func names(text: String, expected: [String]) {
    #expect(NameRecognizer.mentions(in: scan(text)).map { cut(text, $0.range) } == expected)
  }

  @Test(
    "short forms are found with what they stand for",
    arguments: [
      ("Small and medium enterprises (SMEs), which", "SMEs", "Small and medium enterprises"),
      ("the Bureau of Tea and Trade (BTT) said", "BTT", "Bureau of Tea and Trade"),
      ("melalui Badan Riset Teh Nasional (Baristeh) di", "Baristeh", "Badan Riset Teh Nasional"),
      ("by NTU (National Tea Union), which", "NTU", "National Tea Union"),
      ("dari Kementerian Daun Hijau (Daunhi) itu", "Daunhi", "Kementerian Daun Hijau"),
    ])
  func acronyms(text: String, short: String, expansion: String) throws {
    let pair = try #require(AcronymRecognizer.pairs(in: scan(text)).first)
    #expect(cut(text, pair.short) == short)
    #expect(cut(text, pair.expansion) == expansion)
  }

  @Test(
    "hostile bytes are read to the end",
    arguments: [
      [], [0xFF, 0xFE, 0x80], [0xE2], [0xE2, 0x80], [0x27], [0x31, 0x2E], [0x41, 0x2E], [0xC2],
      Array("$".utf8), Array("(A".utf8), Array("1-2-".utf8), Array("ke-".utf8),
    ] as [[UInt8]])
  func hostile(bytes: [UInt8]) {
    let text = ScannedText(bytes, range: 0..<bytes.count, language: .english)
    let dates = DateRecognizer.mentions(in: text)
    let all =
      dates.mentions + QuantityRecognizer.mentions(in: text, taken: dates.words)
      + NameRecognizer.mentions(in: text)
    #expect(all.allSatisfy { $0.range.lowerBound >= 0 && $0.range.upperBound <= bytes.count })
    #expect(text.words.allSatisfy { $0.range.upperBound <= bytes.count })
    #expect(AcronymRecognizer.pairs(in: text).isEmpty)
  }
}
