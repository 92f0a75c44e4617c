import SegmentFormat
public import TextAnalysis

/// What a query looks at in the segments of one language.
struct SearchPlan {
  /// For each of the language's segments.
  var lists: [[ScoredList]]
  /// The score of a passage that holds every word of the question without end; a word that no
  /// passage holds counts as the rarest there can be. What a language's scores are measured by.
  var mass = 0.0
}

extension Searcher {
  /// Distinct words of a question that are looked up, the first ones of a longer question.
  private static let maximumTerms = 256

  /// A word of a question, by its first place in `Query.terms`; it counts as often as the
  /// question has it.
  private struct DistinctWord {
    var number: Int
    var times: Double
  }

  /// The words of a question but stop words, each once, in order.
  private func distinctWords(of query: Query) -> ArraySlice<DistinctWord> {
    let terms = query.terms
    let numbers = terms.indices.filter { !terms[$0].isStopWord }.sorted { a, b in
      terms[a].surface == terms[b].surface ? a < b : terms[a].surface < terms[b].surface
    }
    var words: [DistinctWord] = []
    words.reserveCapacity(numbers.count)
    for number in numbers {
      if let last = words.last, terms[last.number].surface == terms[number].surface {
        words[words.count - 1].times += 1
      } else {
        words.append(DistinctWord(number: number, times: 1))
      }
    }
    return words.sorted { $0.number < $1.number }.prefix(Searcher.maximumTerms)
  }

  /// Looks every word of the query up in a language: with the language's own stems, and with
  /// document frequencies counted over all of its segments.
  func plan(
    _ query: Query, _ language: CollectionStatistics.LanguageStatistics, _ options: SearchOptions
  ) throws(IndexError) -> SearchPlan {
    var plan = SearchPlan(lists: Array(repeating: [], count: language.segments.count))
    if let concepts = query.concepts[language.language] {
      for concept in concepts.prefix(Searcher.maximumTerms) {
        try add(concept, language, options, &plan)
      }
      return plan
    }
    let forms = options.forms
    let analyzer = query.language == language.language ? nil : analyzer(language.language)
    for word in distinctWords(of: query) {
      let term = query.terms[word.number]
      // A question in another language is stemmed like the passages.
      let stem =
        analyzer?.withStem(of: term.surface.utf8.span) { stem in
          stem.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
        } ?? term.stem
      for (form, share) in forms {
        let frequency = try add(
          form, form == .surface ? term.surface : stem, word.times * share, word.number, language,
          &plan)
        if form != .title {
          plan.mass +=
            word.times * share * inverseDocumentFrequency(frequency, of: language.passageCount)
        }
      }
    }
    return plan
  }

  /// - Returns: passages of the language that hold the term.
  private func add(
    _ form: TermForm, _ term: String, _ share: Double, _ number: Int,
    _ language: CollectionStatistics.LanguageStatistics, _ plan: inout SearchPlan
  ) throws(IndexError) -> Int {
    var frequency = 0
    found.removeAll(keepingCapacity: true)
    for (slot, segment) in language.segments.enumerated() {
      guard let entry = try self.entry(form, term, in: index.segments[segment]) else { continue }
      frequency += entry.documentFrequency
      found.append((slot, entry))
    }
    guard frequency > 0 else { return 0 }
    let idf = inverseDocumentFrequency(frequency, of: language.passageCount)
    for (slot, entry) in found {
      // Lists that are the same for two forms are walked once, with both shares.
      if let same = plan.lists[slot].lastIndex(where: {
        guard $0.term == number, $0.form != .title, form != .title,
          case .stored(let other) = $0.postings
        else { return false }
        return other.postings == entry.postings
      }) {
        plan.lists[slot][same].share += share
        continue
      }
      plan.lists[slot].append(
        ScoredList(
          term: number, form: form, postings: .stored(entry), documentFrequency: frequency,
          idf: idf, share: share))
    }
    return frequency
  }

  func entry(
    _ form: TermForm, _ term: String, in segment: SegmentFile
  ) throws(IndexError) -> TermEntry? {
    var term = term
    let result = term.withUTF8 { bytes -> Result<TermEntry?, FormatError> in
      Result { () throws(FormatError) in
        let bytes = UnsafeRawBufferPointer(bytes)
        if let entry = try segment.terms.entry(form: form, term: bytes) { return entry }
        // A surface form that is all there is of its stem, and spelled like it, has no own entry.
        guard form == .surface, let stem = try segment.terms.entry(form: .stem, term: bytes),
          stem.isUniform
        else { return nil }
        return stem
      }
    }
    do throws(FormatError) {
      return try result.get()
    } catch {
      throw .format(error.inSection(SegmentLayout.Section.terms.name).inFile(segment.path))
    }
  }

  /// The analyzer of a language, kept from question to question.
  public func analyzer(_ language: Language) -> Analyzer {
    if let analyzer = analyzers[language] { return analyzer }
    let analyzer = Analyzer(language: language)
    analyzers[language] = analyzer
    return analyzer
  }
}
