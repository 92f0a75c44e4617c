import Bytes
import Model
import SegmentFormat
import TextAnalysis

/// Explains the scores of any number of passages that match a query, without another search. The
/// query is planned once for each language, and only the block of each posting list that may
/// contain the passage is unpacked.
///
///     let explainer = searcher.explainer(of: query)
///     for ranked in best { print(try explainer.explanation(of: ranked.passage)?.score ?? 0) }
///
/// Like the searcher that created it, an explainer must be used on one thread only.
public final class Explainer {
  private let query: Query
  private let options: SearchOptions
  private let planner: QueryPlanner
  private let store: PassageStore
  /// The plans for the languages of the passages explained so far.
  private var plans: [LanguagePlan] = []

  private struct LanguagePlan {
    var statistics: CollectionStatistics.LanguageStatistics
    var plan: SearchPlan
    var words: [ScoredList]
    /// The saturation tables, one for each k1 that the lists need.
    var tables: [SaturationTable] = []
  }

  init(
    _ query: Query, _ options: SearchOptions, _ planner: QueryPlanner, _ store: PassageStore
  ) {
    self.query = query
    self.options = options
    self.planner = planner
    self.store = store
  }

  /// Returns the contribution of each word of the query to the score of a passage.
  ///
  /// - Parameter passage: A passage that a search found. If its text has been changed, the passage
  ///   of the same document that begins at the same offset is explained.
  /// - Returns: The explanation, or nil if the index has no such passage, or if the passage
  ///   contains no word of the query.
  /// - Complexity: O(*n*), where *n* is the number of blocks of the query's posting lists.
  public func explanation(of passage: StoredPassage) throws(IndexError) -> Explanation? {
    guard let id = try store.place(of: passage) else { return nil }
    let explanation = try explanation(of: id)
    return explanation.parts.contains { $0.termFrequency > 0 } ? explanation : nil
  }

  /// Returns the contribution of each word of the query to the score of a passage.
  func explanation(of id: PassageID) throws(IndexError) -> Explanation {
    let segment = planner.index.segments[id.segment]
    let own = Language(rawValue: segment.properties.language)
    let number = try plan(for: own, segment)
    let language = plans[number].statistics
    guard let slot = language.segments.firstIndex(of: id.segment) else {
      throw .format(FormatError(.malformed, file: segment.path))
    }
    let code = segment.lengthCodes[id.passage]
    var parts: [Explanation.Part] = []
    for list in plans[number].words {
      var frequency = 0
      if let own = plans[number].plan.lists(slot: slot).first(where: { $0.number == list.number }) {
        frequency = try planner.postings.frequency(of: own, at: id)
      }
      // A question has dozens of related stems, of which a passage holds one or two.
      if list.related != nil, frequency == 0 { continue }
      let term = query.terms[list.term]
      let saturation =
        frequency == 0
        ? 0
        : table(for: list, number).saturation(frequency: frequency, lengthCode: code)
      parts.append(
        Explanation.Part(
          word: term.text,
          term: list.related ?? (list.form == .surface ? term.surface : term.stem),
          form: Explanation.Part.Form(list.form), termFrequency: frequency,
          documentFrequency: list.documentFrequency, idf: list.idf, share: list.share,
          contribution: list.weight * (options.k1 + 1) * Double(saturation) / 65535))
    }
    return Explanation(
      language: own, length: Int(LengthCode.lengths[Int(code)]), meanLength: language.meanLength,
      k1: options.k1, b: options.b, parts: parts)
  }

  /// Plans the query for a language unless there is a plan already, and returns the plan's index.
  private func plan(for language: Language, _ segment: SegmentFile) throws(IndexError) -> Int {
    if let known = plans.firstIndex(where: { $0.statistics.language == language }) { return known }
    guard let statistics = planner.index.statistics[language] else {
      throw .format(FormatError(.malformed, file: segment.path))
    }
    let plan = try planner.plan(query, statistics, options)
    plans.append(LanguagePlan(statistics: statistics, plan: plan, words: plan.words))
    return plans.count - 1
  }

  private func table(for list: ScoredList, _ number: Int) -> SaturationTable {
    let k1 = list.k1(options)
    if let known = plans[number].tables.first(where: { $0.k1 == k1 }) { return known }
    let table = SaturationTable(
      k1: k1, b: options.b, meanLength: plans[number].statistics.meanLength)
    plans[number].tables.append(table)
    return table
  }
}

extension Searcher {
  /// Returns the contribution of each word of a query to the score of a passage. To explain several
  /// passages, call ``explainer(of:options:)`` once instead.
  public func explain(
    _ query: Query, _ passage: StoredPassage, options: SearchOptions = SearchOptions()
  ) throws(IndexError) -> Explanation? {
    try explainer(of: query, options: options).explanation(of: passage)
  }
}
