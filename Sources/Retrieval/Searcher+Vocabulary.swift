import Bytes
public import Model
import SegmentFormat
import TextAnalysis

extension Searcher {
  /// Words of the index that begin with `prefix`, the most frequent first: what one can ask for.
  public func words(beginningWith prefix: String, limit: Int) throws(IndexError) -> [String] {
    var folded = ""
    for token in analyzer(.undetermined).analyze(prefix) { folded = token.surface }
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
    // A very common beginning has very many words; enough of them are looked at.
    var budget = 20_000
    do throws(FormatError) {
      let bytes = Array(prefix.utf8)
      let result = bytes.withUnsafeBytes { prefix -> Result<Void, FormatError> in
        do throws(FormatError) {
          try segment.terms.forEachTerm(form: form, prefix: prefix) { term, entry in
            budget -= 1
            // Stems are words only where every passage has them spelled like that.
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

  /// Whether passages of a language have every word of a text but its stop words.
  public func holds(_ text: String, in language: Language) throws(IndexError) -> Bool {
    guard let statistics = index.statistics.languages.first(where: { $0.language == language })
    else { return false }
    var isFound = false
    for token in analyzer(language).analyze(text) where !token.isStopWord {
      isFound = false
      for segment in statistics.segments where !isFound {
        isFound = try entry(.surface, token.surface, in: index.segments[segment]) != nil
      }
      if !isFound { return false }
    }
    return isFound
  }

  /// Tells of a word's UTF-8 whether passages of a language may hold it as a surface form or a stem,
  /// without a look into a dictionary; false is certain.
  public func presence(in language: Language) -> (UnsafeRawBufferPointer) -> Bool {
    let statistics = index.statistics.languages.first { $0.language == language }
    let dictionaries = (statistics?.segments ?? []).map { index.segments[$0].terms }
    return { word in
      dictionaries.contains {
        $0.mayHold(form: .stem, term: word) || $0.mayHold(form: .surface, term: word)
      }
    }
  }

  /// How rare a stem is among the passages of a language: its inverse document frequency; the
  /// greatest there is for a stem that no passage holds.
  public func idf(ofStem stem: String, in language: Language) throws(IndexError) -> Double {
    guard let statistics = index.statistics.languages.first(where: { $0.language == language })
    else { return inverseDocumentFrequency(0, of: index.passageCount) }
    let frequency = try look(up: .stem, stem, statistics)
    return inverseDocumentFrequency(frequency, of: statistics.passageCount)
  }
}
