import Corpus
import Model
import Platform
import Retrieval
import SegmentFormat
import Synchronization
import TestSupport
import Testing
import TextAnalysis

@testable import Indexing

@Suite("What an index holds") struct ContentTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  private func writeMany() {
    var random = SplitMix64(seed: 61)
    for number in 0..<40 {
      place.write("article\(number).txt", madeUpText(&random, paragraphs: 1 + random.below(6)))
    }
    let lines =
      (0..<200).map {
        #"{"_id": "c\#($0)", "title": "Title \#($0)", "text": "\#(madeUpText(&random, paragraphs: 1))"}"#
      } + (0..<20).map { #"{"_id": "bare\#($0)", "title": " The old houses of city \#($0)\n"}"# }
    place.write("collection.jsonl", lines.joined(separator: "\n"))
  }

  @Test("the same sources give the same bytes, whatever the threads", arguments: [2, 3])
  func deterministic(threads: Int) throws {
    writeMany()
    try place.update(adding: [place.sources])
    let alone = try place.content()
    try place.update(rebuilds: true, threads: threads)
    let together = try place.content()
    for suffix in ["-en.segment", "-id.segment", ".catalog"] {
      let one = try #require(alone["000001" + suffix])
      #expect(together["000002" + suffix] == one, "\(suffix)")
    }
  }

  /// Counts the terms of every passage of the index from its text, and looks each of them up.
  @Test("every term has the postings that the texts give", arguments: [1, 2])
  func terms(threads: Int) throws {
    writeMany()
    try place.update(adding: [place.sources], threads: threads)
    for language in ["en", "id"] {
      let path = place.index + "/000001-\(language).segment"
      let segment = try SegmentFile(MappedFile(path: path), path: path)
      let expected = try count(segment)
      let uniform = expected.filter { $0.key.form == .surface }.count { key, postings in
        expected[Key(form: .stem, term: key.term)] == postings
      }
      #expect(uniform > 100, "surface forms that share their stem's list and spelling")
      var entries = 0
      for (key, postings) in expected {
        let own = try segment.terms.entry(form: key.form, Array(key.term.utf8))
        if own != nil { entries += 1 }
        // A surface form that is the only one of its stem, and spelled like it, has no entry of its
        // own.
        let stem =
          key.form == .surface
          ? try segment.terms.entry(form: .stem, Array(key.term.utf8)) : nil
        let shared = stem?.isUniform == true ? stem : nil
        let entry = try #require(own ?? shared, "\(key.term)")
        #expect(own == nil || shared == nil)
        #expect(try read(entry, segment) == postings, "\(key.form) \(key.term)")
      }
      #expect(entries == segment.terms.count)
      withExtendedLifetime(segment) {}
    }
  }

  private struct Key: Hashable {
    var form: TermForm
    var term: String
  }

  private func count(_ segment: SegmentFile) throws -> [Key: [Int: Int]] {
    let analyzer = Analyzer(language: Language(rawValue: segment.properties.language))
    var text = BlockCache()
    var documents = BlockCache()
    var counts: [Key: [Int: Int]] = [:]
    for number in 0..<segment.properties.passageCount {
      let row = try segment.passage(number)
      let passage = try segment.text.withItem(number, cache: &text) {
        bytes in Result { try PassageRecord(decoding: bytes, of: row) }
      }.get()
      let record = try segment.documents.withItem(row.document, cache: &documents) {
        bytes in Result { try DocumentRecord(decoding: bytes) }
      }.get()
      let title = record.statements[.title]?.value ?? ""
      let text = try passage.text(of: row, title: title)
      // A passage of the title is not counted under its title once more.
      let context = ((row.isOfTitle ? [] : [title]) + passage.headings).flatMap {
        analyzer.analyze($0)
      }
      for token in context + analyzer.analyze(text) where !token.isStopWord {
        counts[Key(form: .stem, term: token.stem), default: [:]][number, default: 0] += 1
        counts[Key(form: .surface, term: token.surface), default: [:]][number, default: 0] += 1
      }
      for token in context where !token.isStopWord {
        counts[Key(form: .title, term: token.stem), default: [:]][number, default: 0] += 1
      }
    }
    return counts
  }

  private func read(_ entry: TermEntry, _ segment: SegmentFile) throws -> [Int: Int] {
    let list = try PostingList(
      entry, in: segment.postings, passageCount: segment.properties.passageCount)
    let room = UnsafeMutablePointer<UInt32>.allocate(capacity: 256)
    defer { room.deallocate() }
    var postings: [Int: Int] = [:]
    for block in 0..<list.blockCount {
      let packed = try #require(list.unpackPassages(ofBlock: block, into: room))
      packed.unpack(into: room + 128)
      for slot in 0..<list.postingCount(ofBlock: block) {
        postings[Int(room[slot])] = Int(room[128 + slot])
      }
    }
    return postings
  }

