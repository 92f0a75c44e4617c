import Caching
import Model
import SegmentFormat
import TextAnalysis

/// Plans the lists of single words. The plans are kept from question to question, because the words
/// of questions come again: seven of ten in five thousand questions.
final class WordPlanner {
  /// The word and its circumstances on which a plan depends, besides the index.
  private struct Key: Hashable {
    var surface: String
    var stem: String
    /// The language in which the question was analysed.
    var asked: Language
    /// The number of times that the question contains the word.
    var times: Int
    /// The number of forms to look up. They are always the first of stem, surface form and title.
    var formCount: Int

    /// Hardly any two words of one spelling differ in anything else.
    func hash(into hasher: inout Hasher) { hasher.combine(surface) }
  }

  private struct StemKey: Hashable {
    var stem: String
    var language: Language
  }

  /// The greatest number of words, and of related stems, whose plans are kept. A word of usual length
  /// with a few lists takes about half a kilobyte; others count for more.
  private static let mostKept = 1 << 14
  /// A size that the lists and the letters of most words have at most, in bytes.
  private static let usualSize = 1024

  private let index: IndexReader
  private let terms: TermLookup
  private let postings: PostingReader
  private let analyzers: Analyzers
  private var kept = GenerationalCache<Key, WordPlans>(capacity: WordPlanner.mostKept)
  private var keptStems = GenerationalCache<StemKey, SearchPlan>(capacity: WordPlanner.mostKept)
  /// The occurrences of a word's stem, which is looked up first, and of another form of the word.
  private var stemOccurrences = TermOccurrences(segmentCount: 0)
  private var occurrences = TermOccurrences(segmentCount: 0)

  init(
    _ index: IndexReader, _ terms: TermLookup, _ postings: PostingReader, _ analyzers: Analyzers
  ) {
    self.index = index
    self.terms = terms
    self.postings = postings
    self.analyzers = analyzers
  }

  /// Returns the plans of a word in all languages of the index.
  ///
  /// - Parameters:
  ///   - word: The word.
  ///   - asked: The language in which the question was analysed.
  ///   - times: The number of times that the question contains the word.
  ///   - forms: The forms to look up, each with its share of the score.
  func plans(
    of word: QuestionWord, in asked: Language, times: Int,
    _ forms: [(form: TermForm, share: Double)]
  ) throws(IndexError) -> WordPlans {
    let key = Key(
      surface: word.surface, stem: word.stem, asked: asked, times: times, formCount: forms.count)
    if let known = kept.value(for: key) { return known }
    var plans: [SearchPlan] = []
    plans.reserveCapacity(index.statistics.languages.count)
    for language in index.statistics.languages {
      plans.append(try plan(of: word, in: asked, Double(times), forms, language))
    }
    let found = WordPlans(plans)
    kept.insert(
      found, for: key,
      cost: 1 + (found.byteCount + word.surface.utf8.count + word.stem.utf8.count) / Self.usualSize)
    return found
  }

  /// Returns the plan of a stem alone, of weight 1, in one language.
  func plan(
    ofStem stem: String, in language: CollectionStatistics.LanguageStatistics
  ) throws(IndexError) -> SearchPlan {
    let key = StemKey(stem: stem, language: language.language)
    if let known = keptStems.value(for: key) { return known }
    var plan = SearchPlan(segmentCount: language.segments.count)
    try terms.look(up: .stem, stem, language, into: &stemOccurrences)
    _ = try add(stemOccurrences, .stem, 1, language, to: &plan)
    keptStems.insert(plan, for: key)
    return plan
  }

  private func plan(
    of word: QuestionWord, in asked: Language, _ times: Double,
    _ forms: [(form: TermForm, share: Double)],
    _ language: CollectionStatistics.LanguageStatistics
  ) throws(IndexError) -> SearchPlan {
    var plan = SearchPlan(segmentCount: language.segments.count)
    let analyzer = asked == language.language ? nil : analyzers[language.language]
    // If no passage contains the stem, none contains a word with this stem, in the title or
    // elsewhere.
    var known = terms.stem(of: word, in: language, analyzer)
    for (form, share) in forms {
      var frequency = 0
      if let stem = known {
        let share = times * share
        if form == .stem {
          try terms.look(up: .stem, stem, language, into: &stemOccurrences)
          frequency = try add(stemOccurrences, .stem, share, language, to: &plan)
        } else {
          let term = form == .surface ? word.surface : stem
          let isStem = form == .surface && term == stem
          try terms.look(
            up: form, term, language, sharing: isStem ? stemOccurrences : nil, into: &occurrences)
          frequency = try add(occurrences, form, share, language, to: &plan)
        }
      }
      if form == .stem, frequency == 0 { known = nil }
      if form != .title {
        plan.mass += times * share * inverseDocumentFrequency(frequency, of: language.passageCount)
      }
    }
    return plan
  }

