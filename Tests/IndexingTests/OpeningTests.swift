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

  @Test("an index whose pages are released answers as before")
  func releasedPages() throws {
    let place = try Workplace()
    var random = SplitMix64(seed: 12)
    for number in 0..<50 { place.write("\(number).txt", madeUpText(&random, paragraphs: 8)) }
    try place.update(adding: [place.sources])
    let index = try IndexReader(opening: place.index)
    let searcher = Searcher(index)
    func answers() throws -> [RankedPassage] {
      try searcher.search(searcher.query("old houses ward12s"), top: 10)
    }
    let expected = try answers()
    #expect(expected.count == 10)
    var part = 0
    // A limit that is kept, and one that cannot be.
    index.releasePages(beyond: .max, from: &part)
    #expect(part == 0)
    index.releasePages(beyond: 0, from: &part)
    #expect(part == 0, "every part was released")
    #expect(try answers() == expected)
  }
}
