import Model
import Testing

@testable import TextAnalysis

@Suite struct AnalyzerTests {
  @Test(
    "English words are stemmed by Porter 2",
    arguments: [
      ("running ministries technologies", "run ministri technolog"),
      ("Indonesia's talents", "indonesia talent"),
      ("us was ate", "us was ate"),
      ("gpt4s 20th 3.7%", "gpt4s 20th 3 7"),
    ])
  func englishStems(text: String, expected: String) { #expect(stems(text, .english) == expected) }

  @Test(
    "Indonesian words lose their affixes and clitics",
    arguments: [
      ("membacakan dilakukan pengembangan", "baca laku embang"),
      ("bukunya negaraku rumahmu bacalah siapakah iapun", "buku negara rumah baca siapa ia"),
      ("dilakukannya negara-negara sayur-sayuran", "laku negara sayur sayur"),
      ("nyonya punya hanya kenya", "nyonya punya hanya kenya"),
      ("naskah langkah rumpun", "naskah langkah rumpun"),
    ])
  func indonesianStems(text: String, expected: String) {
    #expect(stems(text, .indonesian) == expected)
    #expect(stems(text, Language(rawValue: "ms")) == expected)
  }

  @Test(
    "Other languages are stemmed where Snowball knows them, else left alone",
    arguments: [
      ("fr", "maisons nationales", "maison national"),
      ("de", "Häuser Regierungen", "haus regier"),
      ("es-MX", "gobiernos", "gobi"),
      ("ru", "правительства", "правительств"),
      ("nb", "regjeringen", "regjering"),
      ("und", "running 1990s", "running 1990s"),
      ("xx", "running", "running"),
      ("", "running", "running"),
      ("english", "running", "running"),
    ])
  func otherStems(tag: String, text: String, expected: String) {
    #expect(stems(text, Language(rawValue: tag)) == expected)
  }

  @Test("Question words, pronouns and negations are stop words, content words are not")
  func stopWords() {
    #expect(
      content("Who is the president of the United States, and what don't we know?", .english)
        == "president united states know")
    #expect(content("How many new people live in the U.S.?", .english) == "many new people live us")
    #expect(
      content("Siapakah presiden pertama yang tidak dipilih di negara itu, dan kapan?", .indonesian)
        == "presiden pertama dipilih negara")
    #expect(content("Berapa banyak orang di mana-mana?", .indonesian) == "banyak orang")
    #expect(content("who is", .undetermined) == "who is")
  }

  @Test(
    "Word lists hold each word once, in folded form",
    arguments: [
      "en", "id", "fr", "de", "es", "nl", "pt", "it",
    ])
  func wordLists(tag: String) throws {
    let list = try #require(FunctionWords.list(of: Language(rawValue: tag)))
    let words = "\(list)".split { $0 == " " || $0 == "\n" }.map(String.init)
    #expect(Set(words).count == words.count)
    #expect(words.allSatisfy { folded($0) == $0 })
    #expect((60...256).contains(words.count))
  }

  @Test("Fingerprints tell languages apart and stay the same")
  func fingerprints() {
    let tags = ["en", "id", "fr", "und", "ru", "ms"]
    let prints = tags.map { Analyzer.fingerprint(of: Language(rawValue: $0)) }
    #expect(Set(prints.dropLast()).count == tags.count - 1)
    #expect(prints[1] == prints[5])
    #expect(prints == tags.map { Analyzer.fingerprint(of: Language(rawValue: $0)) })
    #expect(
      Analyzer.fingerprint(of: .english) == Analyzer.fingerprint(of: Language(rawValue: "en-US")))
  }

  @Test("Analysis gives range, kind, surface, stem and stop word of each token")
  func analysis() {
    #expect(
      Analyzer(language: .english).analyze("The 37 Ministries") == [
        AnalyzedToken(range: 0..<3, kind: .word, surface: "the", stem: "the", isStopWord: true),
        AnalyzedToken(
          range: 4..<6, kind: .number, surface: "37", stem: "37", isStopWord: false),
        AnalyzedToken(
          range: 7..<17, kind: .word, surface: "ministries", stem: "ministri", isStopWord: false),
      ])
  }

  private func stems(_ text: String, _ language: Language) -> String {
    Analyzer(language: language).analyze(text).map(\.stem).joined(separator: " ")
  }

  private func content(_ text: String, _ language: Language) -> String {
    Analyzer(language: language).analyze(text).filter { !$0.isStopWord }.map(\.surface)
      .joined(separator: " ")
  }
}
