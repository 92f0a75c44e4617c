import Model
import Retrieval
import Testing

@testable import Answering

@Suite struct SuperlativeTests {
  @Test(
    "superlatives are told from words that end alike",
    arguments: [
      ("Who is the youngest judge?", Language.english, "youngest"),
      ("Which forest has the greatest interest?", .english, "greatest"),
      ("Siapa hakim yang paling muda?", .indonesian, "muda"),
      ("Apa gunung tertinggi yang terletak di Jawa?", .indonesian, "tertinggi"),
    ])
  func superlative(question: String, language: Language, word: String) {
    let query = query(question, language)
    let found = query.terms.indices.filter { Superlative.isOne(at: $0, of: query) }
    #expect(found.map { query.terms[$0].surface } == [word])
  }
}
