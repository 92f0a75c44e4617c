import Bytes
import Platform
import Retrieval
import SegmentFormat
import TestSupport
import Testing
import TextAnalysis

@testable import Indexing

@Suite("Segments that are joined") struct MergeTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  private func fill(_ random: inout SplitMix64) {
    for number in 0..<40 {
      place.write("article\(number).txt", madeUpText(&random, paragraphs: 1 + random.below(4)))
    }
    let lines =
      (0..<300).map {
        #"{"_id": "c\#($0)", "title": "Title \#($0)", "text": "\#(madeUpText(&random, paragraphs: 1))"}"#
      } + (0..<20).map { #"{"_id": "bare\#($0)", "title": " The old houses of city \#($0)\n"}"# }
    place.write("collection.jsonl", lines.joined(separator: "\n") + "\n")
  }

  /// Returns the bytes of each segment.
  private func contents() throws -> [[UInt8]] {
    try place.segments.map { try readFile(place.index + "/" + $0) }
  }

  private func expectSame(after body: () throws -> Void) throws {
    let before = try contents()
    try body()
    #expect(before.count == 2)
    #expect(try contents() == before)
    #expect(try IndexReader(opening: place.index).verify().isEmpty)
    #expect(place.names.count == 5, "\(place.names)")
  }

  @Test(
    "pieces that did not fit in memory make the index that one piece makes", arguments: [1, 2, 3])
  func spilled(threads: Int) throws {
    var random = SplitMix64(seed: 3)
    fill(&random)
    try place.update(adding: [place.sources])
    try expectSame { try place.update(rebuilds: true, threads: threads, memory: 1 << 14) }
  }

  @Test("two interlaced halves make the index that comes about at once", arguments: [1, 2])
  func interlaced(threads: Int) throws {
    var random = SplitMix64(seed: 4)
    fill(&random)
    for number in 0..<10 {
      place.write("old\(number).txt", madeUpText(&random, paragraphs: 3))
    }
    try place.update(adding: [place.sources])
    // Deleted and replaced documents must leave no trace.
    for number in 0..<10 { try Folder.removeFile(place.sources + "/old\(number).txt") }
    for number in stride(from: 0, to: 80, by: 2) {
      place.write("article\(number).txt", madeUpText(&random, paragraphs: 2))
    }
    try place.update(threads: threads)
    #expect(place.segments == ["000002-en.segment", "000002-id.segment"])
    try expectSame { try place.update(rebuilds: true) }
  }

  @Test("a segment of which most is deleted is written again without that")
  func deleted() throws {
    var random = SplitMix64(seed: 5)
    for number in 0..<10 {
      place.write("article\(number).txt", madeUpText(&random, paragraphs: 3))
    }
    try place.update(adding: [place.sources])
    for number in 0..<7 { try Folder.removeFile(place.sources + "/article\(number).txt") }
    try place.update()
    #expect(place.names.allSatisfy { !$0.contains("deletions") && !$0.contains("000001") })
    try expectSame { try place.update(rebuilds: true) }
  }

  @Test("few segments remain, each far larger than all smaller ones")
  func policy() {
    func choice(_ sizes: [Int]) -> [Int] { MergePolicy.choice(of: sizes.map { ($0, $0) }) }
    #expect(choice([]) == [] && choice([5]) == [] && choice([1000, 1]) == [])
    #expect(choice([1000, 1, 1]) == [1, 2] && choice([1, 1000, 90, 40]) == [0, 1, 2, 3])
    #expect(choice([100, 3, 900, 1]) == [1, 3])
    #expect(MergePolicy.choice(of: [(40, 100), (1000, 1000)]) == [0])
    #expect(MergePolicy.choice(of: [(400, 1000), (10, 10)]) == [0, 1])
    var sizes: [Int] = []
    var written = 0
    for _ in 0..<2000 {
      sizes.append(1)
      let joined = choice(sizes)
      let sum = joined.reduce(0) { $0 + sizes[$1] }
      written += sum
      for index in joined.reversed() { sizes.remove(at: index) }
      if sum > 0 { sizes.append(sum) }
      #expect(sizes.count <= 6)
    }
    #expect(written < 2000 * 30, "\(written)")
  }

  @Test(
    "pieces are joined round by round until few are left, as many at a time as may be",
    arguments: [(1, 4, 4), (4, 4, 4), (5, 4, 4), (30, 4, 4), (200, 32, 32), (9, 0, 2), (70, 3, 8)])
  func rounds(count: Int, limit: Int, fanIn: Int) {
    let rounds = MergePolicy.rounds(joining: count, to: limit, fanIn: fanIn)
    #expect(rounds.allSatisfy { (2...fanIn).contains($0.count) })
    // Each piece is merged once, in order, and the result of a round is queued after the others.
    #expect(Array(rounds.joined()) == Array(0..<(rounds.last?.upperBound ?? 0)))
    for (number, round) in rounds.enumerated() { #expect(round.upperBound <= count + number) }
    let left = count + rounds.count - (rounds.last?.upperBound ?? 0)
    #expect(left == min(count, max(limit, 1)))
  }

  @Test("a damaged segment is not joined with others")
  func damaged() throws {
    place.write("apple.txt", "The apple is a fruit that people know.")
    try place.update(adding: [place.sources])
    let path = place.index + "/000001-en.segment"
    var bytes = try readFile(path)
    let text = try #require(bytes.firstRange(of: Array("apple".utf8)))
    bytes[text.lowerBound] ^= 1
    place.folder.write("index/000001-en.segment", bytes)
    place.write("banana.txt", "The banana is a fruit that people know.")
    let before = try place.content()
    do throws(IndexingError) {
      try place.update()
      Issue.record("nothing was noticed")
    } catch {
      guard case .format(let format) = error, case .checksum = format.kind else {
        Issue.record("\(error)")
        return
      }
      #expect(format.file == path && !format.section.isEmpty)
    }
    #expect(try place.content() == before)
  }
}
