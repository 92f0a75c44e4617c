import SegmentFormat
public import TextAnalysis

/// What a query looks at in the segments of one language.
struct SearchPlan {
  /// For each of the language's segments.
  var lists: [[ScoredList]]
  /// Weights of all words and forms that are looked at, in whatever segment.
  var weight = 0.0
  /// The score of a passage that holds every word of the question without end; a word that no
  /// passage holds counts as the rarest there can be. What a language's scores are measured by.
  var mass = 0.0

  /// Words and forms that were looked at so far.
  var count = 0

  /// Each word's lists once, from whichever segment has them.
  var words: [ScoredList] {
    var words: [ScoredList] = []
    for list in lists.joined() where !words.contains(where: { $0.number == list.number }) {
      words.append(list)
    }
    return words.sorted { $0.number < $1.number }
  }
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

  /// The words of a question but stop words and those that some concept stands for, each once, in
  /// order.
  private func distinctWords(
    of query: Query, besides concepts: ArraySlice<Query.Concept>
  ) -> ArraySlice<DistinctWord> {
    let terms = query.terms
    let numbers = terms.indices.filter { index in
      !terms[index].isStopWord && !concepts.contains { $0.terms.contains(index) }
    }.sorted { a, b in
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
    let concepts = (query.concepts[language.language] ?? []).prefix(Searcher.maximumTerms)
    for concept in concepts { try add(concept, language, options, &plan) }
    let forms = options.forms
    let analyzer = query.language == language.language ? nil : analyzer(language.language)
    for word in distinctWords(of: query, besides: concepts) {
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
    let found = try occurrences(of: form, term, language)
    guard found.documentFrequency > 0 else { return 0 }
    let idf = inverseDocumentFrequency(found.documentFrequency, of: language.passageCount)
    plan.weight += idf * share
    plan.count += 1
    // Lists that are the same for two forms are walked once, with both shares.
    let isRepeated =
      form == .title ? false : try repeats(found.entries, of: number, language, plan)
    for (slot, entry) in found.entries.enumerated() {
      guard let entry else { continue }
      if isRepeated, let same = plan.lists[slot].firstIndex(where: { $0.isText(of: number) }) {
        plan.lists[slot][same].share += share
        continue
      }
      plan.lists[slot].append(
        ScoredList(
          number: plan.count, term: number, form: form, postings: .stored(entry),
          documentFrequency: found.documentFrequency, idf: idf, share: share))
    }
    return found.documentFrequency
  }

  /// Whether a word's lists are those that a plan has for it already. As in an index of a single
  /// segment, they are the same in all segments or not at all.
  private func repeats(
    _ entries: [TermEntry?], of number: Int,
    _ language: CollectionStatistics.LanguageStatistics, _ plan: SearchPlan
  ) throws(IndexError) -> Bool {
    var others: [TermEntry?] = []
    for lists in plan.lists {
      guard case .stored(let entry) = lists.first(where: { $0.isText(of: number) })?.postings
      else {
        others.append(nil)
        continue
      }
      others.append(entry)
    }
    if zip(entries, others).allSatisfy({ $0?.postings == $1?.postings }) { return true }
    guard index.isComposite(language) else { return false }
    // Without what is deleted, lists may be the same that are kept apart.
    for (slot, segment) in language.segments.enumerated() {
      guard try postings(of: entries[slot], segment) == postings(of: others[slot], segment)
      else { return false }
    }
    return true
  }

  /// Passages and frequencies, deleted passages left out.
  private func postings(of entry: TermEntry?, _ number: Int) throws(IndexError) -> [Int] {
    guard let entry else { return [] }
    var postings: [Int] = []
    let deletions = index.deletions[number]
    try forEachPosting(of: entry, in: index.segments[number]) { passage, frequency in
      if deletions?.contains(passage) != true { postings.append(passage << 8 | frequency) }
    }
    return postings
  }

  /// A term's entries in the segments of a language, nil where it has no passage left.
  func occurrences(
    of form: TermForm, _ term: String, _ language: CollectionStatistics.LanguageStatistics
  ) throws(IndexError) -> (entries: [TermEntry?], documentFrequency: Int) {
    var frequency = 0
    var entries: [TermEntry?] = []
    for segment in language.segments {
      let entry = try self.entry(form, term, in: index.segments[segment])
      var left = entry?.documentFrequency ?? 0
      if left > 0, let deletions = index.deletions[segment] {
        left -= try deletions.frequency(form, term)
      }
      frequency += max(left, 0)
      entries.append(left > 0 ? entry : nil)
    }
    return (entries, frequency)
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

extension Deletions {
  /// In how many deleted passages a term stands.
  func frequency(_ form: TermForm, _ term: String) throws(IndexError) -> Int {
    do throws(FormatError) {
      return try documentFrequency(form: form, Array(term.utf8))
    } catch {
      throw .format(error)
    }
  }
}
