import Bytes
import Model
import TestSupport
import Testing

@testable import TextAnalysis

@Suite struct TextAnalysisPropertyTests {
  /// The sources of texts: arbitrary bytes, or pieces that the rules examine.
  enum Source: CaseIterable, Sendable { case bytes, pieces }

  @Test(
    "Tokens of any bytes are in order, in bounds, never empty, at most 64 bytes and whole scalars",
    arguments: Source.allCases)
  func tokenRanges(source: Source) {
    for seed in 0..<2000 as Range<UInt64> {
      let text = text(of: source, seed: seed)
      var end = 0
      for token in tokens(text) {
        #expect(token.range.lowerBound >= end && !token.range.isEmpty, "seed \(seed)")
        #expect(!token.folded.isEmpty && token.folded.count <= Tokenizer.maximumFoldedLength)
        #expect(Array(String(decoding: token.folded, as: UTF8.self).utf8) == token.folded)
        end = token.range.upperBound
      }
      #expect(end <= text.count, "seed \(seed)")
    }
  }

  @Test("A folded word is its own folded form")
  func foldingTwice() {
    for seed in 0..<2000 as Range<UInt64> {
      for token in tokens(text(of: .pieces, seed: seed)) where token.kind != .ideograph {
        // Only a plain `Rp` is separated from its number, not one that is folded from `Ŕp`.
        if token.folded.starts(with: "rp".utf8) { continue }
        let again = tokens(token.folded).map(\.folded)
        #expect(again == [token.folded], "seed \(seed): \(token)")
      }
    }
  }

  @Test("Stems of any token are never empty", arguments: ["en", "id", "fr", "ru", "ar", "und"])
  func stems(tag: String) {
    let analyzer = Analyzer(language: Language(rawValue: tag))
    for seed in 0..<500 as Range<UInt64> {
      for token in tokens(text(of: .pieces, seed: seed)) {
        #expect(analyzer.withStem(of: token.folded.span) { $0.count } > 0)
      }
    }
  }

  @Test(
    "Sentences of any bytes are in order, trimmed, short, and leave out nothing but markers",
    arguments: Source.allCases)
  func sentenceRanges(source: Source) {
    let markers = Set("-*+#=_.)0123456789".utf8)
    for seed in 0..<2000 as Range<UInt64> {
      let text = text(of: source, seed: seed)
      var end = 0
      for range in SentenceSplitter.sentences(in: text.span) {
        #expect(range.lowerBound >= end && !range.isEmpty, "seed \(seed)")
        #expect(range.count <= SentenceSplitter.maximumLength)
        #expect(!text[range.lowerBound].isASCIIWhiteSpace)
        #expect(!text[range.upperBound - 1].isASCIIWhiteSpace)
        #expect(isSkippable(text[end..<range.lowerBound], markers), "seed \(seed)")
        end = range.upperBound
      }
      #expect(isSkippable(text[end...], markers), "seed \(seed)")
    }
  }

  private func isSkippable(_ bytes: ArraySlice<UInt8>, _ markers: Set<UInt8>) -> Bool {
    bytes.allSatisfy { $0 >= 0x80 || $0.isASCIIWhiteSpace || markers.contains($0) }
  }

  private func text(of source: Source, seed: UInt64) -> [UInt8] {
    var generator = SplitMix64(seed: seed)
    switch source {
    case .bytes:
      return (0..<Int.random(in: 0...200, using: &generator)).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
    case .pieces:
      return SampleText.pieces(&generator)
    }
  }
}
