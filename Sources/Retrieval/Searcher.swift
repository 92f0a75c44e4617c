import SegmentFormat
import TextAnalysis

/// Searches an index on one thread. Holds the scratch memory that searches share; nothing of an
/// answer is kept from one question to the next.
public final class Searcher {
  public let index: IndexReader
  var analyzers: [Language: Analyzer] = [:]
  let detector = LanguageDetector()
  private var maxScore = MaxScore()
  private var buffers = CursorBuffers()
  private var saturations: [SaturationKey: SaturationTable] = [:]
  private var textCaches: [Int: CacheBox] = [:]

  private struct SaturationKey: Hashable {
    var k1: Double
    var b: Double
    var meanLength: Double
  }

  /// Decompressed blocks of one segment.
  final class CacheBox {
    var text = BlockCache()
    var documents = BlockCache()
    var sources = BlockCache()
  }

  public init(_ index: IndexReader) { self.index = index }

  // MARK: Passages

  /// The best passages for a query, best first.
  public func search(
    _ query: Query, top count: Int, options: SearchOptions = SearchOptions()
  ) throws(IndexError) -> [RankedPassage] {
    var ranked: [RankedPassage] = []
    for hit in try rank(query, top: count, options: options) {
      ranked.append(RankedPassage(passage: try passage(hit.id), score: hit.score))
    }
    return ranked
  }

  /// The best documents for a query, each with its best passage's score, best first.
  public func retrieve(
    _ query: Query, top count: Int, options: SearchOptions = SearchOptions()
  ) throws(IndexError) -> [RankedDocument] {
    if index.hasOnePassagePerDocument {
      var documents: [RankedDocument] = []
      for hit in try rank(query, top: count, options: options) {
        documents.append(RankedDocument(id: try documentID(of: hit.id), score: hit.score))
      }
      return documents
    }
    var wanted = count
    while true {
      let hits = try rank(query, top: wanted, options: options)
      var documents: [RankedDocument] = []
      var seen: Set<String> = []
      for hit in hits {
        let id = try documentID(of: hit.id)
        if seen.insert(id).inserted {
          documents.append(RankedDocument(id: id, score: hit.score))
          if documents.count == count { return documents }
        }
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
    var searches: [(segment: Int, lists: [ScoredList], table: SaturationTable)] = []
    for language in index.statistics.languages {
      let plan = try self.plan(query, language, options)
      let table = saturation(options, meanLength: language.meanLength)
      for (slot, segment) in language.segments.enumerated() {
        searches.append((segment, plan.lists[slot], table))
      }
    }
    // In the order of the index, by which passages with equal scores are ranked.
    searches.sort { $0.segment < $1.segment }
    var top = TopPassages(capacity: count)
    for (segment, lists, table) in searches {
      try search(segment, lists, table, query, options, &top)
    }
    return top.sorted().map { entry in
      Hit(
        id: PassageID(segment: Int(entry.segment), passage: Int(entry.passage)),
        score: Double(entry.score) / ScoreScale.one)
    }
  }

  private func search(
    _ number: Int, _ lists: [ScoredList], _ table: SaturationTable, _ query: Query,
    _ options: SearchOptions, _ top: inout TopPassages
  ) throws(IndexError) {
    let segment = index.segments[number]
    guard !lists.isEmpty,
      let codes = segment.lengthCodes.bindMemory(to: UInt8.self).baseAddress
    else { return }
    let filter = try self.filter(query, segment: number)
    let cursors = buffers.cursors(lists.count)
    guard let first = cursors.baseAddress else { return }
    let unit =
      ScoreScale.one * min(options.k1 + 1, ScoreScale.greatest / lists.reduce(0) { $0 + $1.weight })
    var filled = 0
    var failure: FormatError?
    table.withRows { rows in
      for list in lists {
        do throws(FormatError) {
          let postings = try PostingList(
            list.entry, in: segment.postings, passageCount: segment.properties.passageCount)
          (first + filled).initialize(
            to: ListCursor(
              postings, weight: UInt64((list.weight * unit).rounded()),
              saturation: table, rows: rows, lengthCodes: codes, buffer: buffers.room(filled)))
          filled += 1
        } catch {
          failure = error
        }
      }
      let used = UnsafeMutableBufferPointer(rebasing: cursors[..<filled])
      if options.isExhaustive {
        searchExhaustively(used, segment, Int32(number), filter, &top)
      } else {
        maxScore.search(
          used, passageCount: segment.properties.passageCount, segment: Int32(number),
          filter: filter, into: &top)
      }
      if failure == nil, used.contains(where: \.isDamaged) { failure = FormatError(.malformed) }
    }
    if let failure = filter?.failure { throw failure }
    if let failure {
      throw .format(
        failure.inSection(SegmentLayout.Section.postings.name).inFile(segment.path))
    }
  }

  private func searchExhaustively(
    _ cursors: UnsafeMutableBufferPointer<ListCursor>, _ segment: SegmentFile, _ number: Int32,
    _ filter: PassageFilter?, _ top: inout TopPassages
  ) {
    let window = WindowSums()
    let end = UInt32(segment.properties.passageCount)
    for start in stride(from: 0, to: end, by: Int(WindowSums.size)) {
      let windowEnd = min(start + WindowSums.size, end)
      for index in 0..<cursors.count {
        cursors[index].accumulate(from: start, to: windowEnd, into: window)
      }
      for slot in 0..<Int(windowEnd - start) where window.sums[slot] > 0 {
        let entry = TopPassages.Entry(
          score: window.sums[slot], segment: number, passage: start + UInt32(slot))
        if filter?.admits(entry.passage) ?? true { top.insert(entry) }
      }
      window.clear()
    }
  }

  func saturation(_ options: SearchOptions, meanLength: Double) -> SaturationTable {
    let key = SaturationKey(k1: options.k1, b: options.b, meanLength: meanLength)
    if let table = saturations[key] { return table }
    let table = SaturationTable(k1: options.k1, b: options.b, meanLength: meanLength)
    saturations[key] = table
    return table
  }

  func caches(of segment: Int) -> CacheBox {
    if let box = textCaches[segment] { return box }
    let box = CacheBox()
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
