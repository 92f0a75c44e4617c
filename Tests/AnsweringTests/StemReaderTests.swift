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
    let words = (0..<9000).map { "walk\(String($0, radix: 26).replacing(#/[0-9]/#, with: "q"))ing" }
    for word in words + words.reversed() {
      let bytes = word.utf8.span
      let expected = analyzer.withStem(of: bytes) { WordKey($0) }
      #expect(stems.stem(of: bytes, WordKey(bytes)) == expected)
    }
  }
}
