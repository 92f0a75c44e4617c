import Bytes
import Model
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
        possible: scope?.passages[number], deletions: deletions, verify: nil)
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
      return PassageFilter(possible: possible, deletions: deletions, verify: nil)
    }
    var finder = PhraseFinder(query.phrases)
    return PassageFilter(possible: possible, deletions: deletions) { passage throws(IndexError) in
      try self.holdsPhrases(PassageID(segment: number, passage: Int(passage)), &finder)
    }
  }

  /// Whether text, title or a heading of a passage has each of the phrases.
  private func holdsPhrases(
    _ id: PassageID, _ finder: inout PhraseFinder
  ) throws(IndexError) -> Bool {
    let segment = index.segments[id.segment]
    do throws(FormatError) {
      let caches = caches(of: id.segment)
      let row = try segment.passage(id.passage)
      let record = try decode(segment.text, id.passage, &caches.text) {
        bytes throws(FormatError) in try PassageRecord(decoding: bytes, of: row)
      }
      finder.begin()
      if case .own(let text) = record.text { finder.look(in: text) }
      for heading in record.headings { finder.look(in: heading) }
      if finder.hasAll { return true }
      // Least likely, and in a store of its own.
      let document = try decode(
        segment.documents, row.document, &caches.documents
      ) { bytes throws(FormatError) in try DocumentRecord(decoding: bytes) }
      finder.look(in: document.statements[.title]?.value ?? "")
      return finder.hasAll
    } catch {
      throw .format(error.inFile(segment.path))
    }
  }

  private func forEachPassage(
    of entry: TermEntry, in segment: SegmentFile, _ body: (UInt32) -> Void
  ) throws(IndexError) {
    try forEachPosting(of: try postings(of: entry, in: segment), in: segment) { passage, _ in
      body(UInt32(passage))
    }
  }
}
