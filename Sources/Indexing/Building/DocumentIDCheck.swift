import SegmentFormat

/// Ensures that each id names one document, which may occur in several languages.
///
/// Ids are compared by their hashes, and read only if two hashes are equal, so that each of millions
/// of documents takes eight bytes.
struct DocumentIDCheck {
  private struct Place: Equatable {
    var rank: Int
    var line: Int
    var path: String

    var description: String { line == 0 ? path : "\(path):\(line)" }
  }

  /// The order of all sources.
  let ranks: [SourceRecord: Int]
  let kept: [KeptSegment]
  let built: [SegmentBuilder.Built]
  /// The folder of the built segments.
  let folder: String

  /// - Parameter hashes: the hashes of the ids that were built, one for each document.
  /// - Throws: `duplicateID` if an id names two documents.
  func check(_ hashes: IDHashes) throws(IndexingError) {
    let suspects = try suspects(among: hashes)
    guard !suspects.isEmpty else { return }
    var known: [String: Place] = [:]
    var conflict: (id: String, first: Place, second: Place)?
    func add(_ id: String, _ source: SourceRecord, _ line: Int) {
      guard suspects.contains(id.hashValue) else { return }
      let place = Place(rank: ranks[source] ?? .max, line: line, path: source.path)
      guard let other = known[id], other != place else {
        known[id] = place
        return
      }
      let (first, second) = isBefore(place, other) ? (place, other) : (other, place)
      known[id] = first
      if let old = conflict, !isBefore(second, old.second) { return }
      conflict = (id, first, second)
    }
    for segment in kept { try segment.forEachDocument(add) }
    for segment in built { try forEachDocument(of: segment, add) }
    guard let conflict else { return }
    throw .duplicateID(
      conflict.id, first: conflict.first.description, second: conflict.second.description)
  }

  private func isBefore(_ a: Place, _ b: Place) -> Bool { (a.rank, a.line) < (b.rank, b.line) }

  /// Returns hashes that occur for two documents.
  private func suspects(among hashes: IDHashes) throws(IndexingError) -> Set<Int> {
    try IndexingError.converting {
      var suspects: Set<Int> = []
      try hashes.forEachPart { hashes, belongs in
        for index in hashes.indices.dropFirst() where hashes[index] == hashes[index - 1] {
          suspects.insert(hashes[index])
        }
        for segment in kept {
          try segment.forEachDocument { id, _, _ in
            let hash = id.hashValue
            if belongs(hash), hashes.holds(hash) { suspects.insert(hash) }
          }
        }
      }
      return suspects
    }
  }

  private func forEachDocument(
    of segment: SegmentBuilder.Built, _ body: (String, SourceRecord, Int) -> Void
  ) throws(IndexingError) {
    switch segment.form {
    case .inMemory(let contents):
      for (id, place) in zip(contents.documentIDs, contents.documentPlaces) {
        body(id, contents.sources[place.source], place.line)
      }
    case .spilled(let spills):
      try IndexingError.converting {
        for spill in spills {
          let file = try spill.open(in: folder)
          let sources = try file.sourceRecords()
          var ids = file.documentIDs.makeReader()
          for document in 0..<file.properties.documentCount {
            let place = file.place(ofDocument: document)
            body(try ids.next(), sources[place.source], place.line)
          }
        }
      }
    }
  }
}

extension [Int] {
  /// Returns whether a value is among these, which ascend.
  fileprivate func holds(_ value: Int) -> Bool {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == value
  }
}
