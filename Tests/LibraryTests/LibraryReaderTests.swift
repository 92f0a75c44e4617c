import Answering
import Corpus
import Glibc
import Library
import Platform
import Retrieval
import TestSupport
import Testing

struct LibraryReaderTests {
  private static let question = "Who opened the workshop in Bandung?"

  @Test("an answer quotes its source and carries the analysed question")
  func asks() throws {
    let notes = try Notes()
    let answered = try notes.open().makeReader().ask(Self.question, id: "7", top: 2)
    #expect(answered.id == "7" && answered.query.text == Self.question)
    #expect(answered.answer.verdict == .answered && answered.answer.text == "Dewi Lestari")
    let citation = try #require(answered.answer.citations.first)
    let source = try #require(notes.folder.read("notes/workshop.md"))
    #expect(Array(source.utf8)[citation.bytes].elementsEqual(citation.snippet.utf8))
    #expect(answered.sourceState(ofCitationAt: 0) == .unchanged)
    #expect(answered.sourceState(ofCitationAt: 99) == nil)
  }

  @Test("threads with readers of their own give the same answer")
  func shares() throws {
    let library = try Notes().open()
    let expected = try library.makeReader().ask(Self.question).answer
    let tasks = NumberedTasks<Answer, IndexError>(count: 20)
    onThreads(4) { _ in
      let reader = library.makeReader()
      while let number = tasks.next() {
        do throws(IndexError) {
          tasks.finish(number, with: try reader.ask(Self.question).answer)
        } catch {
          tasks.fail(error)
        }
      }
    }
    #expect(try tasks.results().allSatisfy { $0 == expected })
  }

  @Test("an explanation from the answer's own search is that of a search for itself")
  func explains() throws {
    let reader = try Library(.builtIn).makeReader()
    for question in ["Who leads the AI Hub?", "Berapa talenta digital yang ditargetkan?"] {
      let answered = try reader.ask(question)
      var other = AnsweredQuestion(query: answered.query, answer: answered.answer)
      #expect(other.explanations.isEmpty)
      other.explanations = try reader.explain(other)
      #expect(try reader.explain(answered) == other.explanations)
      let first = try #require(other.explanations.first ?? nil)
      #expect(first.score > 0 && !first.evidence.isEmpty && !first.parts.isEmpty)
    }
  }

  @Test("only the documents of a scope are asked")
  func narrows() throws {
    let library = try Notes().open()
    #expect(try library.scope(of: Narrowing()) == nil)
    let old = Narrowing(patterns: [DocumentPattern("harbour")])
    let scope = try #require(try library.scope(of: old))
    #expect(scope.documentCount == 1)
    let answered = try library.makeReader(within: scope).ask("Who opened it?", top: 5)
    #expect(answered.answer.citations.allSatisfy { $0.passage.document.id == "notes/harbour.md" })
    let none = Narrowing(since: DateBorder("2027"))
    #expect(try library.scope(of: none)?.documentCount == 0)
  }

  @Test("documents are ranked, each once")
  func retrieves() throws {
    let found = try Notes().open().makeReader().retrieve("opened", top: 10).map(\.id)
    #expect(Set(found) == ["notes/harbour.md", "notes/workshop.md"] && found.count == 2)
  }

  @Test("facts about a topic can be referred to like an answer")
  func facts() throws {
    let facts = try Notes().open().makeReader().facts(.dates, about: "harbour")
    #expect(facts.table.facts.count >= 1)
    #expect(facts.sentences.answer.citations == facts.table.citations)
    #expect(facts.sentences.isWhole && facts.sentences.answer.verdict == .related)
  }

