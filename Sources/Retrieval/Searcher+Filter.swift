import SegmentFormat
import TextAnalysis

extension Searcher {
  /// The passages of a segment that hold every exact phrase and no excluded word; nil for all.
  func filter(_ query: Query, segment number: Int) throws(IndexError) -> PassageFilter? {
    guard !query.phrases.isEmpty || !query.excluded.isEmpty else { return nil }
    let segment = index.segments[number]
    let count = segment.properties.passageCount
    var filter = PassageFilter(count: count, containsAll: true)
    for stem in query.excluded {
      guard let entry = try entry(.stem, stem, in: segment) else { continue }
      try forEachPassage(of: entry, in: segment) { filter.remove($0) }
    }
    for phrase in query.phrases {
      filter.formIntersection(try passages(holding: phrase, query.language, number))
    }
    return filter
  }

  /// The passages whose text, title or headings have the words side by side.
  private func passages(
    holding phrase: [String], _ language: Language, _ number: Int
  ) throws(IndexError) -> PassageFilter {
    let segment = index.segments[number]
    let count = segment.properties.passageCount
    let analyzer = analyzer(Language(rawValue: segment.properties.language))
    var candidates = PassageFilter(count: count, containsAll: true)
    for word in phrase where !analyzer.isStopWord(word.utf8.span) {
      var holders = PassageFilter(count: count, containsAll: false)
      if let entry = try entry(.surface, word, in: segment) {
        try forEachPassage(of: entry, in: segment) { holders.insert($0) }
      }
      candidates.formIntersection(holders)
    }
    var found = PassageFilter(count: count, containsAll: false)
    for passage in 0..<UInt32(count) where candidates.contains(passage) {
      let stored = try self.passage(PassageID(segment: number, passage: Int(passage)))
      let texts = [stored.text, stored.document.title?.value ?? ""] + stored.headings
      let holds = texts.contains { text in
        let words = analyzer.analyze(text).map(\.surface)
        guard words.count >= phrase.count else { return false }
        return (0...(words.count - phrase.count)).contains { start in
          words[start..<start + phrase.count].elementsEqual(phrase)
        }
      }
      if holds { found.insert(passage) }
    }
    return found
  }

  private func forEachPassage(
    of entry: TermEntry, in segment: SegmentFile, _ body: (UInt32) -> Void
  ) throws(IndexError) {
    try forEachPosting(of: entry, in: segment) { passage, _ in body(UInt32(passage)) }
  }

  /// Calls `body` with each passage of a list and the term's frequency there.
  func forEachPosting(
    of entry: TermEntry, in segment: SegmentFile,
    _ body: (_ passage: Int, _ frequency: Int) -> Void
  ) throws(IndexError) {
    do throws(FormatError) {
      let list = try PostingList(
        entry, in: segment.postings, passageCount: segment.properties.passageCount)
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
