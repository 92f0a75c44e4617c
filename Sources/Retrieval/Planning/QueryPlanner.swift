import Model
import SegmentFormat
import TextAnalysis

/// Looks up every word of a query in a language, and adds the lists that it finds to a plan.
final class QueryPlanner {
  /// The greatest number of distinct words to look up. The other words of a longer question are
  /// ignored.
  private static let maximumTerms = 256

  let index: IndexReader
  let postings: PostingReader
  private let terms: TermLookup
  private let analyzers: Analyzers
  private let concepts: ConceptPlanner

  init(
    _ index: IndexReader, _ terms: TermLookup, _ postings: PostingReader, _ analyzers: Analyzers
  ) {
    self.index = index
    self.terms = terms
    self.postings = postings
    self.analyzers = analyzers
    concepts = ConceptPlanner(index, terms, postings)
  }

  /// Plans a query for a language, with the stems of the language, and with document frequencies
  /// counted over all of its segments.
  func plan(
    _ query: Query, _ language: CollectionStatistics.LanguageStatistics, _ options: SearchOptions
  ) throws(IndexError) -> SearchPlan {
    let segmentCount = language.segments.count
    var plan = SearchPlan(segmentCount: segmentCount)
    let concepts = (query.concepts[language.language] ?? []).prefix(QueryPlanner.maximumTerms)
    for concept in concepts { try self.concepts.add(concept, language, options, &plan) }
    let forms = options.forms
    let analyzer = query.language == language.language ? nil : analyzers[language.language]
    // The occurrences of a word's stem, which is looked up first, and of another form of the word.
    var stemOccurrences = TermOccurrences(segmentCount: segmentCount)
    var occurrences = TermOccurrences(segmentCount: segmentCount)
    for word in distinctWords(of: query, besides: concepts) {
      let surface = query.terms[word.number].surface
      // If no passage contains the stem, none contains a word with this stem, in the title or
      // elsewhere.
      var known = terms.stem(of: query.terms[word.number], in: language, analyzer)
      for (form, share) in forms {
        var frequency = 0
        if let stem = known {
          let share = word.times * share
          if form == .stem {
            try terms.look(up: .stem, stem, language, into: &stemOccurrences)
            frequency = try add(stemOccurrences, .stem, share, word.number, language, &plan)
          } else {
            let term = form == .surface ? surface : stem
            let isStem = form == .surface && term == stem
            try terms.look(
              up: form, term, language, sharing: isStem ? stemOccurrences : nil, into: &occurrences)
            frequency = try add(occurrences, form, share, word.number, language, &plan)
          }
        }
        if form == .stem, frequency == 0 { known = nil }
        if form != .title {
          plan.mass +=
            word.times * share * inverseDocumentFrequency(frequency, of: language.passageCount)
        }
      }
    }
    if query.language == language.language {
      for related in query.related { try add(related, language, &plan) }
    }
    return plan
  }

  /// Adds the lists of a related stem to a plan that has those of all words.
  private func add(
    _ related: RelatedStem, _ language: CollectionStatistics.LanguageStatistics,
    _ plan: inout SearchPlan
  ) throws(IndexError) {
    var found = TermOccurrences(segmentCount: language.segments.count)
    try terms.look(up: .stem, related.stem, language, into: &found)
    guard found.documentFrequency > 0 else { return }
    let idf = min(
      inverseDocumentFrequency(found.documentFrequency, of: language.passageCount),
      plan.idf(of: related.term) ?? .infinity)
    plan.weight += idf * related.weight
    plan.count += 1
    for slot in language.segments.indices {
      guard let entry = found[slot] else { continue }
      plan.append(
        ScoredList(
          number: plan.count, term: related.term, form: .stem, related: related.stem,
          postings: .stored(entry), documentFrequency: found.documentFrequency, idf: idf,
          share: related.weight),
        slot: slot)
    }
  }

  /// A distinct word of a question.
  private struct DistinctWord {
    /// The index of the word's first occurrence in `Query.terms`.
    var number: Int
    /// The number of times that the question contains the word.
    var times: Double
  }

  /// Returns the distinct words of a question in order, without stop words and without the words
  /// that a concept represents.
  private func distinctWords(
    of query: Query, besides concepts: ArraySlice<SynonymSet>
  ) -> [DistinctWord] {
    let terms = query.terms
    var words: [DistinctWord] = []
    words.reserveCapacity(min(terms.count, QueryPlanner.maximumTerms))
    for number in terms.indices {
      guard !terms[number].isStopWord, !concepts.contains(where: { $0.range.contains(number) })
      else { continue }
      // Questions are short, so a linear search is faster than sorting.
      let known = words.firstIndex { terms[$0.number].surface == terms[number].surface }
      if let known {
        words[known].times += 1
      } else if words.count < QueryPlanner.maximumTerms {
        words.append(DistinctWord(number: number, times: 1))
      }
    }
    return words
  }

  /// Adds the lists of a word's form to a plan.
  ///
  /// - Returns: The number of the language's passages that contain the term.
  private func add(
    _ found: TermOccurrences, _ form: TermForm, _ share: Double, _ number: Int,
    _ language: CollectionStatistics.LanguageStatistics, _ plan: inout SearchPlan
  ) throws(IndexError) -> Int {
    let documentFrequency = found.documentFrequency
    guard documentFrequency > 0 else { return 0 }
    let idf = inverseDocumentFrequency(documentFrequency, of: language.passageCount)
    plan.weight += idf * share
    plan.count += 1
    // If two forms have the same lists, these are walked once, with the sum of both shares.
    let isRepeated = form == .title ? false : try repeats(found, textOf: number, language, plan)
    for slot in language.segments.indices {
      guard let entry = found[slot] else { continue }
      if isRepeated, plan.addShare(share, toTextOf: number, slot: slot) { continue }
      plan.append(
        ScoredList(
          number: plan.count, term: number, form: form, postings: .stored(entry),
          documentFrequency: documentFrequency, idf: idf, share: share),
        slot: slot)
    }
    return documentFrequency
  }

  /// Returns whether the given lists are those that the plan already contains for a word. As in an
  /// index with a single segment, either the lists of all segments are the same, or none counts as
  /// the same.
  private func repeats(
    _ found: TermOccurrences, textOf number: Int,
    _ language: CollectionStatistics.LanguageStatistics, _ plan: SearchPlan
  ) throws(IndexError) -> Bool {
    let slots = language.segments.indices
    if slots.allSatisfy({
      found[$0]?.postings == plan.textEntry(of: number, slot: $0)?.postings
    }) {
      return true
    }
    guard index.isComposite(language) else { return false }
    // Lists that are stored separately may be the same without deleted passages.
    for (slot, segment) in language.segments.enumerated() {
      let other = plan.textEntry(of: number, slot: slot)
      guard try postingsLeft(of: found[slot], segment) == postingsLeft(of: other, segment)
      else { return false }
    }
    return true
  }

  /// Returns the postings of a term without deleted passages, each as one number.
  private func postingsLeft(of entry: TermEntry?, _ number: Int) throws(IndexError) -> [Int] {
    guard let entry else { return [] }
    var left: [Int] = []
    let deletions = index.deletions[number]
    let segment = index.segments[number]
    try postings.forEachPosting(of: try postings.list(of: entry, in: segment), in: segment) {
      passage, frequency in
      if deletions?.contains(passage) != true { left.append(passage << 8 | frequency) }
    }
    return left
  }
}
