import Glibc
import Model
import Platform
import Retrieval
import SegmentFormat
import TestSupport
import Testing
import TextAnalysis

@testable import Indexing

/// Compares an index that was updated step by step with one that was built at once from the same
/// files.
@Suite("An updated index") struct EquivalenceTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  private static let words = [
    "government", "country", "pemerintah", "negara", "large", "house", "houses", "rumah", "kota",
    "cities", "tua", "wardrd7s", "wbrd12s", "wcrd40s", "wdrd250s", "werd299s", "title", "unknown",
  ]

  private func question(_ random: inout SplitMix64) -> String {
    var words = (0...random.below(6)).map { _ in Self.words[random.below(Self.words.count)] }
    switch random.below(6) {
    case 0: words.append("-" + Self.words[random.below(Self.words.count)])
    case 1: words.append("\"kota besar\"")
    case 2: words = ["w\(["a", "b", "c", "d", "e"][random.below(5)])rd\(random.below(300))s"]
    default: break
    }
    return words.joined(separator: " ")
  }

  /// Adds, replaces or deletes a file.
  private func change(_ random: inout SplitMix64, step: Int) {
    let number = random.below(24)
    switch random.below(5) {
    case 0: unlink(place.sources + "/article\(number).txt")
    case 1:
      var lines = (0...random.below(20)).map {
        #"{"_id": "c\#(number)-\#($0)", "title": "Title \#($0)", "text": "\#(madeUpText(&random, paragraphs: 1))"}"#
      }
      lines.append(#"{"_id": "bare\#(number)", "title": " The old houses of city \#(number) "}"#)
      place.write("collection\(number % 3).jsonl", lines.joined(separator: "\n") + "\n")
    case 2: place.write("none\(number).txt", step % 2 == 0 ? "" : "x\u{0}")
    case 3:
      // Repeated texts give equal scores.
      place.write(
        "article\(number).txt",
        "The houses of this country are known. Tall Old Houses (TOH\(number % 4)) are few."
          + " \(number).\n\nKota Tua Raya (Kotura) besar, negara kota (NK) juga.")
    default:
      place.write("article\(number).txt", madeUpText(&random, paragraphs: 1 + random.below(4)))
    }
  }

  private func expectSame(_ step: Int, _ random: inout SplitMix64) throws {
    let fresh = place.folder.path + "/fresh"
    _ = try updateIndex(
      IndexRequest(folder: fresh, adding: [place.sources], rebuilds: true, threads: 1))
    let one = try IndexReader(opening: fresh)
    let several = try IndexReader(opening: place.index)
    #expect(one.passageCount == several.passageCount && one.languages == several.languages)
    let (a, b) = (try one.status(), try several.status())
    #expect(a.catalog?.sources == b.catalog?.sources && a.documents == b.documents)
    #expect(a.catalog?.skipped == b.catalog?.skipped)
    #expect(
      one.shortForms.first?.withBytes { Array($0) }
        == several.shortForms.first?.withBytes { Array($0) })
    #expect(a.languages.map(\.passages) == b.languages.map(\.passages))
    #expect(a.languages.map(\.documents) == b.languages.map(\.documents))
    #expect(a.languages.map(\.meanLength) == b.languages.map(\.meanLength))
    let searchers = (Searcher(one), Searcher(several))
    for number in 0..<24 {
      let language = number % 2 == 0 ? Language.english : .indonesian
      let query = searchers.0.query(question(&random), language: language)
      let options =
        [
          SearchOptions(), SearchOptions(weighting: .bm25), SearchOptions(weighting: .tfidf),
          SearchOptions(k1: 2, b: 0.9, fields: .joined),
        ][number % 4]
      let top = [1, 3, 10, 300][random.below(4)]
      let expected = try searchers.0.search(query, top: top, options: options)
      let found = try searchers.1.search(query, top: top, options: options)
      #expect(found == expected, "\(step): \(query.text), \(top)")
      let documents = try searchers.0.retrieve(query, top: top, options: options)
      #expect(try searchers.1.retrieve(query, top: top, options: options) == documents)
      guard let first = expected.first, let other = found.first else { continue }
      let explained = try searchers.0.explain(query, first.passage, options: options)
      #expect(
        try searchers.1.explain(query, other.passage, options: options) == explained)
    }
    #expect(
      try searchers.0.words(beginningWith: "wa", limit: 50)
        == searchers.1.words(beginningWith: "wa", limit: 50))
    #expect(several.verify().isEmpty)
  }

  @Test("answers as a fresh one, whatever was added, replaced and deleted", arguments: 1...3)
  func sameHits(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    for number in 0..<12 { change(&random, step: number) }
    try place.update(adding: [place.sources])
    var mostSegments = 0
    var merges = 0
    for step in 0..<10 {
      for _ in 0...random.below(3) { change(&random, step: step) }
      let before = place.segments
      // Sometimes, memory is so small that pieces are written to disk.
      try place.update(
        threads: 1 + random.below(2), memory: random.below(2) == 0 ? 1 << 12 : 1 << 28)
      mostSegments = max(mostSegments, place.segments.count)
      if place.segments.count <= before.count, place.segments != before { merges += 1 }
      try expectSame(step, &random)
    }
    #expect(mostSegments > 2 && merges > 2)
  }

  @Test("holds the unchanged segment's very file, and new ones beside it")
  func untouched() throws {
    var random = SplitMix64(seed: 9)
    for number in 0..<20 {
      place.write("article\(number).txt", madeUpText(&random, paragraphs: 3))
    }
    try place.update(adding: [place.sources])
    let old = try FileInfo(path: place.index + "/000001-en.segment")
    place.write("article3.txt", "The houses of this country are known.")
    unlink(place.sources + "/article4.txt")
    try place.update()
    #expect(try FileInfo(path: place.index + "/000001-en.segment") == old)
    #expect(
      place.names == [
        "000001-en.segment", "000001-id.segment", "000002-000001-en.deletions",
        "000002-000001-id.deletions", "000002-en.segment", "000002.catalog", "000002.order",
        "lock", "manifest",
      ])
    let manifest = try #require(try IndexReader(opening: place.index).manifest)
    #expect(
      manifest.segments.map(\.file.name).sorted() == [
        "000001-en.segment", "000001-id.segment", "000002-en.segment",
      ])
    #expect(manifest.segments.count { $0.deletions != nil } == 2)
    try expectSame(0, &random)
  }
}
