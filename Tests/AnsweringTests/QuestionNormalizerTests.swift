import Answering
import Model
import Retrieval
import Testing
import TextAnalysis

@Suite struct QuestionNormalizerTests {
  private func words(_ text: String, _ language: Language) -> [String] {
    var question = query(text, language)
    QuestionNormalizer().normalize(&question, analyzer: Analyzer(language: language))
    return question.terms.map(\.surface)
  }

  @Test(
    "frames are left out",
    arguments: [
      ("Could you tell me when the weir broke?", Language.english, "when the weir broke"),
      ("I would like to know who built the weir.", .english, "who built the weir"),
      ("3. Who built the weir?", .english, "who built the weir"),
      ("Q: Who built the weir?", .english, "who built the weir"),
      ("No. 7: Who built the weir?", .english, "who built the weir"),
      ("Who built the weir? (3 points)", .english, "who built the weir"),
      ("Question: who built the weir? Answer:", .english, "who built the weir"),
      (
        "Tolong beri tahu saya siapa yang membangun bendung", .indonesian,
        "siapa yang membangun bendung"
      ),
      ("mau tanya kapan bendung dibuka", .indonesian, "kapan bendung dibuka"),
      ("please", .english, "please"),
    ])
  func frame(text: String, language: Language, rest: String) {
    #expect(words(text, language).joined(separator: " ") == rest)
  }

  @Test(
    "chat spelling is spelled out",
    arguments: [
      ("brp harga tiket", "berapa harga tiket"), ("knp bendung jebol", "kenapa bendung jebol"),
      ("layang2 dibuat tgl brp", "layang dibuat tanggal berapa"),
      ("sp kades sini", "siapa kepala desa sini"),
    ])
  func chat(text: String, expected: String) {
    #expect(words(text, .indonesian).joined(separator: " ") == expected)
  }

  @Test("irregular forms become alternatives of a word")
  func irregular() throws {
    var question = query("When did the weir fall?")
    QuestionNormalizer().normalize(&question, analyzer: Analyzer(language: .english))
    let concept = try #require(question.concepts[.english]?.first)
    #expect(concept.members.map { $0.words[0].surface } == ["fall", "fell", "fallen"])
  }

  @Test("compounds are looked for in both spellings")
  func compound() throws {
    var question = query("Apa ibukota Brakk?", .indonesian)
    QuestionNormalizer().normalize(&question, analyzer: Analyzer(language: .indonesian))
    let concept = try #require(question.concepts[.indonesian]?.first)
    #expect(concept.members.map { $0.words.map(\.surface) } == [["ibukota"], ["ibu", "kota"]])
  }
}
