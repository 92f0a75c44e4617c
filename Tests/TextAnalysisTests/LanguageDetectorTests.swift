import Model
import Testing

@testable import TextAnalysis

@Suite struct LanguageDetectorTests {
  @Test(
    "Short questions show their language",
    arguments: [
      ("en", "Who founded the company?"),
      ("en", "What is COVID-19?"),
      ("en", "population of Bandung"),
      ("en", "Where is La Paz?"),
      ("id", "Siapa penulis The Hobbit?"),
      ("id", "Ibu kota Prancis?"),
      ("id", "dimanakah letak Gunung Bromo"),
      ("id", "Berapa jumlah penduduk Jakarta?"),
      ("id", "Kapan film The Lord of the Rings dirilis?"),
      ("fr", "Quelle est la capitale de la France ?"),
      ("de", "Wer hat das Telefon erfunden?"),
    ])
  func questions(tag: String, text: String) { #expect(language(text) == tag) }

  @Test(
    "Passages show their language, whatever names and titles stand in them",
    arguments: [
      ("en", "The novel \"La Casa de los Espíritus\" was written by Isabel Allende in Chile."),
      ("en", "Ministers met in Jakarta on Monday to discuss rising prices and falling exports."),
      ("id", "Film \"Der Himmel über Berlin\" disutradarai oleh Wim Wenders pada tahun 1987."),
      ("id", "Kerajaan mengumumkan rancangan baharu bagi membantu rakyat yang terjejas banjir."),
      ("fr", "Le gouvernement a annoncé mardi une nouvelle loi qui sera discutée dans les mois."),
      ("de", "Die Regierung hat am Mittwoch ein neues Gesetz beschlossen, das Preise senken soll."),
      (
        "es", "El presidente anunció ayer que las nuevas medidas entrarán en vigor en todo el país."
      ),
      (
        "nl",
        "De regering heeft gisteren een nieuw plan gepresenteerd om de woningnood op te lossen."
      ),
      ("pt", "O governo anunciou ontem um novo programa para o país, mas não disse quando começa."),
      (
        "it",
        "Il governo ha annunciato ieri un nuovo piano per le imprese e per le regioni del sud."
      ),
    ])
  func passages(tag: String, text: String) { #expect(language(text) == tag) }

  @Test(
    "Texts without evidence stay undetermined",
    arguments: [
      "", "12345 67", "Jakarta Surabaya Bandung Medan", "東京 大阪",
      "John Smith, Maria Garcia, Wei Zhang, Ahmad Yani, Sergei Ivanov, Pablo Neruda",
      "Правительство объявило о новых мерах",
    ])
  func undetermined(text: String) { #expect(language(text) == "und") }

  private func language(_ text: String) -> String {
    LanguageDetector().language(of: text).rawValue
  }
}
