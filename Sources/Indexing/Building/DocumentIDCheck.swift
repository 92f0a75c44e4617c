import SegmentFormat

/// Finds documents that repeat the id of another document. A document may occur in several
/// languages.
///
/// Ids are compared by their hashes, and read only if two hashes are equal, so that a document
/// takes only eight bytes.
struct DocumentIDCheck {
  private struct Place: Equatable {
    var rank: Int
    var line: Int
    var path: String

    var description: String { line == 0 ? path : "\(path):\(line)" }
  }

  /// The position of each source in the order of all sources.
  let ranks: [SourceRecord: Int]
  let kept: [KeptSegment]
  let built: [SegmentBuilder.Built]
  /// The folder that contains the built segments.
  let folder: String

  /// A document that repeats the id of an earlier one.
  struct Repeat {
    var path: String
    /// The line in a collection, from 1, or 0 if the document is a whole file.
    var line: Int
    var id: String
    /// The place of the document that keeps the id.
    var first: String
  }

  /// Returns the newly built documents that repeat an id. A document that was in the index before
  /// keeps its id; otherwise the first of the new documents, in the order of the sources, keeps it.
  ///
  /// - Parameter hashes: The hashes of the ids of the new documents, one for each document.
  /// - Complexity: O(*n* log *n*), where *n* is the number of documents.
  func repeats(among hashes: IDHashes) throws(IndexingError) -> [Repeat] {
    let suspects = try suspects(among: hashes)
    guard !suspects.isEmpty else { return [] }
    var keptPlaces: [String: Place] = [:]
    var builtPlaces: [String: [Place]] = [:]
    func place(_ source: SourceRecord, _ line: Int) -> Place {
      Place(rank: ranks[source] ?? .max, line: line, path: source.path)
    }
    for segment in kept {
      try segment.forEachDocument { id, source, line in
        if suspects.contains(id.hashValue) { keptPlaces[id] = place(source, line) }
      }
    }
    for segment in built {
      try forEachDocument(of: segment) { id, source, line in
        guard suspects.contains(id.hashValue) else { return }
        let place = place(source, line)
        // A document occurs once for each of its languages.
        if builtPlaces[id]?.contains(place) != true { builtPlaces[id, default: []].append(place) }
      }
    }
    var repeats: [Repeat] = []
    for (id, places) in builtPlaces {
      let places = places.sorted(by: isBefore)
      let first = keptPlaces[id] ?? places[0]
      for place in places where place != first {
        repeats.append(
          Repeat(path: place.path, line: place.line, id: id, first: first.description))
      }
    }
    return repeats.sorted { ($0.path, $0.line) < ($1.path, $1.line) }
  }

  private func isBefore(_ a: Place, _ b: Place) -> Bool { (a.rank, a.line) < (b.rank, b.line) }

  /// Returns the hashes that two or more documents share.
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
  /// Returns whether an array in ascending order contains a value.
  ///
  /// - Complexity: O(log *n*), where *n* is the number of elements.
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
