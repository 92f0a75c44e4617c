import Bytes
import SegmentFormat
import TextAnalysis

/// Searches an index on one thread. Holds the scratch memory that searches share; nothing of an
/// answer is kept from one question to the next.
public final class Searcher {
  public let index: IndexReader
  /// What alone is searched; nil for all.
  let scope: SearchScope?
  /// Of the few languages that were needed so far.
  var analyzers: [Analyzer] = []
  let detector = LanguageDetector()
  private var maxScore = MaxScore()
  var unions = UnionBuilder()
  /// Nothing was searched yet: what is needed may still have to be read from disk.
  var isCold = true
  private var buffers = CursorBuffers()
  /// The few that the languages of an index need.
  private var saturations: [SaturationTable] = []
  private let decompressors = Decompressors()
  /// By segment.
  private var textCaches: [CacheBox?]
  /// What the segments of a language have for the term that was looked up last, where it has a
  /// passage left there.
  let found: TermEntries
  /// What they have for the stem that was looked up last, whatever was deleted.
  let stems: TermEntries
  /// Room for the passages and frequencies of a block.
  let postingRoom = PostingRoom()

  /// Two of them: zstd is slower at a block whose dictionary is not that of the block before, and
  /// texts are read by turns with the records of their documents.
  struct Decompressors {
    let text = Decompressor()
    let records = Decompressor()
  }

  /// Decompressed blocks of one segment.
  final class CacheBox {
    var text: BlockCache
    var documents: BlockCache
    var sources: BlockCache

    init(_ decompressors: Decompressors) {
      text = BlockCache(decompressors.text)
      documents = BlockCache(decompressors.records)
      sources = BlockCache(decompressors.records)
    }
  }

  /// - Parameter scope: made by a searcher of the same index.
  public init(_ index: IndexReader, within scope: SearchScope? = nil) {
    self.index = index
    self.scope = scope
    textCaches = Array(repeating: nil, count: index.segments.count)
    found = TermEntries(count: index.segments.count)
    stems = TermEntries(count: index.segments.count)
  }

  // MARK: Passages

  /// The best passages for a query, best first.
  public func search(
    _ query: Query, top count: Int, options: SearchOptions = SearchOptions(),
    rescoring: Rescoring? = nil
  ) throws(IndexError) -> [RankedPassage] {
    let wasCold = isCold
    let wanted = max(count, rescoring?.depth ?? 0)
    let hits = try rank(query, top: count > 0 ? wanted : 0, options: options)
    var ranked = try passages(of: hits, prefetching: wasCold)
    guard let rescoring else { return ranked }
    let first = ranked
    for (rank, new) in try rescoring.order(
      of: hits, languageShares(of: hits, query), passage: { first[$0] }
    ).enumerated() {
      ranked[rank] = RankedPassage(passage: first[new.place].passage, score: new.score)
    }
    return Array(ranked.prefix(count))
  }

  /// - Parameter prefetching: asks for all of them before the first is waited for.
  func passages(of hits: [Hit], prefetching: Bool) throws(IndexError) -> [RankedPassage] {
    if prefetching { for hit in hits { prefetch(hit.id) } }
    var ranked: [RankedPassage] = []
    for hit in hits {
      ranked.append(RankedPassage(passage: try passage(hit.id), score: hit.score))
    }
    return ranked
  }

  /// The best documents for a query, each with its best passage's score, best first.
  public func retrieve(
    _ query: Query, top count: Int, options: SearchOptions = SearchOptions(),
    rescoring: Rescoring? = nil
  ) throws(IndexError) -> [RankedDocument] {
    var wanted = count
    while true {
      let hits = try rank(query, top: wanted, options: options, rescoring: rescoring)
      var documents: [RankedDocument] = []
      documents.reserveCapacity(min(count, hits.count))
      var seen = SeenDocuments(index: index, hits: hits)
      for hit in hits {
        guard let id = try seen.newDocument(of: hit, self) else { continue }
        documents.append(RankedDocument(id: id, score: hit.score))
        if documents.count == count { return documents }
      }
      if hits.count < wanted { return documents }
      wanted *= 4
    }
  }

  /// A passage's place in the index.
  struct PassageID: Hashable {
    var segment: Int
    var passage: Int
  }

  struct Hit {
    var id: PassageID
    var score: Double
  }

  func rank(
    _ query: Query, top count: Int, options: SearchOptions
  ) throws(IndexError) -> [Hit] {
    guard count > 0 else { return [] }
    let hits = try rankStrictly(query, top: count, options: options)
    defer { isCold = false }
    guard hits.isEmpty, !query.phrases.isEmpty else { return hits }
    // Words in quotes may be a manner of speaking: where no passage has them side by side, they
    // are words like any other.
    var loose = query
    loose.phrases = []
    return try rankStrictly(loose, top: count, options: options)
  }

