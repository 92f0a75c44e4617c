import Bytes
import Model
import SegmentFormat
import TextAnalysis

/// Explains the scores of one query's passages, any number of them, without searching again: the query
/// is planned once per language, and of each posting list only the block of the passage is unpacked.
///
///     let explainer = searcher.explainer(of: query)
///     for ranked in best { print(try explainer.explanation(of: ranked.passage)?.score ?? 0) }
///
/// Like the searcher that made it, it belongs to one thread.
public final class Explainer {
  private let query: Query
  private let options: SearchOptions
  private let planner: QueryPlanner
  private let store: PassageStore
  /// Of the languages that were asked about so far.
  private var plans: [LanguagePlan] = []

  private struct LanguagePlan {
    var statistics: CollectionStatistics.LanguageStatistics
    var plan: SearchPlan
    var words: [ScoredList]
    /// By the k1 that a list needs.
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

  /// Returns what each word of the query gives to a passage that a search found, or to the passage of
  /// the same document that begins where this one does; nil if the index has none there, or if it
  /// holds no word of the query.
  ///
  /// - Complexity: O(*n*) in the number of blocks of the query's posting lists.
  public func explanation(of passage: StoredPassage) throws(IndexError) -> Explanation? {
    guard let id = try store.place(of: passage) else { return nil }
    let explanation = try explanation(of: id)
    return explanation.parts.contains { $0.termFrequency > 0 } ? explanation : nil
  }

  /// Returns what each word of the query gives to a passage.
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
      let term = query.terms[list.term]
      let saturation =
        frequency == 0
        ? 0
        : table(for: list, number).saturation(frequency: frequency, lengthCode: code)
      parts.append(
        Explanation.Part(
          word: term.text, term: list.form == .surface ? term.surface : term.stem,
          form: Explanation.Part.Form(list.form), termFrequency: frequency,
          documentFrequency: list.documentFrequency, idf: list.idf, share: list.share,
          contribution: list.weight * (options.k1 + 1) * Double(saturation) / 65535))
    }
    return Explanation(
      language: own, length: Int(LengthCode.lengths[Int(code)]), meanLength: language.meanLength,
      k1: options.k1, b: options.b, parts: parts)
  }

  /// Plans the query for a language unless it was planned before; returns the plan's number.
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
  /// Returns what each word of a query gives to a passage. For several passages of the same query,
  /// make one `explainer(of:options:)`.
  public func explain(
    _ query: Query, _ passage: StoredPassage, options: SearchOptions = SearchOptions()
  ) throws(IndexError) -> Explanation? {
    try explainer(of: query, options: options).explanation(of: passage)
  }
}
