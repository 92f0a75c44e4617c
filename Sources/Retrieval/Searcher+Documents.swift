import Bytes
import SegmentFormat

extension Searcher {
  /// Every document once, in the order of their ids.
  public func documents() throws(IndexError) -> [StoredDocument] {
    var found: [StoredDocument] = []
    var seen: Set<String> = []
    try forEachDocument { document, _, _ in
      if seen.insert(document.id).inserted { found.append(document) }
    }
    return found.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
  }

  /// The passages of the documents that `admits` lets in.
  public func scope(
    admitting admits: (StoredDocument) -> Bool
  ) throws(IndexError) -> SearchScope {
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

  private func forEachDocument(
    _ body: (_ document: StoredDocument, _ segment: Int, _ number: Int) -> Void
  ) throws(IndexError) {
    for (number, segment) in index.segments.enumerated() {
      do throws(FormatError) {
        let present = presentDocuments(of: number)
        for document in 0..<segment.properties.documentCount
        where present.contains(UInt32(document)) {
          body(try self.document(document, in: number), number, document)
        }
      } catch {
        throw .format(error.inFile(segment.path))
      }
    }
  }

  /// The documents of a segment that have a passage left.
  func presentDocuments(of number: Int) -> PassageSet {
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