  private func rankStrictly(
    _ query: Query, top count: Int, options: SearchOptions
  ) throws(IndexError) -> [Hit] {
    if options.weighting == .tfidf { return try rankByCosine(query, top: count) }
    return try merge(
      rankByLanguage(query, top: count, options: options), own: query.language, top: count)
  }

  /// The best passages of each language for themselves.
  private func rankByLanguage(
    _ query: Query, top count: Int, options: SearchOptions
  ) throws(IndexError) -> [LanguageRanking] {
    var rankings: [LanguageRanking] = []
    for language in index.statistics.languages {
      let plan = try self.plan(query, language, options)
      guard !plan.isEmpty else { continue }
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
    let filter = try self.filter(query, segment: number)
    let cursors = buffers.cursors(lists.count)
    guard let first = cursors.baseAddress else { return }
    let unit =
      ScoreScale.one * min(options.k1 + 1, ScoreScale.greatest / plan.weight)
    // The lists own the postings of unions, which cursors only point to.
    try withExtendedLifetime(lists) { () throws(IndexError) in
      if isCold {
        for list in lists { try postings(of: list, in: segment).prefetch() }
      }
      for (slot, list) in lists.enumerated() {
        (first + slot).initialize(
          to: ListCursor(
            try postings(of: list, in: segment), weight: UInt64((list.weight * unit).rounded()),
            saturation: saturation(for: list, options, meanLength), lengthCodes: codes,
            buffer: buffers.room(slot)))
      }
      if options.isExhaustive {
        searchExhaustively(cursors, segment, Int32(number), filter, &top)
      } else {
        maxScore.search(
          cursors, passageCount: segment.properties.passageCount, segment: Int32(number),
          filter: filter, into: &top)
      }
      if let failure = filter?.failure { throw failure }
      if cursors.contains(where: \.isDamaged) {
        throw .format(
          FormatError(
            .malformed, file: segment.path, section: SegmentLayout.Section.postings.name))
      }
    }
  }

  private func searchExhaustively(
    _ cursors: UnsafeMutableBufferPointer<ListCursor>, _ segment: SegmentFile, _ number: Int32,
    _ filter: PassageFilter?, _ top: inout TopPassages
  ) {
    let window = WindowSums()
    let found = WindowCandidates()
    let end = UInt32(segment.properties.passageCount)
    for start in stride(from: 0, to: end, by: Int(WindowSums.size)) {
      let windowEnd = min(start + WindowSums.size, end)
      for index in 0..<cursors.count {
        cursors[index].accumulate(from: start, to: windowEnd, above: 0, into: window)
      }
      let count = Int(windowEnd - start)
      let foundCount = window.takeMarked(
        count, from: start, above: 0, into: found.passages, found.sums)
      for slot in 0..<foundCount {
        let entry = TopPassages.Entry(
          score: found.sums[slot], segment: number, passage: found.passages[slot])
        if filter?.admits(entry.passage) ?? true { top.insert(entry) }
      }
      window.clear(count)
    }
  }

  func saturation(
    for list: ScoredList, _ options: SearchOptions, _ meanLength: Double
  ) -> SaturationTable {
    var k1 = options.k1
    if case .union = list.postings { k1 *= UnionBuilder.unit }
    let known = saturations.first {
      $0.k1 == k1 && $0.b == options.b && $0.meanLength == meanLength
    }
    if let known { return known }
    let table = SaturationTable(k1: k1, b: options.b, meanLength: meanLength)
    saturations.append(table)
    return table
  }

  func caches(of segment: Int) -> CacheBox {
    if let box = textCaches[segment] { return box }
    let box = CacheBox(decompressors)
    textCaches[segment] = box
    return box
  }
}

/// A document that a search found.
public struct RankedDocument: Hashable, Sendable {
  public var id: String
  public var score: Double
}

/// Scores are kept in units of 2⁻¹⁶.
enum ScoreScale {
  static let one = 65536.0
  /// The greatest sum that 32 bits hold with room to spare; a question whose weights add up to
  /// more is scaled down.
  static let greatest = 30_000.0
}

/// Memory for the cursors of a search, reused from question to question.
struct CursorBuffers: ~Copyable {
  private var cursors = UnsafeMutableBufferPointer<ListCursor>.allocate(capacity: 0)
  private var rooms: [UnsafeMutablePointer<UInt32>] = []

  deinit {
    cursors.deallocate()
    for room in rooms { room.deallocate() }
  }

  /// Room for `count` cursors; what was there is void.
  mutating func cursors(_ count: Int) -> UnsafeMutableBufferPointer<ListCursor> {
    if cursors.count < count {
      cursors.deallocate()
      cursors = .allocate(capacity: count)
    }
    return UnsafeMutableBufferPointer(rebasing: cursors[..<count])
  }

  /// Room for the unpacked block of cursor `index`.
  mutating func room(_ index: Int) -> UnsafeMutablePointer<UInt32> {
    while rooms.count <= index { rooms.append(.allocate(capacity: 2 * PostingList.blockSize)) }
    return rooms[index]
  }
}
