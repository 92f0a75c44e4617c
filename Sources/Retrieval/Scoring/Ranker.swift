import Bytes
import SegmentFormat
import TextAnalysis

/// Finds the best passages for a query: it plans the query for each language, scores the lists of
/// each segment, and merges the rankings of the languages.
final class Ranker {
  private let index: IndexReader
  private let planner: QueryPlanner
  private let filters: FilterBuilder
  private let postings: PostingReader
  private let cosine: CosineRanker
  /// The search for words of one list each.
  private var maxScore = MaxScore<Int32>()
  /// The search for words of several lists.
  private var liftedMaxScore = MaxScore<LiftedSum>()
  private var buffers = CursorBuffers()
  /// The saturation tables used so far. An index has only a few languages.
  private var saturations: [SaturationTable] = []
  /// A Boolean value that indicates whether nothing has been ranked yet. The required pages may
  /// then still have to be read from disk.
  private(set) var isCold = true

  init(
    _ index: IndexReader, _ planner: QueryPlanner, _ filters: FilterBuilder,
    _ postings: PostingReader
  ) {
    self.index = index
    self.planner = planner
    self.filters = filters
    self.postings = postings
    cosine = CosineRanker(index, planner, filters, postings)
  }

  /// Returns the best passages of all languages, best first.
  func rank(
    _ query: Query, top count: Int, options: SearchOptions
  ) throws(IndexError) -> [Hit] {
    guard count > 0 else { return [] }
    let hits = try rankStrictly(query, top: count, options: options)
    defer { isCold = false }
    guard hits.isEmpty, !query.phrases.isEmpty else { return hits }
    // Quotes do not always mean an exact phrase: if no passage contains it, the words count like
    // any others.
    var loose = query
    loose.phrases = []
    return try rankStrictly(loose, top: count, options: options)
  }

  private func rankStrictly(
    _ query: Query, top count: Int, options: SearchOptions
  ) throws(IndexError) -> [Hit] {
    if options.weighting == .tfidf { return try cosine.rank(query, top: count) }
    return LanguageRanking.merge(
      try rankByLanguage(query, top: count, options: options), own: query.language, top: count)
  }

  /// Returns the best passages of each language.
  private func rankByLanguage(
    _ query: Query, top count: Int, options: SearchOptions
  ) throws(IndexError) -> [LanguageRanking] {
    var rankings: [LanguageRanking] = []
    try planner.forEachPlan(of: query, options) { (language, plan) throws(IndexError) in
      var top = TopPassages(capacity: count, in: index)
      for (slot, segment) in language.segments.enumerated() {
        try search(
          segment, plan, slot, meanLength: language.meanLength, query, options, &top)
      }
      rankings.append(
        LanguageRanking(
          language: language.language, mass: plan.mass * (options.k1 + 1), entries: top.sorted()))
    }
    return rankings
  }

  private func search(
    _ number: Int, _ plan: SearchPlan, _ slot: Int, meanLength: Double, _ query: Query,
    _ options: SearchOptions, _ top: inout TopPassages
  ) throws(IndexError) {
    let lists = plan.lists(slot: slot)
    let segment = index.segments[number]
    guard !lists.isEmpty,
      let codes = segment.lengthCodes.bindMemory(to: UInt8.self).baseAddress
    else { return }
    let filter = try filters.filter(query, segment: number)
    let cursors = buffers.cursors(lists.count)
    guard let first = cursors.baseAddress else { return }
    let unit =
      ScoreScale.one * min(options.k1 + 1, ScoreScale.greatest / plan.weight)
    // Cursors point to the postings of unions, which the lists own.
    try withExtendedLifetime(lists) { () throws(IndexError) in
      if isCold {
        for list in lists { try postings.list(of: list, in: segment).prefetch() }
      }
      // This avoids `enumerated()`, whose iterator copies each list once more.
      for slot in 0..<lists.count {
        let list = lists[slot]
        (first + slot).initialize(
          to: ListCursor(
            try postings.list(of: list, in: segment),
            weight: UInt64((list.weight * unit).rounded()),
            saturation: saturation(for: list, options, meanLength), lengthCodes: codes,
            buffer: buffers.room(slot)))
      }
      if options.isExhaustive {
        searchExhaustively(cursors, segment, Int32(number), filter, &top)
      } else {
        var words = lists.words
        // Lists are ordered by their bounds in each window, which are mostly in this order already.
        words.sort { cursors[$0.first].weight < cursors[$1.first].weight }
        let passageCount = segment.properties.passageCount
        if words.count == lists.count {
          maxScore.search(
            cursors, words, passageCount: passageCount, segment: Int32(number), filter: filter,
            into: &top)
        } else {
          liftedMaxScore.search(
            cursors, words, passageCount: passageCount, segment: Int32(number), filter: filter,
            into: &top)
        }
      }
      if let failure = filter?.failure { throw failure }
      if cursors.contains(where: \.isDamaged) {
        throw .format(
          FormatError(
            .malformed, file: segment.path, section: SegmentLayout.Section.postings.name))
      }
    }
  }

