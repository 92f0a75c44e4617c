import Bytes
public import Model
import SegmentFormat
public import TextAnalysis

/// What a query looks at in the segments of one language.
struct SearchPlan {
  /// For each of the language's segments; none for any where no list was found.
  private var lists: [[ScoredList]] = []
  /// Weights of all words and forms that are looked at, in whatever segment.
  var weight = 0.0
  /// The score of a passage that holds every word of the question without end; a word that no
  /// passage holds counts as the rarest there can be. What a language's scores are measured by.
  var mass = 0.0

  /// Words and forms that were looked at so far.
  var count = 0

  /// Whether there is nothing that a search could find a passage by.
  var isEmpty: Bool { lists.isEmpty }

  private let segmentCount: Int

  /// - Parameter segmentCount: segments of the language.
  init(segmentCount: Int) { self.segmentCount = segmentCount }

  /// The lists of the language's segment number `slot`.
  func lists(slot: Int) -> [ScoredList] { isEmpty ? [] : lists[slot] }

  /// Adds a list of that segment.
  mutating func append(_ list: ScoredList, slot: Int) {
    if lists.isEmpty { lists = Array(repeating: [], count: segmentCount) }
    lists[slot].append(list)
  }

  /// The entry that the plan has for a word's occurrences in title and text together.
  func textEntry(of number: Int, slot: Int) -> TermEntry? {
    guard
      case .stored(let entry) = lists(slot: slot).first(where: { $0.isText(of: number) })?.postings
    else { return nil }
    return entry
  }

