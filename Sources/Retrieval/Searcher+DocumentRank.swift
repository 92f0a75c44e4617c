import Bytes
import SegmentFormat

extension Searcher {
  /// The ids of the documents that a name means: the one with that id; else those whose id ends
  /// in it, after a slash; else the one that stands there in a collection (`corpus.jsonl:17`).
  public func documents(named name: String) throws(IndexError) -> [String] {
    var exact: [String] = []
    var endings: [String] = []
    try forEachDocumentNumber { segment, number throws(FormatError) in
      let id = try segment.documentIDs.string(at: number)
      if id == name {
        exact.append(id)
      } else if id.hasSuffix("/" + name) {
        endings.append(id)
      }
    }
    let found = exact.isEmpty ? endings : exact
    return Array(Set(found.isEmpty ? try documents(atPlace: name) : found)).sorted()
  }

  private func documents(atPlace name: String) throws(IndexError) -> [String] {
    guard let colon = name.lastIndex(of: ":"), let line = Int(name[name.index(after: colon)...])
    else { return [] }
    let file = String(name[..<colon])
    var found: [String] = []
    var cache = BlockCache()
    try forEachDocumentNumber { segment, number throws(FormatError) in
      let place = segment.place(ofDocument: number)
      guard place.line == line, line > 0 else { return }
      let source = try decode(segment.sources, place.source, &cache) {
        bytes throws(FormatError) in try SourceRecord(decoding: bytes)
      }
      if source.id == file || source.id.hasSuffix("/" + file) || source.path == file {
        found.append(try segment.documentIDs.string(at: number))
      }
    }
    return found
  }

  /// Where a document stands for a query, in the order that `search` gives; nil where the index
  /// does not hold it.
  public func rank(
    ofDocument id: String, for query: Query, options: SearchOptions = SearchOptions(),
    rescoring: Rescoring? = nil
  ) throws(IndexError) -> DocumentRank? {
    var numbers: [[Int]] = Array(repeating: [], count: index.segments.count)
    for (place, segment) in index.segments.enumerated() {
      let present = presentDocuments(of: place)
      try reading(segment) { () throws(FormatError) in
        for number in 0..<segment.properties.documentCount where present.contains(UInt32(number)) {
          guard try segment.documentIDs.string(at: number) == id else { continue }
          numbers[place].append(number)
        }
      }
    }
    func isOwn(_ passage: PassageID) -> Bool {
      let document = index.segments[passage.segment].document(ofPassage: passage.passage)
      return numbers[passage.segment].contains(document)
    }
    let hits = try rank(
      query, top: index.passageCount, options: options, rescoring: rescoring)
    let place = hits.firstIndex { isOwn($0.id) }
    var isRuledOut = false
    var own = place.map { hits[$0].id }
    if own == nil, !query.phrases.isEmpty || !query.excluded.isEmpty {
      var free = query
      (free.phrases, free.excluded) = ([], [])
      own = try rank(free, top: index.passageCount, options: options).first { isOwn($0.id) }?.id
      isRuledOut = own != nil
    }
    guard let passage = own ?? firstPassage(where: isOwn) else { return nil }
    var first: (RankedPassage, Explanation)?
    if let hit = hits.first {
      first = (
        RankedPassage(passage: try self.passage(hit.id), score: hit.score),
        try explain(query, hit.id, options)
      )
    }
    return DocumentRank(
      passage: try self.passage(passage), rank: place.map { $0 + 1 }, ranked: hits.count,
      score: place.map { hits[$0].score } ?? 0,
      explanation: try explain(query, passage, options), first: first, isRuledOut: isRuledOut)
  }

  private func firstPassage(where isOwn: (PassageID) -> Bool) -> PassageID? {
    for (number, segment) in index.segments.enumerated() {
      for passage in 0..<segment.properties.passageCount {
        let id = PassageID(segment: number, passage: passage)
        if isOwn(id) { return id }
      }
    }
    return nil
  }

  private func forEachDocumentNumber(
    _ body: (SegmentFile, Int) throws(FormatError) -> Void
  ) throws(IndexError) {
    for (place, segment) in index.segments.enumerated() {
      let present = presentDocuments(of: place)
      try reading(segment) { () throws(FormatError) in
        for number in 0..<segment.properties.documentCount
        where present.contains(UInt32(number)) {
          try body(segment, number)
        }
      }
    }
  }

  private func reading(
    _ segment: SegmentFile, _ body: () throws(FormatError) -> Void
  ) throws(IndexError) {
    do throws(FormatError) { try body() } catch { throw .format(error.inFile(segment.path)) }
  }
}
