import Model
import SegmentFormat
import TestSupport
import Testing

@testable import Indexing

@Suite("What is gathered from all documents") struct GatheringTests {
  @Test("hashes that come twice are in one part, however many had to wait", arguments: [8, 1000])
  func hashes(capacity: Int) throws {
    let folder = try TemporaryFolder()
    var random = SplitMix64(seed: 8)
    var hashes = IDHashes(folder: folder.path, capacity: capacity)
    #expect(hashes.isEmpty)
    var expected = (0..<100).map { _ in Int(truncatingIfNeeded: random.next()) } + [0, -1, .max]
    expected += [expected[3], expected[50], 0]
    for hash in expected { try hashes.append(hash) }
    var found: [Int] = []
    var twice: Set<Int> = []
    try hashes.forEachPart { part, belongs in
      #expect(part == part.sorted() && part.allSatisfy(belongs))
      for (hash, next) in zip(part, part.dropFirst()) where hash == next { twice.insert(hash) }
      found += part
    }
    #expect(found.sorted() == expected.sorted())
    #expect(twice == [expected[3], expected[50], 0])
    #expect(folder.names.isEmpty)
  }

  @Test("short forms come in the order of the text, though units are done in any order")
  func shortForms() {
    func form(_ short: String, _ count: Int) -> ShortForm {
      ShortForm(short: short, expansion: "\(short) at length", language: .english, count: count)
    }
    var gathered = ShortFormsBySource()
    gathered.add([form("C", 1), form("A", 2)], of: 0, ordinal: 2)
    gathered.add([form("A", 5)], of: 1, ordinal: 3)
    gathered.add([form("B", 1), form("A", 1)], of: 0, ordinal: 1)
    let forms = gathered.inOrder(sourceCount: 3)
    #expect(forms == [[form("B", 1), form("A", 3), form("C", 1)], [form("A", 5)], []])
    #expect(gathered.byteCount > 0)
  }
}
