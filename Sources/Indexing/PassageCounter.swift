import SegmentFormat
import TextAnalysis

/// Turns the passages of one language into counts of terms. One for each worker and language.
struct PassageCounter: ~Copyable {
  let language: Language
  let analyzer: Analyzer
  private(set) var vocabulary = Vocabulary()
  /// Frequency of each surface form in the open passage; all zero between passages.
  private var frequencies: [UInt8] = []
  private var touched: [Vocabulary.SurfaceID] = []
  /// Terms counted since the passage was opened.
  private var length = 0

  init(language: Language) {
    self.language = language
    analyzer = Analyzer(language: language)
  }

  /// Counts every token of `text` but stop words into the open passage.
  mutating func count(_ text: Span<UInt8>, with tokenizer: inout Tokenizer) {
    tokenizer.forEachToken(in: text) { _, surface in
      let id = vocabulary.id(of: surface, analyzer: analyzer)
      guard id != Vocabulary.stopWord else { return }
      length &+= 1
      let slot = Int(id)
      if slot >= frequencies.count {
        frequencies.append(contentsOf: repeatElement(0, count: max(slot &+ 1, 1 << 12)))
      }
      let old = frequencies[slot]
      if old == 0 { touched.append(id) }
      if old < .max { frequencies[slot] = old &+ 1 }
    }
  }

  /// Hands the open passage's counts over and opens the next.
  ///
  /// - Returns: terms counted, stop words left out.
  mutating func closePassage(into counts: inout PartialIndex.Counts) -> Int {
    for id in touched {
      counts.surfaces.append(id)
      counts.frequencies.append(frequencies[Int(id)])
      frequencies[Int(id)] = 0
    }
    counts.ends.append(counts.surfaces.count)
    touched.removeAll(keepingCapacity: true)
    defer { length = 0 }
    return length
  }
}
