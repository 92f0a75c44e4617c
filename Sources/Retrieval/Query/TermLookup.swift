import Bytes
import Model
import SegmentFormat
import TextAnalysis

/// Looks up terms in the dictionaries of an index.
struct TermLookup {
  private let index: IndexReader

  init(_ index: IndexReader) { self.index = index }

  /// Looks up a term in all segments of a language.
  ///
  /// - Parameters:
  ///   - form: The form of the term.
  ///   - term: The letters of the term.
  ///   - language: The language.
  ///   - stem: The occurrences of the same letters as a stem, or nil if they were not looked up: a
  ///     surface form that is the only one of its stem, and spelled like the stem, has no entry of
  ///     its own.
  ///   - found: The occurrences of the term, in memory that the caller reuses.
  /// - Complexity: O(*m* log *n*), where *m* is the number of the language's segments and *n* is
  ///   the number of terms in a segment.
  func look(
    up form: TermForm, _ term: String, _ language: CollectionStatistics.LanguageStatistics,
    sharing stem: TermOccurrences? = nil, into found: inout TermOccurrences
  ) throws(IndexError) {
    found.removeAll()
    for (slot, number) in language.segments.enumerated() {
      let entry = try self.entry(
        form, term, in: index.segments[number], stem: stem.map { $0.stored(slot) })
      found.append(entry, passagesLeft: try passagesLeft(of: entry, form, term, number))
    }
    found.documentFrequency = language.frequency(form, term, held: found.documentFrequency)
  }

  /// Returns the number of passages of a language that contain a term and are not deleted.
  func frequency(
    _ form: TermForm, _ term: String, in language: CollectionStatistics.LanguageStatistics
  ) throws(IndexError) -> Int {
    var held = 0
    for number in language.segments {
      let entry = try self.entry(form, term, in: index.segments[number])
      held += try passagesLeft(of: entry, form, term, number)
    }
    return language.frequency(form, term, held: held)
  }

  /// Returns the number of passages in a segment that contain a term, of which `entry` is the entry
  /// there, and are not deleted.
  @inline(__always)
  private func passagesLeft(
    of entry: TermEntry?, _ form: TermForm, _ term: String, _ segment: Int
  ) throws(IndexError) -> Int {
    guard let entry else { return 0 }
    guard let deletions = index.deletions[segment] else { return entry.documentFrequency }
    return max(entry.documentFrequency - (try deletions.frequency(form, term)), 0)
  }

  /// Returns the entry of a term in a segment, or nil if the segment does not contain it.
  ///
  /// - Parameters:
  ///   - form: The form of the term.
  ///   - term: The letters of the term.
  ///   - segment: The segment.
  ///   - stem: The entry of the same letters as a stem, or nil if they were not looked up.
  func entry(
    _ form: TermForm, _ term: String, in segment: SegmentFile, stem: TermEntry?? = nil
  ) throws(IndexError) -> TermEntry? {
    if form == .surface, let stem, stem?.isUniform == true { return stem }
    var term = term
    let result = term.withUTF8 { bytes -> Result<TermEntry?, FormatError> in
      Result { () throws(FormatError) in
        let bytes = UnsafeRawBufferPointer(bytes)
        if let entry = try segment.terms.entry(form: form, term: bytes) { return entry }
        guard form == .surface, stem == nil,
          let same = try segment.terms.entry(form: .stem, term: bytes), same.isUniform
        else { return nil }
        return same
      }
    }
    do throws(FormatError) {
      return try result.get()
    } catch {
      throw .format(error.inSection(SegmentLayout.Section.terms.name).inFile(segment.path))
    }
  }

  /// Returns the stem of a question's word in a language, or nil if no passage can contain it.
  ///
  /// - Parameters:
  ///   - term: The word.
  ///   - language: The language.
  ///   - analyzer: The analyzer of the language, or nil if it is the language of the question.
  func stem(
    of term: QuestionWord, in language: CollectionStatistics.LanguageStatistics,
    _ analyzer: Analyzer?
  ) -> String? {
    guard let analyzer else { return term.stem }
    let surface = term.surface.utf8.span
    func mayHold(
      _ word: Span<UInt8>, _ test: (TermDictionaryReader, UnsafeRawBufferPointer) -> Bool
    ) -> Bool {
      word.withUnsafeBytes { word in
        language.segments.contains { test(index.segments[$0].terms, word) }
      }
    }
    // This rules out most words of another language before they are stemmed.
    guard
      !analyzer.keepsBeginning(of: surface)
        || mayHold(surface, { $0.mayHoldStem(beginningLike: $1) })
    else { return nil }
    return analyzer.withStem(of: surface) { stem in
      guard mayHold(stem, { $0.mayHold(form: .stem, term: $1) }) else { return nil }
      return stem.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }
  }

