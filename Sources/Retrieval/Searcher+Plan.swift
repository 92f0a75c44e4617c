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
    // A word counts as often as the question has it.
    var counts: [String: Double] = [:]
    for term in query.terms where !term.isStopWord { counts[term.surface, default: 0] += 1 }
    var looked = 0
    for (number, term) in query.terms.enumerated() where !term.isStopWord {
      guard let count = counts.removeValue(forKey: term.surface), looked < Searcher.maximumTerms
      else { continue }
      looked += 1
      let word = Query.Concept.Word(
        surface: term.surface, stem: stem(of: term, query.language, in: language.language))
      try add(word, times: count, number, language, options, &plan)
    }
    return plan
  }

  private func add(
    _ word: Query.Concept.Word, times: Double, _ number: Int,
    _ language: CollectionStatistics.LanguageStatistics, _ options: SearchOptions,
    _ plan: inout SearchPlan
  ) throws(IndexError) {
    for (form, share) in options.forms {
      let term = form == .surface ? word.surface : word.stem
      let frequency = try add(form, term, times * share, number, language, &plan)
      if form != .title {
        plan.mass += times * share * inverseDocumentFrequency(frequency, of: language.passageCount)
      }
    }
  }

  /// The stem of a question's word in the language of the passages.
  private func stem(of term: Query.Term, _ own: Language, in language: Language) -> String {
    if own == language { return term.stem }
    return analyzer(language).withStem(of: term.surface.utf8.span) { stem in
      stem.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }
  }

  private func add(
    _ form: TermForm, _ term: String, _ share: Double, _ number: Int,
    _ language: CollectionStatistics.LanguageStatistics, _ plan: inout SearchPlan
  ) throws(IndexError) -> Int {
    var frequency = 0
    var entries: [TermEntry?] = []
    for segment in language.segments {
      let entry = try self.entry(form, term, in: index.segments[segment])
      frequency += entry?.documentFrequency ?? 0
      entries.append(entry)
    }
    guard frequency > 0 else { return 0 }
    let idf = inverseDocumentFrequency(frequency, of: language.passageCount)
    for (slot, entry) in entries.enumerated() {
      guard let entry else { continue }
      // Lists that are the same for two forms are walked once, with both shares.
      if let same = plan.lists[slot].firstIndex(where: {
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
    do throws(FormatError) {
      let bytes = Array(term.utf8)
      if let entry = try segment.terms.entry(form: form, bytes) { return entry }
      // A surface form that is all there is of its stem, and spelled like it, has no own entry.
      guard form == .surface, let stem = try segment.terms.entry(form: .stem, bytes),
        stem.isUniform
      else { return nil }
      return stem
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
