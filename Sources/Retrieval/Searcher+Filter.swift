import SegmentFormat
import TextAnalysis

extension Searcher {
  /// The passages of a segment that are not deleted, lie within the scope, and hold every exact
  /// phrase and no excluded word; nil for all.
  func filter(_ query: Query, segment number: Int) throws(IndexError) -> PassageFilter? {
    let segment = index.segments[number]
    let count = segment.properties.passageCount
    let deletions = index.deletions[number]
    guard !query.phrases.isEmpty || !query.excluded.isEmpty else {
      guard scope != nil || deletions != nil else { return nil }
      return PassageFilter(
        possible: scope?.passages[number], passageCount: count, deletions: deletions, verify: nil)
    }
    let analyzer = analyzer(Language(rawValue: segment.properties.language))
    var possible = scope?.passages[number] ?? PassageSet(count: count, containsAll: true)
    for stem in query.excluded {
      guard let entry = try entry(.stem, stem, in: segment) else { continue }
      try forEachPassage(of: entry, in: segment) { possible.remove($0) }
    }
    for word in query.phrases.joined() where !analyzer.isStopWord(word.utf8.span) {
      var holders = PassageSet(count: count, containsAll: false)
      if let entry = try entry(.surface, word, in: segment) {
        try forEachPassage(of: entry, in: segment) { holders.insert($0) }
      }
      possible.formIntersection(holders)
    }
    guard !query.phrases.isEmpty else {
      return PassageFilter(
        possible: possible, passageCount: count, deletions: deletions, verify: nil)
    }
    return PassageFilter(
      possible: possible, passageCount: count, deletions: deletions
    ) { passage throws(IndexError) in
      let stored = try self.passage(PassageID(segment: number, passage: Int(passage)))
      return query.phrases.allSatisfy { stored.holds($0, analyzer) }
    }
  }

  private func forEachPassage(
    of entry: TermEntry, in segment: SegmentFile, _ body: (UInt32) -> Void
  ) throws(IndexError) {
    try forEachPosting(of: entry, in: segment) { passage, _ in body(UInt32(passage)) }
  }

  /// Calls `body` with each passage of a term and its frequency there.
  func forEachPosting(
    of entry: TermEntry, in segment: SegmentFile,
    _ body: (_ passage: Int, _ frequency: Int) -> Void
  ) throws(IndexError) {
    try forEachPosting(of: entry, section: segment.postings, in: segment, body)
  }

  /// Calls `body` with each passage of a list and its frequency there, as the list counts it.
  func forEachPosting(
    of list: ScoredList, in segment: SegmentFile,
    _ body: (_ passage: Int, _ frequency: Int) -> Void
  ) throws(IndexError) {
    switch list.postings {
    case .stored(let entry):
      try forEachPosting(of: entry, section: segment.postings, in: segment, body)
    case .union(let union):
      try forEachPosting(of: union.entry, section: union.section, in: segment, body)
    }
  }

  private func forEachPosting(
    of entry: TermEntry, section: UnsafeRawBufferPointer, in segment: SegmentFile,
    _ body: (_ passage: Int, _ frequency: Int) -> Void
  ) throws(IndexError) {
    do throws(FormatError) {
      let list = try PostingList(
        entry, in: section, passageCount: segment.properties.passageCount)
      let passages = UnsafeMutablePointer<UInt32>.allocate(capacity: 2 * PostingList.blockSize)
      defer { passages.deallocate() }
      let frequencies = passages + PostingList.blockSize
      for block in 0..<list.blockCount {
        guard let packed = list.unpackPassages(ofBlock: block, into: passages) else {
          throw FormatError(.malformed)
        }
        packed.unpack(into: frequencies)
        for slot in 0..<list.postingCount(ofBlock: block) {
          body(Int(passages[slot]), Int(frequencies[slot]))
        }
      }
    } catch {
      throw .format(
        error.inSection(SegmentLayout.Section.postings.name).inFile(segment.path))
    }
  }
}

extension StoredPassage {
  /// Whether text, title or a heading has the folded words side by side.
  fileprivate func holds(_ phrase: [String], _ analyzer: Analyzer) -> Bool {
    ([text, document.title?.value ?? ""] + headings).contains { line in
      let words = analyzer.analyze(line).map(\.surface)
      guard words.count >= phrase.count else { return false }
      return (0...(words.count - phrase.count)).contains { start in
        words[start..<start + phrase.count].elementsEqual(phrase)
      }
    }
  }
}