  /// Adds to the share of a word's occurrences in title and text together.
  mutating func addShare(_ share: Double, toTextOf number: Int, slot: Int) -> Bool {
    guard let same = lists[slot].firstIndex(where: { $0.isText(of: number) }) else { return false }
    lists[slot][same].share += share
    return true
  }

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
    of query: Query, besides concepts: ArraySlice<SynonymSet>
  ) -> [DistinctWord] {
    let terms = query.terms
    var words: [DistinctWord] = []
    words.reserveCapacity(min(terms.count, Searcher.maximumTerms))
    for number in terms.indices {
      guard !terms[number].isStopWord, !concepts.contains(where: { $0.range.contains(number) })
      else { continue }
      // Questions are short: looking through the words is quicker than sorting them.
      let known = words.firstIndex { terms[$0.number].surface == terms[number].surface }
      if let known {
        words[known].times += 1
      } else if words.count < Searcher.maximumTerms {
        words.append(DistinctWord(number: number, times: 1))
      }
    }
    return words
  }

  /// Looks every word of the query up in a language: with the language's own stems, and with
  /// document frequencies counted over all of its segments.
  func plan(
    _ query: Query, _ language: CollectionStatistics.LanguageStatistics, _ options: SearchOptions
  ) throws(IndexError) -> SearchPlan {
    var plan = SearchPlan(segmentCount: language.segments.count)
    let concepts = (query.concepts[language.language] ?? []).prefix(Searcher.maximumTerms)
    for concept in concepts { try add(concept, language, options, &plan) }
    let forms = options.forms
    let analyzer = query.language == language.language ? nil : analyzer(language.language)
    for word in distinctWords(of: query, besides: concepts) {
      let surface = query.terms[word.number].surface
      // Where no passage has the stem, none has a word with it, in the title or elsewhere.
      var known = stem(of: query.terms[word.number], in: language, analyzer)
      for (form, share) in forms {
        let frequency =
          if let stem = known {
            try add(
              form, form == .surface ? surface : stem, stem, word.times * share, word.number,
              language, &plan)
          } else { 0 }
        if form == .stem, frequency == 0 { known = nil }
        if form != .title {
          plan.mass +=
            word.times * share * inverseDocumentFrequency(frequency, of: language.passageCount)
        }
      }
    }
    return plan
  }

  /// The stem of a question's word in a language; nil where no passage can have it.
  ///
  /// - Parameter analyzer: a question in another language is stemmed like the passages; nil for one
  ///   in the same.
  private func stem(
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
    // Most words of another language are ruled out before they are stemmed.
    guard
      !analyzer.keepsBeginning(of: surface)
        || mayHold(surface, { $0.mayHoldStem(beginningLike: $1) })
    else { return nil }
    return analyzer.withStem(of: surface) { stem in
      guard mayHold(stem, { $0.mayHold(form: .stem, term: $1) }) else { return nil }
      return stem.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }
  }

  /// - Returns: passages of the language that hold the term.
  private func add(
    _ form: TermForm, _ term: String, _ stem: String, _ share: Double, _ number: Int,
    _ language: CollectionStatistics.LanguageStatistics, _ plan: inout SearchPlan
  ) throws(IndexError) -> Int {
    let documentFrequency = try look(
      up: form, term, language, isStem: form == .surface && term == stem)
    guard documentFrequency > 0 else { return 0 }
    let idf = inverseDocumentFrequency(documentFrequency, of: language.passageCount)
    plan.weight += idf * share
    plan.count += 1
    // Lists that are the same for two forms are walked once, with both shares.
    let isRepeated = form == .title ? false : try repeats(textOf: number, language, plan)
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

  /// Whether the lists of `found` are those that a plan has for a word already. As in an index of
  /// a single segment, they are the same in all segments or not at all.
  private func repeats(
    textOf number: Int, _ language: CollectionStatistics.LanguageStatistics, _ plan: SearchPlan
  ) throws(IndexError) -> Bool {
    let slots = language.segments.indices
    if slots.allSatisfy({
      found[$0]?.postings == plan.textEntry(of: number, slot: $0)?.postings
    }) {
      return true
    }
    guard index.isComposite(language) else { return false }
    // Without what is deleted, lists may be the same that are kept apart.
    for (slot, segment) in language.segments.enumerated() {
      let other = plan.textEntry(of: number, slot: slot)
      guard try postings(of: found[slot], segment) == postings(of: other, segment)
      else { return false }
    }
    return true
  }

  /// Passages and frequencies, deleted passages left out.
  private func postings(of entry: TermEntry?, _ number: Int) throws(IndexError) -> [Int] {
    guard let entry else { return [] }
    var postings: [Int] = []
    let deletions = index.deletions[number]
    let segment = index.segments[number]
    try forEachPosting(of: try self.postings(of: entry, in: segment), in: segment) {
      passage, frequency in
      if deletions?.contains(passage) != true { postings.append(passage << 8 | frequency) }
    }
    return postings
  }

  /// Puts a term's entries in the segments of a language into `found`.
  ///
  /// - Parameter isStem: the term is a surface form that is spelled like the stem that was looked
  ///   up last.
  /// - Returns: passages of the language that hold the term.
  func look(
    up form: TermForm, _ term: String, _ language: CollectionStatistics.LanguageStatistics,
    isStem: Bool = false
  ) throws(IndexError) -> Int {
    var frequency = 0
    for (slot, number) in language.segments.enumerated() {
      let entry = try self.entry(
        form, term, in: index.segments[number], stem: isStem ? .some(stems[slot]) : nil)
      if form == .stem { stems[slot] = entry }
      var left = entry?.documentFrequency ?? 0
      if left > 0, let deletions = index.deletions[number] {
        left -= try deletions.frequency(form, term)
      }
      frequency += max(left, 0)
      found[slot] = left > 0 ? entry : nil
    }
    return frequency
  }

  /// - Parameter stem: what the segment has for the same bytes as a stem, where that is known.
  func entry(
    _ form: TermForm, _ term: String, in segment: SegmentFile, stem: TermEntry?? = nil
  ) throws(IndexError) -> TermEntry? {
    // A surface form that is all there is of its stem, and spelled like it, has no own entry.
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

  /// The analyzer of a language, kept from question to question.
  public func analyzer(_ language: Language) -> Analyzer {
    if let analyzer = analyzers.first(where: { $0.language == language }) { return analyzer }
    let analyzer = Analyzer(language: language)
    analyzers.append(analyzer)
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
