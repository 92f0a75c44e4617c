import Platform
import Retrieval
import TestSupport
import Testing

@Suite("Opening") struct OpeningTests {
  @Test("an index that is opened for a single question answers it like any")
  func singleQuestion() throws {
    let place = try Workplace()
    var random = SplitMix64(seed: 11)
    // The larger of the two segments exceeds the size up to which a segment is read as a whole.
    for number in 0..<600 {
      place.write("\(number).txt", madeUpText(&random, paragraphs: 8))
    }
    try place.update(adding: [place.sources])
    func answers(_ access: MappedFile.Access) throws -> [[RankedPassage]] {
      try ["old houses ward12s", "absent wbrd7s", "rumah kota wcrd250s"].map { question in
        let searcher = Searcher(try IndexReader(opening: place.index, access: access))
        let query = searcher.query(question)
        searcher.prefetch(query)
        return try searcher.search(query, top: 10)
      }
    }
    let found = try answers(.few)
    #expect(found == (try answers(.most)))
    #expect(found.allSatisfy { $0.count == 10 })
  }
}
