import Model
import Testing
import TextAnalysis

@testable import Answering

@Suite struct KnownWordsTests {
  @Test("the words and stems that are related to a word are the same when it comes again")
  func keepsRelated() {
    let known = KnownWords(Analyzer(language: .english))
    for word in ["stairs", "zyzzyva", "stairs", "zyzzyva"] {
      let words = known.words(relatedTo: WordKey(word)).map {
        String(decoding: $0.folded, as: UTF8.self)
      }
      #expect(words.contains("steps") == (word == "stairs"))
    }
    for stem in ["volcano", "zyzzyva", "volcano", "zyzzyva"] {
      let related = known.stems(relatedTo: stem, WordKey(stem))
        .map { String(decoding: $0.stem, as: UTF8.self) }
      #expect(related.contains("magma") == (stem == "volcano"))
    }
  }

  @Test("the weight of a stem is asked for once")
  func keepsWeights() {
    let statistics = CountingStatistics()
    let known = KnownWords(Analyzer(language: .english))
    for stem in ["vik", "ferri", "vik", "ferri", "vik"] {
      #expect(known.idf(ofStem: stem, WordKey(stem), in: statistics) == Double(stem.utf8.count))
    }
    #expect(statistics.count == 2)
  }
}

/// Counts how often it is asked.
private final class CountingStatistics: TermStatistics {
  private(set) var count = 0
  let passageCount = 10

  func idf(ofStem stem: String, in language: Language) -> Double {
    count += 1
    return Double(stem.utf8.count)
  }
}
