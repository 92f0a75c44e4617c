import Platform
import Retrieval
import TestSupport
import Testing

@testable import Indexing

/// Updates an index in which one file is damaged. The update reads it to keep, merge and delete
/// passages.
@Suite("Updating a damaged index") struct DamagedUpdateTests {
  private let place: Workplace
  private let whole: [String: [UInt8]]

  init() throws {
    place = try Workplace()
    var random = SplitMix64(seed: 6)
    for number in 0..<16 {
      place.write("article\(number).txt", madeUpText(&random, paragraphs: 3) + " Fruit.")
    }
    try place.update(adding: [place.sources])
    place.write("article1.txt", "The fruit of the (SMEs) small and medium enterprises is old.")
    try place.update()
    // The next update finds deletions, and a segment to merge with others.
    place.write("article2.txt", "The fruit of this country is sweet.")
    whole = try place.content()
  }

  @Test(
    "is an error, or leads to an index that is whole",
    arguments: ["manifest", "catalog", "deletions", "order", "segment"])
  func update(kind: String) throws {
    let inputs = whole.filter { $0.key.hasSuffix(kind) }.sorted { $0.key < $1.key }
    try #require(!inputs.isEmpty)
    var number = 0
    let outcome = Fuzzing("update-of-\(kind)", inputs.map(\.value), cases: 6).run {
      bytes throws(IndexingError) in
      for name in place.names where whole[name] == nil && name != "lock" {
        try? Folder.removeFile(place.index + "/" + name)
      }
      for (name, bytes) in whole { place.folder.write("index/" + name, bytes) }
      let damaged = inputs[number % inputs.count].key
      number += 1
      place.folder.write("index/" + damaged, Array(bytes))
      try place.update()
      // Parts that were not read may still be damaged, but no source is lost without an error.
      let reader = try? IndexReader(opening: place.index)
      let damage = reader?.verify() ?? []
      let documents = try? reader?.status().documents
      if damage.isEmpty, documents != 16 { Issue.record("\(damaged): \(documents ?? -1)") }
    }
    // The order is not read, but written again.
    #expect((outcome.threw > 0) == (kind != "order"))
  }
}
