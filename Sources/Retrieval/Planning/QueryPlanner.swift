import Model
import SegmentFormat
import TextAnalysis

/// Turns a query into the lists to read: those of its words, of the concepts that represent words,
/// and of related stems.
final class QueryPlanner {
  /// The greatest number of distinct words to look up. The other words of a longer question are
  /// ignored.
  private static let maximumTerms = 256

  let index: IndexReader
  let postings: PostingReader
  private let words: WordPlanner
  private let concepts: ConceptPlanner

  init(
    _ index: IndexReader, _ terms: TermLookup, _ postings: PostingReader, _ analyzers: Analyzers
  ) {
    self.index = index
    self.postings = postings
    words = WordPlanner(index, terms, postings, analyzers)
    concepts = ConceptPlanner(index, terms, postings)
  }

  /// Plans a query for each language in turn, with the stems of the language, and with document
  /// frequencies counted over all of its segments. Languages without any list are left out.
  func forEachPlan(
    of query: Query, _ options: SearchOptions,
    _ body: (CollectionStatistics.LanguageStatistics, SearchPlan) throws(IndexError) -> Void
  ) throws(IndexError) {
    let forms = options.forms
    // Most languages have no concepts, and share these.
    let allWords = try plannedWords(of: query, besides: [], forms)
    for language in index.statistics.languages {
      let plan = try plan(query, language, options, allWords, forms)
      if !plan.isEmpty { try body(language, plan) }
    }
  }

  /// Plans a query for one language.
  func plan(
    _ query: Query, _ language: CollectionStatistics.LanguageStatistics, _ options: SearchOptions
  ) throws(IndexError) -> SearchPlan {
    let forms = options.forms
    return try plan(
      query, language, options, plannedWords(of: query, besides: [], forms), forms)
  }

  private func plan(
    _ query: Query, _ language: CollectionStatistics.LanguageStatistics, _ options: SearchOptions,
    _ allWords: [PlannedWord], _ forms: [(form: TermForm, share: Double)]
  ) throws(IndexError) -> SearchPlan {
    var plan = SearchPlan(
      segmentCount: language.segments.count, expecting: forms.count * allWords.count)
    var words = allWords
    if let concepts = query.concepts[language.language]?.prefix(Self.maximumTerms),
      !concepts.isEmpty
    {
      for concept in concepts { try self.concepts.add(concept, language, options, &plan) }
      // A word that comes once is represented either everywhere or nowhere.
      words =
        allWords.allSatisfy { $0.times == 1 }
        ? allWords.filter { word in !concepts.contains { $0.range.contains(word.number) } }
        : try plannedWords(of: query, besides: concepts, forms)
    }
    let related = query.language == language.language ? query.related : []
    // Most words occur in few languages, for which alone the others matter.
    guard
      !plan.isEmpty || !related.isEmpty
        || words.contains(where: { $0.plans.hasLists(in: language.place) })
    else { return plan }
    // The mass of a word that no passage of the language contains.
    let absent = forms.reduce(0) { $1.form == .title ? $0 : $0 + $1.share * language.greatestIDF }
    for word in words
    where !word.plans.add(to: &plan, in: language.place, asWord: word.number) {
      plan.mass += Double(word.times) * absent
    }
    for related in related { try add(related, language, &plan) }
    return plan
  }

  /// Adds the lists of a related stem to a plan that has those of all words.
  private func add(
    _ related: RelatedStem, _ language: CollectionStatistics.LanguageStatistics,
    _ plan: inout SearchPlan
  ) throws(IndexError) {
    let stem = try words.plan(ofStem: related.stem, in: language)
    guard !stem.isEmpty else { return }
    plan.add(stem, relatedBy: related)
  }

  /// A distinct word of a question.
  private struct PlannedWord {
    /// The index of the word's first occurrence in `Query.terms`.
    var number: Int
    /// The number of times that the question contains the word, where no concept represents it.
    var times: Int
    var plans: WordPlans
  }

  /// Returns the distinct words of a question in order, without stop words and without the words
  /// that a concept represents.
  private func plannedWords(
    of query: Query, besides concepts: ArraySlice<SynonymSet>,
    _ forms: [(form: TermForm, share: Double)]
  ) throws(IndexError) -> [PlannedWord] {
    let terms = query.terms
    var words: [(number: Int, times: Int)] = []
    words.reserveCapacity(min(terms.count, Self.maximumTerms))
    for number in terms.indices {
      guard !terms[number].isStopWord, !concepts.contains(where: { $0.range.contains(number) })
      else { continue }
      // Questions are short, so a linear search is faster than sorting.
      let known = words.firstIndex { terms[$0.number].surface == terms[number].surface }
      if let known {
        words[known].times += 1
      } else if words.count < Self.maximumTerms {
        words.append((number, 1))
      }
    }
    var planned: [PlannedWord] = []
    planned.reserveCapacity(words.count)
    for word in words {
      planned.append(
        PlannedWord(
          number: word.number, times: word.times,
          plans: try self.words.plans(
            of: terms[word.number], in: query.language, times: word.times, forms)))
    }
    return planned
  }
}
