import Corpus
import Glibc
import Platform
import Retrieval
import SegmentFormat
import TestSupport
import Testing

@testable import Indexing

@Suite("A folder that lives") struct LivingFolderTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    place.write("apple.txt", "The apple is a fruit that people know.")
    place.write("page.html", "<p>The banana is a fruit that people know.</p>")
    try place.update(adding: [place.sources])
  }

  /// Sets the time of a file, in seconds since 1970.
  private func setTime(_ name: String, _ seconds: Int) {
    var times = [timespec(tv_sec: seconds, tv_nsec: 0), timespec(tv_sec: seconds, tv_nsec: 0)]
    utimensat(AT_FDCWD, "\(place.sources)/\(name)", &times, 0)
  }

  private func catalog() throws -> Catalog {
    try #require(try IndexReader(opening: place.index).catalog())
  }

  @Test("a file that is merely touched is not read again; its new time is noted")
  func touched() throws {
    let before = place.segments
    setTime("apple.txt", 1_000_000_000)
    #expect(try place.update().isUnchanged)
    #expect(place.segments == before)
    let source = try #require(try catalog().sources.first)
    #expect(source.stamp.modified == 1_000_000_000_000_000_000)
    #expect(source.record.modified != source.stamp.modified, "as its segment has it")
    let content = try place.content()
    #expect(try place.update().isUnchanged)
    #expect(try place.content() == content, "now nothing is written")
    // What was touched once is still known by its record.
    unlink(place.sources + "/page.html")
    try place.update()
    #expect(try place.found("fruit") == ["sources/apple.txt"])
  }

  @Test("a file of equal size and time that takes the place of another is read", arguments: [1, 3])
  func replaced(times: Int) throws {
    setTime("apple.txt", 1_000_000_000)
    try place.update()
    let words = ["apple", "pears", "plums", "kiwis"]
    for round in 1...times {
      let word = words[round]
      place.write("new.txt", "The \(word) is a fruit that people know.")
      setTime("new.txt", 1_000_000_000)
      rename(place.sources + "/new.txt", place.sources + "/apple.txt")
      #expect(try !place.update().isUnchanged)
      #expect(try place.found(word) == ["sources/apple.txt"])
      if round > 1 { #expect(try place.found(words[round - 1]).isEmpty) }
      #expect(try place.found("fruit") == ["sources/apple.txt", "sources/page.html"])
      #expect(try IndexReader(opening: place.index).verify().isEmpty)
    }
  }

  @Test("a file that is written again right after it was indexed has another time")
  func rewritten() throws {
    for word in ["pears", "plums", "kiwis"] {
      place.write("apple.txt", "The \(word) is a fruit that people know.")
      #expect(try !place.update().isUnchanged)
      #expect(try place.found(word) == ["sources/apple.txt"])
    }
  }

  @Test("an index that is moved together with its sources finds them")
  func moved() throws {
    let folder = try TemporaryFolder()
    #expect(rename(place.index, folder.place("two/index")) == 0)
    #expect(rename(place.sources, folder.place("two/sources")) == 0)
    func update() throws -> IndexSummary {
      try updateIndex(IndexRequest(folder: folder.path + "/two/index", threads: 1, cache: nil))
    }
    #expect(try update().documents == 2)
    let moved = try #require(try IndexReader(opening: folder.path + "/two/index").catalog())
    #expect(moved.roots == [folder.path + "/two/sources"])
    #expect(moved.sources.allSatisfy { $0.record.path.hasPrefix(folder.path + "/two/sources/") })
    #expect(try update().isUnchanged)
  }

  @Test("a root that is gone and not beside the moved index is an error")
  func lost() throws {
    let folder = try TemporaryFolder()
    #expect(rename(place.index, folder.place("two/index")) == 0)
    #expect(rename(place.sources, folder.place("else/sources")) == 0)
    #expect(throws: IndexingError.source(FileError(.status, path: place.sources, code: ENOENT))) {
      try updateIndex(IndexRequest(folder: folder.path + "/two/index", threads: 1, cache: nil))
    }
  }

  @Test("collections are known by their content too")
  func collections() throws {
    place.write("c.jsonl", #"{"_id": "x", "text": "Some words."}"# + "\n")
    try place.update()
    setTime("c.jsonl", 1_000_000_000)
    #expect(try place.update().isUnchanged)
    #expect(try catalog().sources.allSatisfy { $0.stamp.contentHash != 0 })
  }
}
