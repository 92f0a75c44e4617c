import Platform
import Retrieval
import TestSupport
import Testing

@testable import Indexing

/// Updates of an index some file of which is damaged, so that what an update keeps, joins and deletes
/// is read from it.
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
    // Deletions and a segment to be joined with others are what the next update finds.
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
      // What was not read again may be damaged still, but nothing of the sources is lost unsaid.
      let reader = try? IndexReader(opening: place.index)
      let damage = reader?.verify() ?? []
      let documents = try? reader?.status().documents
      if damage.isEmpty, documents != 16 { Issue.record("\(damaged): \(documents ?? -1)") }
    }
    // The order is not read but made anew.
    #expect((outcome.threw > 0) == (kind != "order"))
  }
}