  /// Asks the system to read the dictionary entries of a query's words from disk.
  func prefetch(_ query: Query) {
    for language in index.statistics.languages {
      let words = (query.concepts[language.language] ?? []).flatMap(\.members).flatMap(\.words)
      for segment in language.segments.map({ index.segments[$0] }) {
        for term in query.terms where !term.isStopWord {
          segment.prefetchWord(surface: term.surface, stem: term.stem)
        }
        for word in words { segment.prefetchWord(surface: word.surface, stem: word.stem) }
      }
    }
  }

  /// Returns whether any passage contains a word of a question, in any form and language.
  func holds(_ term: QuestionWord) throws(IndexError) -> Bool {
    for language in index.statistics.languages {
      if try frequency(.surface, term.surface, in: language) > 0 { return true }
      if try frequency(.stem, term.stem, in: language) > 0 { return true }
    }
    return false
  }

  /// Returns whether passages of a language contain every word of a text that is not a stop word.
  /// The result is `false` if there is no such word.
  func holds(_ tokens: [AnalyzedToken], in language: Language) throws(IndexError) -> Bool {
    guard let statistics = index.statistics[language] else { return false }
    var isFound = false
    for token in tokens where !token.isStopWord {
      isFound = false
      for segment in statistics.segments where !isFound {
        isFound = try entry(.surface, token.surface, in: index.segments[segment]) != nil
      }
      if !isFound { return false }
    }
    return isFound
  }

  /// Returns a fast test of whether passages of a language may contain a word.
  func presence(in language: Language) -> (UnsafeRawBufferPointer) -> Bool {
    let dictionaries = (index.statistics[language]?.segments ?? []).map {
      index.segments[$0].terms
    }
    return { word in
      dictionaries.contains {
        $0.mayHold(form: .stem, term: word) || $0.mayHold(form: .surface, term: word)
      }
    }
  }

  /// Returns the inverse document frequency of a stem among the passages of a language.
  func idf(ofStem stem: String, in language: Language) throws(IndexError) -> Double {
    guard let statistics = index.statistics[language] else {
      return inverseDocumentFrequency(0, of: index.passageCount)
    }
    return inverseDocumentFrequency(
      try frequency(.stem, stem, in: statistics), of: statistics.passageCount)
  }
}

/// The occurrences of one term in the segments of a language.
struct TermOccurrences {
  private var entries: [TermEntry?] = []
  /// The number of passages in each segment that contain the term and are not deleted.
  private var passagesLeft: [Int] = []
  /// The number of passages of the language that contain the term and are not deleted, in the
  /// collection that those of the index were taken from.
  fileprivate(set) var documentFrequency = 0

  init(segmentCount: Int) {
    entries.reserveCapacity(segmentCount)
    passagesLeft.reserveCapacity(segmentCount)
  }

  /// The entry in the language's segment number `slot`, or nil if no passage that is left there
  /// contains the term.
  subscript(slot: Int) -> TermEntry? { passagesLeft[slot] > 0 ? entries[slot] : nil }

  /// Returns the entry that segment number `slot` stores, regardless of deletions.
  func stored(_ slot: Int) -> TermEntry? { entries[slot] }

  fileprivate mutating func removeAll() {
    entries.removeAll(keepingCapacity: true)
    passagesLeft.removeAll(keepingCapacity: true)
    documentFrequency = 0
  }

  fileprivate mutating func append(_ entry: TermEntry?, passagesLeft left: Int) {
    entries.append(entry)
    passagesLeft.append(left)
    documentFrequency += left
  }
}

extension Deletions {
  /// Returns the number of deleted passages that contain a term.
  func frequency(_ form: TermForm, _ term: String) throws(IndexError) -> Int {
    do throws(FormatError) {
      return try documentFrequency(form: form, Array(term.utf8))
    } catch {
      throw .format(error)
    }
  }
}
