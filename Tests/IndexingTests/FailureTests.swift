import Glibc
import Model
import Platform
import Retrieval
import SegmentFormat
import TestSupport
import Testing
import TextAnalysis

@testable import Indexing

/// Makes every disk operation of an update fail, or be the last one before a power failure.
/// Afterwards, the index has the old state or the new one.
@Suite("An update that fails") struct FailureTests {
  private let place: Workplace
  private let old: [String: [UInt8]]
  private let oldState: [String]
  private let newState: [String]
  /// The operations of an update that succeeds.
  private let operations: [FaultPlan.Operation]

  /// The memory of an update, so small that pieces are written and merged.
  private static let memory = 1 << 14

  init() throws {
    let place = try Workplace()
    self.place = place
    var random = SplitMix64(seed: 21)
    for number in 0..<8 {
      place.write("article\(number).txt", madeUpText(&random, paragraphs: 2) + " Fruit.")
    }
    for number in 0..<30 { place.write("small\(number).txt", "The houses of fruit \(number).") }
    try place.update(adding: [place.sources])
    old = try place.content()
    oldState = try FailureTests.state(of: place.index)
    for number in 0..<3 {
      place.write("article\(number).txt", madeUpText(&random, paragraphs: 1) + " Fruit.")
    }
    unlink(place.sources + "/article4.txt")
    place.write("new.txt", "New fruit of this country.")
    let plan = FaultPlan(folder: place.index)
    try plan.whileActive { try _ = place.update(memory: Self.memory) }
    operations = plan.operations
    newState = try FailureTests.state(of: place.index)
    #expect(oldState != newState && operations.count > 30)
  }

  /// Returns the answers of an index, after verifying its checksums.
  private static func state(of folder: String) throws -> [String] {
    let reader = try IndexReader(opening: folder)
    #expect(reader.verify().isEmpty)
    let searcher = Searcher(reader)
    return try ["fruit", "government", "rumah"].flatMap { word in
      try searcher.search(searcher.query(word, language: .english), top: 100)
        .map { "\($0.score)" }
        + searcher.retrieve(searcher.query(word, language: .english), top: 100).map(\.id)
    }
  }

  /// Restores the folder as it was before the update.
  private func restore() {
    for name in place.names where old[name] == nil && name != "lock" {
      unlink(place.index + "/" + name)
    }
    for (name, bytes) in old { place.folder.write("index/" + name, bytes) }
  }

  /// Returns whether an update may ignore a failure of the operation.
  private func isOptional(_ operation: FaultPlan.Operation) -> Bool {
    switch operation {
    case .remove: true
    // If a file without a name cannot be created, one with a name is created instead.
    case .create(let path): path.hasSuffix("/scratch")
    default: false
    }
  }

  @Test(
    "leaves the old state where an operation fails, and nothing else",
    arguments: [(ENOSPC, true), (EIO, false)])
  func failing(code: Int32, forEver: Bool) throws {
    for failing in operations.indices where !isOptional(operations[failing]) {
      restore()
      let plan = FaultPlan(folder: place.index) { number, operation in
        if case .remove = operation { return nil }
        return number == failing || forEver && number > failing ? code : nil
      }
      #expect(throws: IndexingError.self, "\(failing): \(operations[failing])") {
        try plan.whileActive { try _ = place.update(memory: Self.memory) }
      }
      let manifestIsNew = try readFile(place.index + "/manifest") != old["manifest"]
      let state = try Self.state(of: place.index)
      #expect(state == (manifestIsNew ? newState : oldState), "\(failing)")
      if !manifestIsNew {
        #expect(Set(place.names) == Set(old.keys).union(["lock"]), "\(failing)")
      }
      guard failing.isMultiple(of: 7) else { continue }
      try place.update()
      #expect(try Self.state(of: place.index) == newState)
    }
  }

  @Test("passes over what it could not remove, and removes it the next time")
  func removing() throws {
    restore()
    let plan = FaultPlan(folder: place.index) { _, operation in
      if case .remove = operation { return EACCES }
      return nil
    }
    try plan.whileActive { try _ = place.update(memory: Self.memory) }
    #expect(try Self.state(of: place.index) == newState)
    let left = place.names.count
    try place.update()
    #expect(place.names.count < left)
    try expectNothingLeft(in: place.index)
  }

  private func expectNothingLeft(in index: String) throws {
    let manifest = try #require(try IndexReader(opening: index).manifest)
    #expect(
      Set(try Folder.names(in: index))
        == Set(manifest.files.map(\.name)).union(["lock", "manifest"]))
  }

  @Test("is undone or done by a power cut, wherever it comes", arguments: 1...2)
  func powerCut(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    var disk = SimulatedDisk(holding: old, in: place.index)
    var found: Set<Bool> = []
    for count in 0...operations.count {
      for loss in SimulatedDisk.Loss.allCases {
        let folder = try TemporaryFolder()
        for (name, bytes) in disk.afterPowerCut(loss, &random) {
          folder.write("index/" + name, bytes)
        }
        let state = try Self.state(of: folder.path + "/index")
        #expect(state == oldState || state == newState, "\(loss) after \(count)")
        found.insert(state == newState)
        if count == operations.count { #expect(state == newState) }
        guard random.below(20) == 0 else { continue }
        let index = folder.path + "/index"
        _ = try updateIndex(IndexRequest(folder: index, threads: 1))
        #expect(try Self.state(of: index) == newState)
        try expectNothingLeft(in: index)
      }
      if count < operations.count { disk.apply(operations[count]) }
    }
    #expect(found == [true, false])
  }

  @Test("readers answer from what they opened, and open whatever a writer does meanwhile")
  func readers() throws {
    let reader = try IndexReader(opening: place.index)
    let searcher = Searcher(reader)
    let query = searcher.query("fruit", language: .english)
    let before = try searcher.search(query, top: 50)
    let writer = place
    onThreads(2) { number in
      for round in 0..<(number == 0 ? 12 : 150) {
        do {
          if number == 0 {
            writer.write("new.txt", "Round \(round) of the fruit.")
            if round.isMultiple(of: 3) { unlink(writer.sources + "/small\(round).txt") }
            try writer.update(memory: round % 2 == 0 ? Self.memory : 1 << 28)
          } else {
            let found = try writer.found("fruit")
            #expect(found.contains("sources/new.txt") && found.count > 30)
          }
        } catch {
          Issue.record("\(error)")
        }
      }
    }
    #expect(try searcher.search(query, top: 50) == before)
    #expect(try writer.found("round") == ["sources/new.txt"])
  }
}
