import Answering
import Corpus
import Glibc
import Indexing
import Library
import Model
import Platform
import Retrieval
import TestSupport
import Testing

struct LibraryTests {
  @Test("a folder is indexed, opened and asked, and what changed is picked up")
  func updates() throws {
    let notes = try Notes()
    let library = try notes.open()
    #expect(try library.documents().map(\.id) == ["notes/harbour.md", "notes/workshop.md"])
    #expect(try notes.update().isUnchanged)
    notes.folder.write("notes/dam.txt", "The dam was built by Wijaya in 1998.\n")
    let summary = try notes.update()
    #expect(!summary.isUnchanged && summary.documents == 3)
    // An open library keeps its state.
    #expect(try library.documents().count == 2)
    let answered = try notes.open().makeReader().ask("When was the dam built?")
    #expect(answered.answer.text == "1998")
  }

  @Test("a folder that is no index is an error that says so")
  func refusesFolder() throws {
    let folder = try TemporaryFolder()
    #expect(throws: IndexError.noIndex(path: folder.path)) { try Library(.folder(folder.path)) }
    folder.write("letter.txt", "Dear all")
    #expect(
      throws: IndexingError.folderTaken(path: folder.path, found: "letter.txt")
    ) {
      try Library.update(IndexRequest(folder: folder.path, adding: ["/nowhere"], threads: 1))
    }
  }

  @Test("a cancelled update leaves the index as it was")
  func cancels() throws {
    let notes = try Notes()
    notes.folder.write("notes/dam.txt", "The dam was built by Wijaya in 1998.\n")
    #expect(throws: IndexingError.interrupted) {
      try Library.update(
        IndexRequest(folder: notes.index, threads: 1), isCancelled: { true })
    }
    #expect(try notes.open().documents().count == 2)
  }

  @Test("the status lists what is held, skipped and changed")
  func status() throws {
    let notes = try Notes()
    notes.folder.write("notes/picture.txt", [0, 1, 2])
    try notes.update()
    var status = try notes.open().status()
    #expect(status.documents == 2 && status.passages > 0 && status.changes.isEmpty)
    #expect(status.skipped.map(\.path) == [notes.folder.path + "/notes/picture.txt"])
    #expect(status.folder == notes.index)
    notes.folder.write("notes/new.txt", "New.")
    notes.folder.write("notes/harbour.md", "Nothing.")
    unlink(notes.folder.place("notes/workshop.md"))
    status = try notes.open().status()
    #expect(status.changes.added.map(\.lastName) == ["new.txt"])
    #expect(status.changes.changed.map(\.lastName) == ["harbour.md"])
    #expect(status.changes.removed.map(\.lastName) == ["workshop.md"])
  }

  @Test("a damaged byte is found")
  func verifies() throws {
    let notes = try Notes()
    #expect(try notes.open().verify().isEmpty)
    let segment = try #require(
      Folder.names(in: notes.index).first { $0.hasSuffix(".segment") || $0.contains("segment") })
    var bytes = try readFile("\(notes.index)/\(segment)")
    bytes[bytes.count / 2] ^= 1
    notes.folder.write("index/\(segment)", bytes)
    #expect(try !notes.open().verify().isEmpty)
  }

  @Test("words of the index begin like a prefix, or follow another word")
  func words() throws {
    let library = try Notes().open()
    #expect(library.words(startingWith: "harb", limit: 5) == ["harbour"])
    #expect(library.words(after: "Dewi", startingWith: "L", limit: 5) == ["Lestari"])
    #expect(library.words(after: "", startingWith: "", limit: 5).isEmpty)
  }

  @Test("every document has an origin, the built-in ones their own text")
  func origins() throws {
    let notes = try Notes()
    let library = try notes.open()
    let paths = try library.documents().map { library.origin(of: $0)?.path }
    #expect(
      paths == ["harbour.md", "workshop.md"].map { notes.folder.path + "/notes/" + $0 })
    let builtIn = try Library(.builtIn)
    let article = try #require(builtIn.documents().first)
    guard case .builtIn(let text) = builtIn.origin(of: article) else {
      Issue.record("no built-in text")
      return
    }
    #expect(!text.isEmpty)
  }

  @Test("a reader that knows a word finds an entry that is added for it")
  func glossaryOfKnownWord() throws {
    let notes = try Notes(["harbour.md": Notes.harbour])
    let library = try notes.open()
    let reader = library.makeReader()
    func englishWords() -> [String] {
      let sets = reader.analyze("Kapan dermaga dibuka?").concepts[.english] ?? []
      let set = sets.first { $0.members[0].words[0].surface == "dermaga" }
      return (set?.members ?? []).dropFirst().flatMap(\.words).map(\.surface)
    }
    for _ in 0..<2 { #expect(!englishWords().contains("harbour")) }
    _ = try library.addTranslation("dermaga", of: "harbour")
    for _ in 0..<2 { #expect(englishWords().contains("harbour")) }
  }

  @Test("an entry of the glossary serves the next question")
  func glossary() throws {
    let notes = try Notes(["teluk.md": "Pelabuhan itu dibuka oleh gubernur pada tahun 2025.\n"])
    let library = try notes.open()
    let added = try #require(try library.addTranslation("pelabuhan", of: "anchorage"))
    #expect(added.isNew)
    #expect(!library.translations(of: "anchorage").isEmpty)
    let answered = try library.makeReader().ask("When was the anchorage opened?")
    #expect(answered.answer.citations.first?.snippet.contains("Pelabuhan") == true)
    #expect(try Library(.builtIn).addTranslation("a", of: "b") == nil)
  }
}

extension String {
  fileprivate var lastName: Substring { split(separator: "/").last ?? "" }
}