  @Test("a misspelt word is corrected, unless the question was answered")
  func corrects() throws {
    let reader = try Notes().open().makeReader()
    let misspelt = try reader.ask("What did the harbuor cost?")
    #expect(
      try reader.corrections(of: misspelt).map(\.meant)
        == (misspelt.answer.verdict == .answered ? [] : ["harbour"]))
    let unknown = try reader.ask("Where is the harbuor?")
    #expect(try reader.corrections(of: unknown).map(\.typed) == ["harbuor"])
    #expect(try reader.corrections(of: reader.ask(Self.question)).isEmpty)
  }

  @Test("a foreign index is read, and no file that it names is")
  func foreign() throws {
    let notes = try Notes()
    _ = try notes.open()
    let library = try Library(.foreign(notes.folder.path + "/index"))
    let answered = try library.makeReader().ask(Self.question)
    let citation = try #require(answered.answer.citations.first)
    #expect(answered.sourceState(ofCitationAt: 0) == nil)
    #expect(library.origin(of: citation.passage.document) == nil)
    #expect(library.isForeign && library.glossaryPath == nil)
    #expect(try library.status().changes.isEmpty)
  }

  @Test("a changed text is never called unchanged, whatever the file's size and time say")
  func noticesSilentChanges() throws {
    let notes = try Notes()
    let path = notes.folder.place("notes/workshop.md")
    let before = try FileInfo(path: path)
    let reader = try notes.open().makeReader()
    let swapped = Notes.workshop.replacing("a", with: "e").replacing("o", with: "u")
    notes.folder.write("notes/workshop.md", swapped)
    let time = timespec(
      tv_sec: Int(before.modified / 1_000_000_000), tv_nsec: Int(before.modified % 1_000_000_000))
    #expect(utimensat(AT_FDCWD, path, [time, time], 0) == 0)
    let after = try FileInfo(path: path)
    #expect(after.size == before.size && after.modified == before.modified)
    #expect(try reader.ask(Self.question, top: 1).sourceState(ofCitationAt: 0) == .changed)
  }

  @Test("a source that changed after indexing is noticed")
  func noticesChanges() throws {
    let notes = try Notes()
    let reader = try notes.open().makeReader()
    func state() throws -> SourceState? {
      try reader.ask(Self.question, top: 1).sourceState(ofCitationAt: 0)
    }
    notes.folder.write("notes/workshop.md", "A new line.\n" + Notes.workshop)
    #expect(try state() == .moved)
    notes.folder.write("notes/workshop.md", "Another text.\n")
    #expect(try state() == .changed)
    unlink(notes.folder.place("notes/workshop.md"))
    #expect(try state() == .gone)
  }
}

struct WhyNotTests {
  private let notes: Notes
  private let library: Library
  private static let question = "Who opened the workshop in Bandung?"

  init() throws {
    notes = try Notes()
    notes.folder.write("notes/picture.txt", [0, 1, 2])
    notes.folder.write(
      "lines.jsonl", #"{"_id": "a", "title": "Bridge", "text": "The bridge is old."}"# + "\n")
    try notes.update(adding: [notes.folder.path + "/lines.jsonl"])
    notes.folder.write("notes/new.txt", "New.")
    notes.folder.write("elsewhere.txt", "Elsewhere.")
    library = try notes.open()
  }

  private func finding(_ name: String, within narrowing: Narrowing = Narrowing()) throws -> String {
    let reader = library.makeReader(within: try library.scope(of: narrowing))
    let whyNot = try reader.whyNot(name, for: reader.analyze(Self.question), top: 1)
    #expect(whyNot.question == Self.question && whyNot.file == name)
    return switch whyNot.finding {
    case .standing(_, let standing): "\(standing.outcome)"
    case .narrowedOut(let document, _): "narrowed out: \(document)"
    case .several(let documents): "several: \(documents.count)"
    case .skipped(let skipped): "skipped: \(skipped.reason)"
    case .folder: "folder"
    case .collection: "collection"
    case .notTaken: "not taken"
    case .elsewhere: "elsewhere"
    case .beyond: "beyond"
    case .missing: "missing"
    }
  }

  @Test("a document that is cited, outscored or holds no word of the question")
  func standing() throws {
    #expect(try finding("workshop.md") == "cited(1)")
    #expect(try finding("notes/harbour.md").hasPrefix("outscored"))
    #expect(try finding("lines.jsonl:1") == "unread")
  }

  @Test("a name that is no document of the index")
  func others() throws {
    let path = notes.folder.path
    #expect(try finding(path + "/notes") == "folder")
    #expect(try finding(path + "/lines.jsonl") == "collection")
    #expect(try finding(path + "/notes/picture.txt") == "skipped: binary")
    #expect(try finding(path + "/notes/new.txt") == "not taken")
    #expect(try finding(path + "/elsewhere.txt") == "elsewhere")
    #expect(try finding(path + "/nothing.txt") == "missing")
  }

  @Test("a document that the scope excludes")
  func narrowedOut() throws {
    let narrowing = Narrowing(patterns: [DocumentPattern("workshop")])
    #expect(try finding("harbour.md", within: narrowing) == "narrowed out: notes/harbour.md")
  }
}
