import Bytes
import SegmentFormat

/// Finds documents of an index by name or by metadata, without a search.
struct DocumentDirectory {
  private let index: IndexReader
  private let store: PassageStore

  init(_ index: IndexReader, _ store: PassageStore) {
    self.index = index
    self.store = store
  }

  /// Returns every document once, in the order of their ids.
  func documents() throws(IndexError) -> [StoredDocument] {
    var found: [StoredDocument] = []
    var seen: Set<String> = []
    try forEachDocument { document, _, _ in
      if seen.insert(document.id).inserted { found.append(document) }
    }
    return found.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
  }

  /// Returns the passages of the documents that `admits` accepts.
  ///
  /// - Complexity: O(*n*), where *n* is the number of documents and passages of the index.
  func scope(admitting admits: (StoredDocument) -> Bool) throws(IndexError) -> SearchScope {
    var admitted = index.segments.map {
      PassageSet(count: $0.properties.documentCount, containsAll: false)
    }
    var ids: Set<String> = []
    try forEachDocument { document, segment, number in
      if admits(document) {
        admitted[segment].insert(UInt32(number))
        ids.insert(document.id)
      }
    }
    let passages = index.segments.indices.map { number in
      let segment = index.segments[number]
      let count = segment.properties.passageCount
      var set = PassageSet(count: count, containsAll: false)
      for passage in 0..<count {
        let document = segment.document(ofPassage: passage)
        if document < segment.properties.documentCount,
          admitted[number].contains(UInt32(document))
        {
          set.insert(UInt32(passage))
        }
      }
      return set
    }
    return SearchScope(passages: passages, documentCount: ids.count)
  }

  /// Returns the ids of the documents to which a name refers. See `Searcher.documents(named:)`.
  func documents(named name: String) throws(IndexError) -> [String] {
    var exact: [String] = []
    var endings: [String] = []
    try forEachNumber { segment, number throws(FormatError) in
      let id = try index.documentID(number, segment: segment)
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
    try forEachNumber { number, document throws(FormatError) in
      let segment = index.segments[number]
      let place = segment.place(ofDocument: document)
      guard place.line == line, line > 0 else { return }
      let source = try store.source(place.source, in: number)
      if source.id == file || source.id.hasSuffix("/" + file) || source.path == file {
        found.append(try index.documentID(document, segment: number))
      }
    }
    return found
  }

  /// Returns the first passage of a document, and a test of whether a passage belongs to the
  /// document. The result is nil if the index does not contain the document.
  ///
  /// - Complexity: O(*n*), where *n* is the number of documents and passages of the index.
  func passages(
    ofDocument id: String
  ) throws(IndexError) -> (first: PassageID, contains: (PassageID) -> Bool)? {
    var numbers: [[Int]] = Array(repeating: [], count: index.segments.count)
    try forEachNumber { segment, number throws(FormatError) in
      if try index.documentID(number, segment: segment) == id {
        numbers[segment].append(number)
      }
    }
    let contains = { (passage: PassageID) in
      numbers[passage.segment].contains(store.documentNumber(of: passage))
    }
    for (number, segment) in index.segments.enumerated() where !numbers[number].isEmpty {
      for passage in 0..<segment.properties.passageCount {
        let place = PassageID(segment: number, passage: passage)
        if contains(place) { return (place, contains) }
      }
    }
    return nil
  }

  /// Returns the places of all passages of a document.
  ///
  /// - Complexity: O(*n*), where *n* is the number of documents and passages of the index.
  func allPassages(ofDocument id: String) throws(IndexError) -> [PassageID] {
    guard let (_, contains) = try passages(ofDocument: id) else { return [] }
    var found: [PassageID] = []
    for (number, segment) in index.segments.enumerated() {
      for passage in 0..<segment.properties.passageCount
      where !(index.deletions[number]?.contains(passage) ?? false) {
        let place = PassageID(segment: number, passage: passage)
        if contains(place) { found.append(place) }
      }
    }
    return found
  }

  private func forEachDocument(
    _ body: (_ document: StoredDocument, _ segment: Int, _ number: Int) -> Void
  ) throws(IndexError) {
    try forEachNumber { segment, number throws(FormatError) in
      body(try store.document(number, in: segment), segment, number)
    }
  }

  /// Calls `body` with the segment and the number of each document that has a passage left.
  private func forEachNumber(
    _ body: (_ segment: Int, _ number: Int) throws(FormatError) -> Void
  ) throws(IndexError) {
    for (place, segment) in index.segments.enumerated() {
      let present = presentDocuments(of: place)
      do throws(FormatError) {
        for number in 0..<segment.properties.documentCount
        where present.contains(UInt32(number)) {
          try body(place, number)
        }
      } catch {
        throw .format(error.inFile(segment.path))
      }
    }
  }

  /// Returns the documents of a segment that have a passage left.
  private func presentDocuments(of number: Int) -> PassageSet {
    let properties = index.segments[number].properties
    guard let deletions = index.deletions[number] else {
      return PassageSet(count: properties.documentCount, containsAll: true)
    }
    var present = PassageSet(count: properties.documentCount, containsAll: false)
    for passage in 0..<properties.passageCount where !deletions.contains(passage) {
      let document = index.segments[number].document(ofPassage: passage)
      if document < properties.documentCount { present.insert(UInt32(document)) }
    }
    return present
  }
}