  /// Scores every posting. Tests compare `MaxScore` with it.
  private func searchExhaustively(
    _ cursors: UnsafeMutableBufferPointer<ListCursor>, _ segment: SegmentFile, _ number: Int32,
    _ filter: PassageFilter?, _ top: inout TopPassages
  ) {
    let window = WindowSums<Int32>()
    var candidates = WindowCandidates<Int32>()
    let end = UInt32(segment.properties.passageCount)
    for start in stride(from: 0, to: end, by: Int(Int32.windowSize)) {
      let windowEnd = min(start + Int32.windowSize, end)
      var found = 0
      for index in 0..<cursors.count {
        _ = cursors[index].accumulate(
          from: start, to: windowEnd, above: 0, into: window, candidates.passages, &found)
      }
      candidates.take(found, from: window, start, to: windowEnd, above: 0)
      candidates.sort(with: window, start, to: windowEnd)
      for slot in 0..<candidates.count {
        let entry = TopPassages.Entry(
          score: candidates.sums[slot], segment: number, passage: candidates.passages[slot])
        if filter?.admits(entry.passage) ?? true { top.insert(entry) }
      }
      window.clear(Int(windowEnd - start))
    }
  }

  private func saturation(
    for list: ScoredList, _ options: SearchOptions, _ meanLength: Double
  ) -> SaturationTable {
    let k1 = list.k1(options)
    let known = saturations.first {
      $0.k1 == k1 && $0.b == options.b && $0.meanLength == meanLength
    }
    if let known { return known }
    let table = SaturationTable(k1: k1, b: options.b, meanLength: meanLength)
    saturations.append(table)
    return table
  }
}

extension ScoredList {
  /// Returns the k1 for the units in which the list counts frequencies.
  func k1(_ options: SearchOptions) -> Double {
    if case .union = postings { options.k1 * UnionBuilder.unit } else { options.k1 }
  }
}

extension [ScoredList] {
  /// The lists of each word: that of its stem, and those that follow it and that it covers.
  fileprivate var words: [WordLists] {
    var words: [WordLists] = []
    words.reserveCapacity(count)
    for index in indices {
      if let last = words.indices.last, self[index].form != .stem, self[index].isCovered,
        case let stem = self[words[last].first], stem.form == .stem, stem.term == self[index].term
      {
        words[last].end = index + 1
      } else {
        words.append(WordLists(first: index, end: index + 1))
      }
    }
    return words
  }
}

/// The scale of scores, which are integers in units of 2⁻¹⁶.
enum ScoreScale {
  static let one = 65536.0
  /// The greatest sum of scores, which fits into 32 bits with some reserve. If the weights of a
  /// question add up to more, its scores are scaled down.
  static let greatest = 30_000.0
}

/// The memory for the cursors of a search, which is reused from question to question.
private struct CursorBuffers: ~Copyable {
  private var cursors = UnsafeMutableBufferPointer<ListCursor>.allocate(capacity: 0)
  private var rooms: [UnsafeMutablePointer<UInt32>] = []

  deinit {
    cursors.deallocate()
    for room in rooms { room.deallocate() }
  }

  /// Returns uninitialized memory for `count` cursors.
  mutating func cursors(_ count: Int) -> UnsafeMutableBufferPointer<ListCursor> {
    if cursors.count < count {
      cursors.deallocate()
      cursors = .allocate(capacity: count)
    }
    return UnsafeMutableBufferPointer(rebasing: cursors[..<count])
  }

  /// Returns the buffer for the unpacked block of cursor `index`.
  mutating func room(_ index: Int) -> UnsafeMutablePointer<UInt32> {
    while rooms.count <= index { rooms.append(.allocate(capacity: 2 * PostingList.blockSize)) }
    return rooms[index]
  }
}
