import Answering
import Indexing
import Library
import Model
import Retrieval
import TestSupport
import Testing

/// Two libraries that are asked as one, against one index over the same documents.
struct SeveralLibrariesTests {
  private let folder: TemporaryFolder
  private let one: Library
  private let both: Library

  /// The folders are named so that the order of libraries is that of their sources in one index.
  init() throws {
    let folder = try TemporaryFolder()
    self.folder = folder
    var random = SplitMix64(seed: 18)
    for number in 0..<60 {
      let root = number < 23 ? "a-work" : "b-home"
      folder.write("\(root)/note-\(number).md", Self.note(number, &random))
    }
    folder.write("a-work/same.md", "The quay of the harbour was built in 1911.\n")
    folder.write("b-home/same.md", "The quay of the harbour was built in 1911.\n")
    for (index, roots) in [("one", ["a-work", "b-home"]), ("a", ["a-work"]), ("b", ["b-home"])] {
      try Library.update(
        IndexRequest(
          folder: "\(folder.path)/\(index)", adding: roots.map { "\(folder.path)/\($0)" },
          threads: 2))
    }
    // Several segments, deleted passages and an order of sources, in one of the two and in both.
    folder.write("a-work/note-3.md", "The library of Solo was opened by Ratna in 1964.\n")
    for index in ["one", "a"] {
      try Library.update(IndexRequest(folder: "\(folder.path)/\(index)", threads: 2))
    }
    one = try Library(.folder(folder.path + "/one"))
    both = try Library(
      .libraries(["a", "b"].map { NamedIndex(name: $0, folder: "\(folder.path)/\($0)") }))
  }

  private static let places = ["harbour", "library", "bridge", "school", "market", "jembatan"]
  private static let towns = ["Solo", "Ambon", "Bandung", "Sabang", "Town Harbour Authority (THA)"]

  private static func note(_ number: Int, _ random: inout SplitMix64) -> String {
    let place = places[Int.random(in: 0..<places.count, using: &random)]
    let town = towns[Int.random(in: 0..<towns.count, using: &random)]
    return place == "jembatan"
      ? "# Catatan \(number)\n\nJembatan di kota \(town) itu dibuka pada tahun \(1900 + number) oleh warga kota.\n"
      : "# Note \(number)\n\nThe \(place) of \(town) was opened in \(1900 + number) by the people of the town.\n"
  }

  private static let questions = [
    "When was the harbour of Ambon opened?", "Who opened the library of Solo?",
    "Kapan jembatan di Bandung dibuka?", "the market of Sabang", "What is THA?",
    "When was the quay of the harbour built?", "\"the school of\" opened", "bridge -Solo",
    "Which town harbour authority opened a bridge?", "notes about the opera house",
  ]

  private func id(_ document: StoredDocument) -> String {
    document.library == nil ? document.id : String(document.id.dropFirst(2))
  }

  @Test("answers are those of one index over both", arguments: questions)
  func answers(question: String) throws {
    let expected = try one.makeReader().ask(question, top: 5).answer
    let found = try both.makeReader().ask(question, top: 5).answer
    #expect(found.verdict == expected.verdict && found.headline == expected.headline)
    #expect(found.missing == expected.missing && found.support == expected.support)
    #expect(
      found.citations.map { id($0.passage.document) }
        == expected.citations.map { $0.passage.document.id })
    #expect(found.citations.map(\.snippet) == expected.citations.map(\.snippet))
    #expect(found.citations.map(\.score) == expected.citations.map(\.score))
  }

  @Test("hits are those of one index over both, with their scores", arguments: questions)
  func hits(question: String) throws {
    for weighting in [SearchOptions.Weighting.default, .bm25, .tfidf] {
      let options = AskOptions(search: SearchOptions(weighting: weighting))
      let expected = try one.makeReader(options).retrieve(question, top: 100)
      let found = try both.makeReader(options).retrieve(question, top: 100)
      #expect(found.map { String($0.id.dropFirst(2)) } == expected.map(\.id))
      #expect(found.map(\.score) == expected.map(\.score))
    }
  }

  @Test("a citation says which library it is from, and libraries can be chosen")
  func names() throws {
    let answer = try both.makeReader().ask("When was the quay of the harbour built?").answer
    let document = try #require(answer.citations.first?.passage.document)
    #expect(document.library == "a" && document.id == "a/a-work/same.md")
    #expect(document.source == "a-work/same.md")
    var narrowing = Narrowing()
    narrowing.libraries = ["b"]
    let scope = try #require(try both.scope(of: narrowing))
    #expect(scope.documentCount == 38)
    let narrowed = try both.makeReader(within: scope).ask("When was the quay of the harbour built?")
    #expect(narrowed.answer.citations.allSatisfy { $0.passage.document.library == "b" })
  }

  @Test("documents, passages and status are those of both")
  func contents() throws {
    let documents = try both.documents()
    #expect(documents.count == 62 && Set(documents.map(\.id)).count == 62)
    let reader = both.makeReader()
    #expect(try reader.documents(named: "same.md") == ["a/a-work/same.md", "b/b-home/same.md"])
    #expect(try reader.documents(named: "b-home/same.md") == ["b/b-home/same.md"])
    #expect(try reader.passages(ofDocument: "b/b-home/same.md").count == 1)
    let status = try both.status()
    #expect(status.documents == 62 && status.changes.isEmpty && status.folders.count == 2)
    folder.write("b-home/new.md", "A new note.\n")
    #expect(try both.changes().added == ["\(folder.path)/b-home/new.md"])
    #expect(both.verify().isEmpty)
  }

  @Test("one that cannot be read is named")
  func fails() throws {
    let indexes = ["a", "none"].map { NamedIndex(name: $0, folder: "\(folder.path)/\($0)") }
    #expect(throws: IndexError.noIndex(path: folder.path + "/none")) {
      try Library(.libraries(indexes))
    }
  }
}
