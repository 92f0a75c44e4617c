import Bytes
import Corpus
import Glibc
import Platform
import Retrieval
import SegmentFormat
import Synchronization
import TestSupport
import Testing

@testable import Indexing

@Suite("Updating an index") struct UpdateTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    place.write("apple.txt", "The apple is a fruit that people know.")
    place.write("banana.md", "# Banana\n\nThe banana is a fruit that people know.")
  }

  @Test("what was not changed is not written again")
  func unchanged() throws {
    #expect(try !place.update(adding: [place.sources]).isUnchanged)
    let before = try place.content()
    for adding in [[], [place.sources]] {
      let summary = try place.update(adding: adding)
      #expect(summary.isUnchanged && summary.sources == 2 && summary.documents == 2)
      #expect(summary.passages == ["en": 3])
    }
    #expect(try place.content() == before)
    #expect(try !place.update(rebuilds: true).isUnchanged)
  }

  @Test("a changed, a new and a deleted file are noticed without naming them")
  func noticed() throws {
    try place.update(adding: [place.sources])
    #expect(try place.found("fruit") == ["sources/apple.txt", "sources/banana.md"])
    place.write("apple.txt", "The apple is now called a berry by many people.")
    #expect(try !place.update().isUnchanged)
    #expect(try place.found("fruit") == ["sources/banana.md"])
    place.write("cherry.txt", "The cherry is a fruit that people know.")
    #expect(try !place.update().isUnchanged)
    #expect(try place.found("fruit") == ["sources/banana.md", "sources/cherry.txt"])
    unlink(place.sources + "/banana.md")
    #expect(try !place.update().isUnchanged)
    #expect(try place.found("fruit") == ["sources/cherry.txt"])
    #expect(try IndexReader(opening: place.index).verify().isEmpty)
    #expect(
      place.names == [
        "000003-en.segment", "000004-000003-en.deletions", "000004.catalog", "lock", "manifest",
      ], "nothing is left of what was joined")
  }

  @Test("paths are added and removed; one that is not indexed cannot be")
  func roots() throws {
    let apple = place.sources + "/apple.txt"
    let banana = place.sources + "/banana.md"
    try place.update(adding: [apple])
    try place.update(adding: [banana])
    #expect(try place.found("fruit") == ["apple.txt", "banana.md"])
    #expect(throws: IndexingError.notIndexed(path: "/nowhere")) {
      try place.update(removing: ["/nowhere"])
    }
    try place.update(removing: [apple])
    #expect(try place.found("fruit") == ["banana.md"])
    try place.update(removing: [banana])
    #expect(try place.found("fruit") == [])
    #expect(try IndexReader(opening: place.index).catalog()?.roots == [])
  }

  @Test("without a path there is nothing to index; a missing one is an error")
  func nothing() throws {
    #expect(throws: IndexingError.nothingToIndex(path: place.index)) { try place.update() }
    #expect(throws: IndexingError.source(FileError(.status, path: "/nowhere", code: ENOENT))) {
      try place.update(adding: ["/nowhere"])
    }
    try place.update(adding: [place.sources])
    #expect(throws: IndexingError.self) { try place.update(adding: ["/nowhere"]) }
    #expect(try place.found("fruit").count == 2)
  }

  @Test("of two documents with one id the first is kept, the other is reported", arguments: [1, 2])
  func duplicates(threads: Int) throws {
    try place.update(adding: [place.sources])
    let line = #"{"_id": "x", "text": "Some words."}"#
    let first = place.write("a.jsonl", #"{"_id": "y", "text": "More words."}"# + "\n" + line)
    let second = place.write("b.jsonl", line)
    let summary = try place.update(threads: threads)
    #expect(
      summary.skipped == [
        SkippedSource(
          path: second, reason: .malformedLine(1, .repeatedID("x", first: first + ":2")))
      ])
    #expect(summary.documents == 4)
    #expect(try place.found("words").count == 2 && place.found("fruit").count == 2)
    // The report is kept, and so is the document that had the id first.
    let third = place.write("0.jsonl", line)
    let again = try place.update(threads: threads)
    #expect(again.skipped.count == 2 && again.skipped.contains { $0.path == third })
    #expect(try place.found("words").count == 2)
  }

  @Test("an id that a collection repeats costs its later lines only")
  func repeatsInOneCollection() throws {
    let lines = (0..<50).map { #"{"_id": "\#($0 % 20)", "text": "Some words of line \#($0)."}"# }
    place.write("c.jsonl", lines.joined(separator: "\n"))
    let summary = try place.update(adding: [place.sources + "/c.jsonl"], memory: 1)
    #expect(summary.documents == 20 && summary.skipped.count == 30)
    #expect(try place.found("words").count == 20)
  }

  @Test(
    "a folder that holds something else is refused and left as it is",
    arguments: ["thesis.txt", "manifest", "1.segment", "x.catalog", "manifest.old"], [false, true])
  func takenFolder(name: String, rebuilds: Bool) throws {
    place.folder.write("index/" + name, "mine")
    #expect(throws: IndexingError.folderTaken(path: place.index, found: name)) {
      try place.update(adding: [place.sources], rebuilds: rebuilds)
    }
    #expect(place.names == [name])
    #expect(try readFile(place.index + "/" + name) == Array("mine".utf8))
  }

  @Test(
    "a folder with a README and left-overs of ours is free",
    arguments: [
      "README.md", ".gitignore", "000003-en.segment.17.new", "manifest.17.new", "000001.catalog",
    ])
  func freeFolder(name: String) throws {
    place.folder.write("index/" + name, "")
    try place.update(adding: [place.sources])
    #expect(try place.found("fruit").count == 2)
    #expect(place.names.contains(name) == ["README.md", ".gitignore"].contains(name))
  }

  @Test(
    "files that merely have names like ours are the user's: the folder is refused",
    arguments: [
      "202611-sales.order", "100234.names", "654321.catalog", "000001-en.segment",
      "000002-000001-en.deletions", "000001.catalog.17.new", "12345.catalog", "000001-.segment",
    ])
  func similarNames(name: String) throws {
    place.folder.write("index/" + name, "mine\n")
    #expect(throws: IndexingError.folderTaken(path: place.index, found: name)) {
      try place.update(adding: [place.sources])
    }
    #expect(place.folder.read("index/" + name) == "mine\n")
  }

  @Test("such files in an index are left alone")
  func similarNamesInIndex() throws {
    try place.update(adding: [place.sources])
    for name in ["000000-sales.order", "000000.names", "manifest.17.new"] {
      place.folder.write("index/" + name, "mine\n")
    }
    place.write("cherry.txt", "The cherry is a fruit that people know.")
    try place.update()
    for name in ["000000-sales.order", "000000.names", "manifest.17.new"] {
      #expect(place.folder.read("index/" + name) == "mine\n")
    }
  }

  @Test(
    "an index is readable by nobody who may not read its sources", arguments: [0o600, 0o640, 0o644])
  func permissions(bits: Int) throws {
    for name in try Folder.names(in: place.sources) {
      chmod(place.sources + "/" + name, mode_t(bits))
    }
    try place.update(adding: [place.sources])
    for name in place.names where name != "lock" {
      let permissions = try FileInfo(path: place.index + "/" + name).permissions
      #expect(permissions & ~UInt32(bits) == 0, "\(name)")
    }
  }

  @Test("an index that another run is writing is refused")
  func locked() throws {
    try place.update(adding: [place.sources])
    let lock = try #require(try FileLock(path: place.index + "/lock"))
    #expect(throws: IndexingError.locked(path: place.index)) { try place.update() }
    withExtendedLifetime(lock) {}
  }

  @Test("an index folder inside the indexed folder is not indexed")
  func nested() throws {
    place.folder.write("sources/index/README.md", "This fruit is no source.")
    let request = IndexRequest(
      folder: place.sources + "/index", adding: [place.sources], threads: 1)
    #expect(try updateIndex(request).sources == 2)
    #expect(try updateIndex(request).isUnchanged)
  }

  @Test("an interrupted run leaves the old state, and nothing else", arguments: [0, 1, 3])
  func cancelled(after count: Int) throws {
    try place.update(adding: [place.sources])
    let before = try place.content()
    for number in 0..<5 { place.write("new\(number).txt", "A new fruit number \(number).") }
    let asked = Mutex(0)
    #expect(throws: IndexingError.interrupted) {
      try updateIndex(
        IndexRequest(folder: place.index, threads: 2),
        isCancelled: {
          asked.withLock {
            $0 += 1
            return $0 > count
          }
        })
    }
    #expect(try place.content() == before)
    #expect(try place.found("fruit").count == 2)
    try place.update()
    #expect(try place.found("fruit").count == 7)
  }

  @Test("where the new state cannot be written, the old one stands")
  func failingWrite() throws {
    try place.update(adding: [place.sources])
    let before = try place.content()
    place.write("cherry.txt", "The cherry is a fruit that people know.")
    let manifest = place.index + "/manifest"
    let plan = FaultPlan(folder: place.index) { _, operation in
      if case .create(let path) = operation, path.hasPrefix(manifest) { EACCES } else { nil }
    }
    #expect(throws: IndexingError.file(FileError(.create, path: manifest, code: EACCES))) {
      try plan.whileActive { try place.update() }
    }
    #expect(try place.found("fruit").count == 2)
    for (file, bytes) in before { #expect(try readFile(place.index + "/" + file) == bytes) }
    #expect(try IndexReader(opening: place.index).verify().isEmpty)
    try place.update()
    #expect(try place.found("fruit").count == 3)
    #expect(place.names.count == 4, "lock, manifest, catalog, segment")
  }

  @Test(
    "what another run left is neither written over nor in the way",
    arguments: ["000002-en.segment", "000002.catalog", "000002-en.segment.17.new"])
  func leftOvers(name: String) throws {
    try place.update(adding: [place.sources])
    place.folder.write("index/" + name + "/file", "")
    place.write("cherry.txt", "The cherry is a fruit that people know.")
    try place.update()
    #expect(try place.found("fruit").count == 3)
    #expect(place.names.contains("000003.catalog"))
  }

  @Test(
    "a damaged index is an error, and is rebuilt from its sources without touching old files first",
    arguments: ["manifest", "000001.catalog", "000001-en.segment"])
  func damaged(name: String) throws {
    try place.update(adding: [place.sources])
    let path = place.index + "/" + name
    var bytes = try readFile(path)
    bytes.removeLast(3)
    place.folder.write("index/" + name, bytes)
    #expect(throws: IndexingError.self) { try place.update() }
    let summary = try place.update(adding: [place.sources], rebuilds: true)
    #expect(summary.documents == 2 && !summary.isUnchanged)
    #expect(try place.found("fruit").count == 2)
    #expect(try IndexReader(opening: place.index).verify().isEmpty)
    #expect(place.names == ["000002-en.segment", "000002.catalog", "lock", "manifest"])
  }

  @Test("segments of an older format are made anew from the sources; newer ones are left alone")
  func versions() throws {
    try place.update(adding: [place.sources])
    let path = place.index + "/000001-en.segment"
    var bytes = try readFile(path)
    bytes[8] += 1
    place.folder.write("index/000001-en.segment", bytes)
    #expect(
      throws: IndexingError.format(
        FormatError(.newer(SegmentLayout.version + 1), file: path, offset: 8))
    ) { try place.update() }
    bytes[8] -= 2
    place.folder.write("index/000001-en.segment", bytes)
    #expect(try place.update().documents == 2)
    #expect(try place.found("fruit").count == 2)
    #expect(place.segments == ["000002-en.segment"])
  }

  @Test("an index of older files is made anew from the sources that its catalog names")
  func olderFiles() throws {
    try place.update(adding: [place.sources])
    let manifest = place.index + "/manifest"
    var state = try #require(try IndexState(of: place.index))
    state.manifest.version = 2
    place.folder.write("index/manifest", state.manifest.encode())
    let catalog = "index/000001.catalog"
    var bytes = try readFile(place.folder.path + "/" + catalog)
    bytes[8] = 2
    place.folder.write(catalog, bytes)
    #expect(throws: IndexError.format(FormatError(.older(2), file: manifest))) {
      try IndexReader(opening: place.index)
    }
    let summary = try place.update()
    #expect(summary.change == .upgrade && summary.documents == 2)
    #expect(try IndexReader(opening: place.index).verify().isEmpty)
    #expect(try place.found("fruit").count == 2)
    #expect(place.names == ["000002-en.segment", "000002.catalog", "lock", "manifest"])
    #expect(try place.update().change == .nothing)
  }

  @Test("a damaged segment is made anew from the sources that its catalog names")
  func damagedSegment() throws {
    try place.update(adding: [place.sources])
    place.folder.write("index/000001-en.segment", "no segment")
    #expect(throws: IndexingError.self) { try place.update() }
    #expect(try place.update(rebuilds: true).change == .update)
    #expect(try place.found("fruit").count == 2)
  }

  @Test("damage of deletions does not go on into new ones")
  func damagedDeletions() throws {
    for number in 0..<9 {
      place.write("more\(number).txt", "The fruit of tree \(number) is sweet.")
    }
    try place.update(adding: [place.sources])
    place.write("more1.txt", "Nothing.")
    try place.update()
    let name = try #require(place.names.first { $0.hasSuffix(".deletions") })
    var bytes = try readFile(place.index + "/" + name)
    // Delete another passage instead of the one that was deleted.
    bytes[40] = bytes[40] << 1 | bytes[40] >> 7
    place.folder.write("index/" + name, bytes)
    place.write("more2.txt", "Nothing.")
    let error = #expect(throws: IndexingError.self) { try place.update() }
    guard case .format(let format) = error, case .checksum = format.kind else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(format.file == place.index + "/" + name)
  }

  @Test("a changed byte of any file is found by verifying", arguments: [0, 1, 2])
  func verify(file: Int) throws {
    try place.update(adding: [place.sources])
    let names = place.names.filter { $0 != "lock" }
    let name = names[file]
    var bytes = try readFile(place.index + "/" + name)
    bytes[bytes.count / 2] ^= 4
    place.folder.write("index/" + name, bytes)
    do {
      #expect(try !IndexReader(opening: place.index).verify().isEmpty)
    } catch {
      guard case .format(let error) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(error.file == place.index + "/" + name)
    }
  }

  @Test("a file that could not be read is tried again once it can be, be it unchanged")
  func readableAgain() throws {
    try place.update(adding: [place.sources])
    let walk = try SourceWalk(paths: [place.sources]).sources()
    var state = try #require(try IndexState(of: place.index))
    #expect(try UpdatePlan(old: state, walk).changesNothing)
    let paths = walk.files.map(\.path) + [place.sources + "/gone.txt"]
    for (path, isRead) in zip(paths, [true, true, false]) {
      state.catalog.skipped = [
        Catalog.Skip(SkippedSource(path: path, reason: .unreadable(code: EACCES)))
      ]
      let plan = try UpdatePlan(old: state, walk)
      #expect(plan.files.contains { $0.path == path } == isRead)
    }
  }

  @Test("an index that lies among the sources is none of them")
  func innerIndex() throws {
    let inner = place.sources + "/inner"
    let request = IndexRequest(folder: inner, adding: [place.sources + "/apple.txt"], threads: 1)
    _ = try updateIndex(request)
    place.write("inner/README.md", "A fruit salad.")
    let summary = try place.update(adding: [place.sources])
    #expect(summary.skipped.isEmpty)
    #expect(try place.found("fruit") == ["sources/apple.txt", "sources/banana.md"])
  }
}
