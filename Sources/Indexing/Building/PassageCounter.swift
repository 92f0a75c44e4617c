import Model
import SegmentFormat
import TextAnalysis

/// Counts the terms in the passages of one language. Each worker has a counter for each language.
struct PassageCounter: ~Copyable {
  let language: Language
  let analyzer: Analyzer
  private(set) var vocabulary: Vocabulary
  /// The frequency of each surface form in the open passage. All are zero between passages.
  private var frequencies: [UInt8] = []
  private var touched: [Vocabulary.SurfaceID] = []
  /// The number of terms counted in the open passage.
  private var length = 0

  /// - Parameters:
  ///   - analyzer: The analyzer of the passages' language.
  ///   - words: The words to count, or nil to count all words.
  init(_ analyzer: Analyzer, counting words: CountedWords? = nil) {
    language = analyzer.language
    self.analyzer = analyzer
    vocabulary = Vocabulary(counting: words.map { CountedWords.Stems(of: $0, analyzer) })
  }

  /// Counts the terms of a passage: those in title and headings separately, and together with those
  /// in the text.
  ///
  /// - Parameters:
  ///   - text: The text of the passage.
  ///   - title: The document's title, or nil if the passage itself is part of the title.
  ///   - headings: The headings of the passage.
  ///   - tokenizer: The tokenizer to use.
  ///   - part: The partial index to which the counts are appended.
  /// - Returns: The number of terms in title, headings and text, without stop words.
  /// - Complexity: O(*n*), where *n* is the length of title, headings and text in bytes.
  mutating func countPassage(
    _ text: Span<UInt8>, title: String?, headings: [String], with tokenizer: inout Tokenizer,
    into part: inout PartialIndex
  ) -> Int {
    if let title { count(title.utf8.span, with: &tokenizer) }
    for heading in headings { count(heading.utf8.span, with: &tokenizer) }
    record(into: &part.titles)
    if let readable = ReadableText(ifDifferentFrom: text) {
      count(readable.bytes.span, with: &tokenizer)
    } else {
      count(text, with: &tokenizer)
    }
    record(into: &part.joined)
    defer { openPassage() }
    return length
  }

  /// Counts all tokens of `text` except stop words.
  private mutating func count(_ text: Span<UInt8>, with tokenizer: inout Tokenizer) {
    tokenizer.forEachToken(in: text) { _, surface in
      let id = vocabulary.id(of: surface, analyzer: analyzer)
      guard id < Vocabulary.uncounted else {
        if id == Vocabulary.uncounted { length &+= 1 }
        return
      }
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

  /// Appends what has been counted in the open passage so far.
  private func record(into counts: inout PartialIndex.Counts) {
    for id in touched {
      counts.surfaces.append(id)
      counts.frequencies.append(frequencies[Int(id)])
    }
    counts.ends.append(counts.surfaces.count)
  }

  private mutating func openPassage() {
    for id in touched { frequencies[Int(id)] = 0 }
    touched.removeAll(keepingCapacity: true)
    length = 0
  }
}