  /// Adds the lists of a form to the plan of its word.
  ///
  /// - Returns: The number of the language's passages that contain the term.
  private func add(
    _ found: TermOccurrences, _ form: TermForm, _ share: Double,
    _ language: CollectionStatistics.LanguageStatistics, to plan: inout SearchPlan
  ) throws(IndexError) -> Int {
    let documentFrequency = found.documentFrequency
    guard documentFrequency > 0 else { return 0 }
    let idf = inverseDocumentFrequency(documentFrequency, of: language.passageCount)
    plan.weight += idf * share
    plan.count += 1
    // If two forms have the same lists, these are walked once, with the sum of both shares.
    let isRepeated = form == .title ? false : try repeats(found, language, plan)
    for slot in language.segments.indices {
      guard let entry = found[slot] else { continue }
      if isRepeated, plan.addShareToText(share, slot: slot) { continue }
      plan.append(
        ScoredList(
          number: plan.count, term: 0, form: form, postings: .stored(entry),
          documentFrequency: documentFrequency, idf: idf, share: share),
        slot: slot)
    }
    return documentFrequency
  }

  /// Returns whether the given lists are those that the word's plan already contains. As in an index
  /// with a single segment, either the lists of all segments are the same, or none counts as the
  /// same.
  private func repeats(
    _ found: TermOccurrences, _ language: CollectionStatistics.LanguageStatistics,
    _ plan: SearchPlan
  ) throws(IndexError) -> Bool {
    let slots = language.segments.indices
    if slots.allSatisfy({ found[$0]?.postings == plan.textEntry(slot: $0)?.postings }) {
      return true
    }
    guard index.isComposite(language) else { return false }
    // Lists that are stored separately may be the same without deleted passages.
    for (slot, segment) in language.segments.enumerated() {
      let other = plan.textEntry(slot: slot)
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

/// The plans of one word, one for each language of the index.
final class WordPlans {
  /// The part of a plan that its lists do not tell.
  private struct Part {
    /// The place of the language in `CollectionStatistics.languages`.
    var place: Int
    var mass: Double
    var weight: Double
    var count: Int
  }

  /// A list of a plan. It is smaller than a `ScoredList`, because thousands of words are kept.
  private struct List {
    var entry: TermEntry
    var documentFrequency: Int
    var idf: Double
    var share: Double
    var place: UInt32
    var slot: UInt32
    var number: UInt8
    var form: TermForm
  }

  /// The languages whose passages contain the word.
  private let parts: [Part]
  private let lists: [List]

  /// - Parameter plans: The plan of the word in each language of the index.
  init(_ plans: [SearchPlan]) {
    var parts: [Part] = []
    var lists: [List] = []
    for (place, plan) in plans.enumerated() where !plan.isEmpty {
      parts.append(Part(place: place, mass: plan.mass, weight: plan.weight, count: plan.count))
      plan.forEachList { slot, list in
        guard case .stored(let entry) = list.postings else { return }
        lists.append(
          List(
            entry: entry, documentFrequency: list.documentFrequency, idf: list.idf,
            share: list.share, place: UInt32(place), slot: UInt32(slot),
            number: UInt8(list.number), form: list.form))
      }
    }
    self.parts = parts
    self.lists = lists
  }

  /// The size of the lists in bytes.
  var byteCount: Int { lists.count * MemoryLayout<List>.stride }

  /// Returns whether passages of a language contain the word.
  ///
  /// - Parameter place: The place of the language in `CollectionStatistics.languages`.
  func hasLists(in place: Int) -> Bool { parts.contains { $0.place == place } }

  /// Adds the lists of a language to a plan, as those of word `number`. Returns `false` if the
  /// language has none.
  func add(to plan: inout SearchPlan, in place: Int, asWord number: Int) -> Bool {
    guard let part = parts.first(where: { $0.place == place }) else { return false }
    plan.mass += part.mass
    plan.weight += part.weight
    for list in lists where list.place == UInt32(place) {
      plan.append(
        ScoredList(
          number: plan.count + Int(list.number), term: number, form: list.form,
          postings: .stored(list.entry), documentFrequency: list.documentFrequency, idf: list.idf,
          share: list.share),
        slot: Int(list.slot))
    }
    plan.count += part.count
    return true
  }
}