  @Test("the summary and the status say what there is, and what was left out and why")
  func statistics() throws {
    place.write("a.txt", "The apple is a fruit that people know.\n")
    place.write("b.txt", "Apel adalah buah yang dikenal oleh banyak orang.\n")
    place.write("empty.txt", "")
    place.write("picture.png", "\u{0}\u{1}")
    let broken = place.write(
      "c.jsonl", "{\"_id\": \"x\", \"text\": \"The pear is a fruit.\"}\nnothing\n")
    let bytes = try ["a.txt", "b.txt", "empty.txt", "c.jsonl"].reduce(0) {
      $0 + (try readFile(place.sources + "/" + $1).count)
    }
    let last = Mutex(IndexProgress())
    let summary = try updateIndex(
      IndexRequest(folder: place.index, adding: [place.sources], threads: 2),
      progress: { progress in
        last.withLock { if progress.bytesRead > $0.bytesRead { $0 = progress } }
      })
    #expect(summary.sources == 3)
    #expect(summary.documents == 3)
    #expect(summary.sourceBytes == bytes)
    #expect(summary.passages == ["en": 2, "id": 1])
    #expect(
      last.withLock { $0 } == IndexProgress(documents: 3, bytesRead: bytes, bytesTotal: bytes))
    #expect(summary.skipped.count == 3)
    #expect(
      summary.skipped.contains(SkippedSource(path: place.sources + "/empty.txt", reason: .empty)))
    #expect(
      summary.skipped.contains {
        if case .malformedLine(2, .json) = $0.reason { return $0.path == broken }
        return false
      })
    let reader = try IndexReader(opening: place.index)
    let status = try reader.status()
    #expect(status.languages.map(\.language) == [.english, .indonesian])
    #expect(status.languages.map(\.passages) == [2, 1])
    #expect(status.languages.map(\.documents) == [2, 1])
    #expect(status.bytes == summary.indexBytes)
    #expect(status.catalog?.skipped.compactMap { SkippedSource($0) } == summary.skipped)
    // A run that changes nothing reports the same.
    let again = try place.update()
    #expect(again.isUnchanged && again.documents == 3 && again.passages == summary.passages)
    #expect(again.skipped == summary.skipped && again.indexBytes == summary.indexBytes)
  }

  @Test("a document of two languages is one document with passages in both")
  func twoLanguages() throws {
    place.write(
      "both.txt",
      String(repeating: "The apple is a fruit that people in this country know well. ", count: 12)
        + "\n\n"
        + String(
          repeating: "Apel adalah buah yang dikenal oleh banyak orang di negara ini. ", count: 12)
    )
    let summary = try place.update(adding: [place.sources])
    #expect(summary.documents == 1 && summary.passages == ["en": 1, "id": 1])
    #expect(try place.update().documents == 1)
    #expect(try place.found("apple apel") == ["sources/both.txt"])
  }

  @Test("a folder with nothing to read gives an empty index that can be asked")
  func nothingToRead() throws {
    place.write("empty.txt", "")
    let summary = try place.update(adding: [place.sources])
    #expect(summary.documents == 0 && summary.passages.isEmpty && summary.skipped.count == 1)
    #expect(try place.found("apple").isEmpty)
  }

  @Test("two workers' vocabularies become one, in the order of their bytes")
  func mergedVocabulary() {
    let analyzer = Analyzer(language: .english)
    let words = [
      ["visits", "apple", "visit", "zebra"], ["visiting", "apple", "apples", "visit", "é"], [],
    ]
    let vocabularies = words.map { words in
      var vocabulary = Vocabulary()
      for word in words + words { _ = vocabulary.id(of: word.utf8.span, analyzer: analyzer) }
      #expect(vocabulary.count == words.count)
      return vocabulary
    }
    let merged = MergedVocabulary(vocabularies)
    func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
    for (worker, words) in words.enumerated() {
      #expect(merged.numbers[worker].map { text(merged.surface(Int($0))) } == words)
    }
    #expect(
      merged.orderBySurface().map { text(merged.surface(Int($0))) } == [
        "apple", "apples", "visit", "visiting", "visits", "zebra", "é",
      ])
    let groups = merged.groupsByStem().map { Set($0.map { text(merged.surface(Int($0))) }) }
    #expect(
      groups == [["apple", "apples"], ["visit", "visiting", "visits"], ["zebra"], ["é"]])
  }

  @Test(
    "a reason to skip comes back from the catalog",
    arguments: [
      SkippedSource.Reason.binary, .notUTF8(offset: 7), .unreadable(code: 13), .empty,
      .tooLarge(bytes: 1 << 40), .unsupportedFormat("pdf"), .special, .symbolicLinkLoop,
      .changedWhileRead, .damagedCompression, .nestedTooDeeply, .unpacksTooLarge, .damaged,
      .encrypted, .noTextLayer, .helperMissing(command: "pdftotext", package: "poppler-utils"),
      .helperFailed(command: "mandoc"), .unusableName, .cutOff, .partlyRead,
      .unsupportedEncoding("EUC-KR"),
      .malformedLine(3, .missingID), .malformedLine(4, .missingContent),
      .malformedLine(5, .tooLong), .malformedLine(0, .repeatedID("a\tb", first: "/x:7")),
    ])
  func reasons(reason: SkippedSource.Reason) {
    let skipped = SkippedSource(path: "/x y", reason: reason)
    #expect(SkippedSource(Catalog.Skip(skipped)) == skipped)
  }

  @Test("lines are numbered in any order of asking")
  func lineCounter() {
    var lines = LineCounter("a\nbb\n\nc")
    #expect(
      [0, 1, 2, 4, 5, 6, 100, 2, 0].map { lines.line(at: $0) } == [1, 1, 2, 2, 3, 4, 4, 2, 1])
  }
}
