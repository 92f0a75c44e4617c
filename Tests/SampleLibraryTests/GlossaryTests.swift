import SampleLibrary
import Testing

@Suite struct GlossaryTests {
  private let entries = GlossaryEntry.all

  @Test("the file is valid UTF-8, names its columns first and ends with a line break")
  func file() {
    let text = String(decoding: SampleLibrary.glossary, as: UTF8.self)
    #expect(text.utf8.elementsEqual(SampleLibrary.glossary))
    #expect(text.hasPrefix("en\tid\n"))
    #expect(text.utf8.last == UInt8(ascii: "\n"))
    #expect(!text.utf8.contains(UInt8(ascii: "\r")))
  }

  @Test("every line that is no comment has two columns")
  func columns() {
    #expect(GlossaryEntry.lines.filter { $0.columns.count != 2 }.map(\.number) == [])
  }

  @Test("at least three thousand English words and phrases stand in it")
  func size() {
    #expect(entries.count >= 3_000)
  }

  @Test("an English word has one line, whatever its case, so that one translation is the likeliest")
  func oneLinePerHeadword() {
    let lines = Dictionary(grouping: entries) { $0.english.lowercased() }
    #expect(lines.filter { $0.value.count > 1 }.keys.sorted() == [])
  }

  @Test("no line gives a translation twice")
  func distinctTranslations() {
    let repeating = entries.filter { Set($0.indonesian).count != $0.indonesian.count }
    #expect(repeating.map(\.english) == [])
  }

  @Test("no translation is the English word itself, which needs no entry")
  func noIdentities() {
    let identical = entries.filter { entry in
      entry.indonesian.contains { $0.lowercased() == entry.english.lowercased() }
    }
    #expect(identical.map(\.english) == [])
  }

  @Test("a side is words of letters and digits parted by single spaces, whole and trimmed")
  func form() {
    let malformed = entries.flatMap(\.sides).filter { side in
      let words = side.split(separator: " ", omittingEmptySubsequences: false)
      return words.contains { $0.isEmpty } || side.last?.isPunctuation != false
        || !side.unicodeScalars.allSatisfy(isAllowed)
    }
    #expect(malformed == [])
  }

  @Test("phrases have at most four words in English and five in Indonesian")
  func phraseLength() {
    let long = entries.filter { entry in
      entry.english.split(separator: " ").count > 4
        || entry.indonesian.contains { $0.split(separator: " ").count > 5 }
    }
    #expect(long.map(\.english) == [])
  }

  @Test("ten translations at most, as retrieval uses no more")
  func translationCount() {
    #expect(entries.filter { $0.indonesian.count > 10 }.map(\.english) == [])
  }

  @Test("every translation leads back to its English word among its ten likeliest")
  func roundTrip() {
    let lost = entries.filter { entry in
      entry.indonesian.contains { indonesian in
        GlossaryEntry.inverted[indonesian]?.prefix(10).contains(entry.english) != true
      }
    }
    #expect(lost.map(\.english) == [])
  }

  @Test(
    "a word has its likeliest translation first",
    arguments: [
      ("sovereignty", "kedaulatan"), ("workforce", "tenaga kerja"), ("wrote", "menulis"),
      ("data centre", "pusat data"), ("largest", "terbesar"), ("Germany", "Jerman"),
      ("deputy minister", "wakil menteri"), ("settings", "pengaturan"),
      ("heart attack", "serangan jantung"), ("World War II", "Perang Dunia II"),
    ])
  func likeliest(english: String, indonesian: String) throws {
    let entry = try #require(entries.first { $0.english == english })
    #expect(entry.indonesian.first == indonesian)
  }

  @Test(
    "an Indonesian word finds its likeliest English one first",
    arguments: [
      ("penduduk", "population"), ("didirikan", "founded"), ("berkas", "file"),
      ("peta jalan", "roadmap"), ("terletak", "located"), ("penulis", "writer"),
      ("kecerdasan artifisial", "artificial intelligence"), ("Jerman", "Germany"),
    ])
  func inversion(indonesian: String, english: String) {
    #expect(GlossaryEntry.inverted[indonesian]?.first == english)
  }

  /// Letters, digits and the marks inside words. Precomposed letters only: a combining mark would
  /// make a second spelling of the same word.
  private func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "-", "'", ".", "²": true
    default:
      scalar.properties.isAlphabetic && scalar.properties.generalCategory != .nonspacingMark
        || scalar.properties.numericType == .decimal
    }
  }
}
