public import Model
import SegmentFormat
import TextAnalysis

extension Searcher {
  /// Passages that the words behind another are counted in.
  private static let passagesCounted = 200

  /// Words that stand right behind another one in the passages, the most frequent first, each as
  /// it is mostly written: what one can ask for in two words. Stop words are left out, before and
  /// behind.
  ///
  /// Where very many passages hold the word, those that it is most typical of are counted.
  ///
  /// - Parameter prefix: what the words begin with; may be empty.
  public func words(
    after word: String, beginningWith prefix: String, limit: Int
  ) throws(IndexError) -> [String] {
    let folder = analyzer(.undetermined)
    guard let first = folder.analyze(word).last?.surface else { return [] }
    let start = folder.analyze(prefix).last?.surface ?? ""
    let query = query(word)
    guard query.terms.contains(where: { !$0.isStopWord }) else { return [] }
    var spellings: [String: [String: Int]] = [:]
    for item in try search(query, top: Self.passagesCounted) {
      let text = Array(item.passage.text.utf8)
      let tokens = analyzer(item.passage.language).analyze(item.passage.text)
      for (token, next) in zip(tokens, tokens.dropFirst())
      where token.surface == first && !next.isStopWord && next.kind == .word
        && next.surface.hasPrefix(start)
        && text[token.range.upperBound..<next.range.lowerBound].allSatisfy(\.isBlankInText)
      {
        let spelling = String(decoding: text[next.range], as: UTF8.self)
        spellings[next.surface, default: [:]][spelling, default: 0] += 1
      }
    }
    return spellings.values
      .compactMap { counts in
        let spelling = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
        return spelling.map { (word: $0, count: counts.values.reduce(0, +)) }
      }
      .sorted { ($1.count, $0.word) < ($0.count, $1.word) }
      .prefix(limit).map(\.word)
  }

  /// Whether some passage holds a word of a question, in any form and language.
  public func holds(_ term: QuestionWord) throws(IndexError) -> Bool {
    for language in index.statistics.languages {
      for (form, word) in [(TermForm.surface, term.surface), (.stem, term.stem)] {
        if try look(up: form, word, language) > 0 { return true }
      }
    }
    return false
  }
}

extension UInt8 {
  fileprivate var isBlankInText: Bool {
    self == UInt8(ascii: " ") || self == UInt8(ascii: "\n") || self == UInt8(ascii: "\t")
  }
}
