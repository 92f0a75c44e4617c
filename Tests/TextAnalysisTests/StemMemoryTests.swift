import Model
import Testing

@testable import TextAnalysis

@Suite struct StemMemoryTests {
  @Test(
    "a stem is the stemmer's when its word comes again, whatever words came in between",
    arguments: ["en", "id", "de", "ru"])
  func keepsStems(tag: String) throws {
    let stemmer = try #require(SnowballStemmer(language: Language(rawValue: tag)))
    let memory = StemMemory()
    let letters = Array("abcdefghijklmnopqrstuvwxyz")
    let endings = [
      "", "ing", "ations", "fulnesses", "kannya", "lichkeiten", "\u{430}\u{43C}\u{438}",
    ]
    // There are more words than places in the table, of 3 to 17 bytes.
    let words = letters.flatMap { first in
      letters.flatMap { second in
        endings.flatMap { ending in
          ["w\(first)\(second)\(ending)", "hunt\(first)\(second)\(ending)"]
        }
      }
    }
    func bytes(_ stem: Span<UInt8>) -> [UInt8] { stem.indices.map { stem[$0] } }
    let wrong = (words + words.reversed()).filter { word in
      let word = word.utf8.span
      let expected = stemmer.withStem(of: word, bytes)
      return memory.withStem(of: word, by: stemmer, bytes) != expected
        || memory.withStem(of: word, by: stemmer, bytes) != expected
    }
    #expect(wrong.isEmpty)
  }
}
