import Model
import Testing
import TextAnalysis

@testable import Answering

@Suite struct StemReaderTests {
  @Test("a stem that is kept is the analyzer's, whatever words came in between")
  func keepsStems() {
    let stems = StemReader(.english)
    let analyzer = Analyzer(language: .english)
    // The table has fewer places than there are words, so many words take the place of others.
    let letters = Array("abcdefghijklmnopqrstuvwxyz")
    let words = letters.flatMap { first in
      letters.flatMap { second in letters.map { "walk\(first)\(second)\($0)ing" } }
    }
    let wrong = (words + words.reversed()).filter { word in
      let bytes = word.utf8.span
      return stems.stem(of: bytes, WordKey(bytes)) != analyzer.withStem(of: bytes) { WordKey($0) }
    }
    #expect(wrong.isEmpty)
  }
}
