import Bytes
import Model
import SegmentFormat
import TextAnalysis

/// Completes words with words of the index.
struct WordCompletion {
  /// The greatest number of passages in which the words after another word are counted.
  private static let passagesCounted = 200
  /// The greatest number of terms with the same prefix that are read from one segment in each form.
  /// A very common prefix has many more.
  private static let termsLookedAt = 20_000

  private let index: IndexReader
  private let analyzers: Analyzers

  init(_ index: IndexReader, _ analyzers: Analyzers) {
    self.index = index
    self.analyzers = analyzers
  }

  /// Returns up to `limit` words that begin with `prefix`, the most frequent first.
  func words(beginningWith prefix: String, limit: Int) throws(IndexError) -> [String] {
    var folded = ""
    for token in analyzers[.undetermined].analyze(prefix) { folded = token.surface }
    guard !folded.isEmpty, limit > 0 else { return [] }
    var frequencies: [String: Int] = [:]
    for segment in index.segments.indices {
      for form in [TermForm.surface, .stem] {
        try collect(form, folded, segment, &frequencies)
      }
    }
    let ranked = frequencies.filter { $0.value > 0 }.sorted { a, b in
      a.value != b.value ? a.value > b.value : a.key < b.key
    }
    return ranked.prefix(limit).map(\.key)
  }

  private func collect(
    _ form: TermForm, _ prefix: String, _ number: Int, _ words: inout [String: Int]
  ) throws(IndexError) {
    let segment = index.segments[number]
    var found: [String: Int] = [:]
    var budget = WordCompletion.termsLookedAt
    do throws(FormatError) {
      let bytes = Array(prefix.utf8)
      let result = bytes.withUnsafeBytes { prefix -> Result<Void, FormatError> in
        do throws(FormatError) {
          try segment.terms.forEachTerm(form: form, prefix: prefix) { term, entry in
            budget -= 1
            // A stem is a word only if its only surface form is spelled like it.
            if form == .surface || entry.isUniform {
              found[String(decoding: term, as: UTF8.self)] = entry.documentFrequency
            }
            return budget > 0
          }
          return .success(())
        } catch {
          return .failure(error)
        }
      }
      try result.get()
    } catch {
      throw .format(error.inSection(SegmentLayout.Section.terms.name).inFile(segment.path))
    }
    for (word, frequency) in found {
      let deleted = try index.deletions[number]?.frequency(.surface, word) ?? 0
      words[word, default: 0] += frequency - deleted
    }
  }

  /// Returns words that directly follow another word in the passages, the most frequent first, each
  /// in its most frequent spelling. Stop words are excluded, both before and after.
  ///
  /// If very many passages contain the word, only those with the highest scores for it are counted.
  ///
  /// - Parameters:
  ///   - word: The word that precedes the results.
  ///   - prefix: The prefix of the results, which may be empty.
  ///   - limit: The greatest number of results.
  ///   - searcher: A searcher of the index.
  func words(
    after word: String, beginningWith prefix: String, limit: Int, in searcher: Searcher
  ) throws(IndexError) -> [String] {
    let folder = analyzers[.undetermined]
    guard let first = folder.analyze(word).last?.surface else { return [] }
    let start = folder.analyze(prefix).last?.surface ?? ""
    let query = searcher.query(word)
    guard query.terms.contains(where: { !$0.isStopWord }) else { return [] }
    var spellings: [String: [String: Int]] = [:]
    for item in try searcher.search(query, top: Self.passagesCounted) {
      let text = Array(item.passage.text.utf8)
      let tokens = analyzers[item.passage.language].analyze(item.passage.text)
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
}

extension UInt8 {
  fileprivate var isBlankInText: Bool {
    self == UInt8(ascii: " ") || self == UInt8(ascii: "\n") || self == UInt8(ascii: "\t")
  }
}
