import Library
import Model
import Retrieval
import Testing

struct NarrowingTests {
  private func document(_ source: String, title: String? = nil, date: String? = nil)
    -> StoredDocument
  {
    StoredDocument(
      id: source, source: source, title: title.map { .init(value: $0) },
      date: date.map { .init(value: $0) })
  }

  @Test(
    "a pattern is a part of path or title, or fits path or file name",
    arguments: [
      ("kopi", true), ("KOPI", true), ("gayo", true), ("notes/", true), ("*.md", true),
      ("notes/*", true), ("kop?.md", true), ("harbour", false), ("*.txt", false), ("kop*i", false),
      ("[", false),
    ])
  func matches(pattern: String, fits: Bool) {
    let document = document("notes/kopi.md", title: "Kopi dan Petani di Gayo")
    #expect(DocumentPattern(pattern).matches(document) == fits)
  }

  @Test(
    "brackets are a class of characters, or are meant as they are",
    arguments: [
      ("[old]", true), ("[old] notes/a.md", true), ("[mn]*", false), ("?old] notes/a.md", true),
      ("[new]", false), ("[ab].md", true),
    ])
  func brackets(pattern: String, fits: Bool) {
    #expect(DocumentPattern(pattern).matches(document("[old] notes/a.md")) == fits)
  }

  @Test(
    "a date is a year, a month or a day",
    arguments: [
      ("2026", true), ("2026-03", true), ("2026-03-14", true), ("26", false), ("2026-3", false),
      ("2026-13", false), ("2026-03-32", false), ("March", false), ("", false),
      ("2026-03-14-1", false),
    ])
  func readsDates(text: String, isDate: Bool) {
    #expect((DateBorder(text) != nil) == isDate)
  }

  @Test(
    "a document is in from its date on; without a date that can be read it is out",
    arguments: [
      ("2026-03", "2026-03-14", true), ("2026-03-14", "2026-03-14", true),
      ("2026-03-15", "2026-03-14", false), ("2026", "2026-03-14T10:00:00Z", true),
      ("2026", "Wednesday", false), ("2026", nil, false), ("2026-03", "2026", false),
    ] as [(String, String?, Bool)])
  func comparesDates(since: String, date: String?, isIn: Bool) throws {
    let narrowing = Narrowing(since: DateBorder(since))
    #expect(narrowing.admits(document("a.md", date: date)) == isIn)
  }

  @Test(
    "a document is in up to the border of its period, which is out",
    arguments: [
      ("2026-03", "2026-02-28", true), ("2026-03", "2026-03-01", false), ("2026", "2025", true),
      ("2026-03", "2026", false), ("2026-03", "2026-02", true), ("2026", nil, false),
      ("2026", "Wednesday", false),
    ] as [(String, String?, Bool)])
  func comparesEnds(before: String, date: String?, isIn: Bool) throws {
    var narrowing = Narrowing()
    narrowing.before = DateBorder(before)
    #expect(narrowing.admits(document("a.md", date: date)) == isIn)
  }

  @Test(
    "author and title contain the words, a tag is the whole one or lies below it",
    arguments: [
      (\Narrowing.authors, "dewi", true), (\.authors, "sari", false), (\.titles, "RAPAT", true),
      (\.titles, "budget", false), (\.tags, "budget", true), (\.tags, "#Budget", true),
      (\.tags, "project", true), (\.tags, "project/a", true), (\.tags, "proj", false),
      (\.tags, "bud", false),
    ] as [(any WritableKeyPath<Narrowing, [String]> & Sendable, String, Bool)])
  func comparesStatements(
    condition: any WritableKeyPath<Narrowing, [String]> & Sendable, value: String, isIn: Bool
  ) {
    var document = document("a.md", title: "Catatan Rapat")
    document.author = .init(value: "Dewi Lestari")
    document.tags = ["Budget", "project/a"]
    var narrowing = Narrowing()
    narrowing[keyPath: condition] = [value]
    #expect(narrowing.admits(document) == isIn)
    narrowing[keyPath: condition].append("dewi rapat")
    #expect(narrowing.admits(document) == isIn)
  }

  @Test("conditions within others have to be met as well, and cannot widen them")
  func nests() {
    var outer = Narrowing()
    outer.authors = ["Dewi"]
    var inner = Narrowing()
    inner.authors = ["Sari"]
    var document = document("a.md")
    document.author = .init(value: "Sari")
    #expect(inner.admits(document) && !inner.within(outer).admits(document))
    document.author = .init(value: "Sari and Dewi")
    #expect(inner.within(outer).admits(document))
    #expect(Narrowing().within(outer) == outer && inner.within(Narrowing()) == inner)
  }

  @Test("all conditions have to be met")
  func combines() {
    let document = document("a.md", date: "2026-01-01")
    var narrowing = Narrowing(documents: ["a.md"], patterns: [DocumentPattern("x")])
    #expect(!narrowing.admits(document))
    narrowing.patterns.append(DocumentPattern("*.md"))
    #expect(narrowing.admits(document))
    narrowing.documents = []
    #expect(!narrowing.admits(document))
    #expect(Narrowing().isEmpty && !narrowing.isEmpty)
  }
}
