import Model
import Retrieval
import Testing

@testable import Commands

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
    "a date is a year, a month or a day",
    arguments: [
      ("2026", true), ("2026-03", true), ("2026-03-14", true), ("26", false), ("2026-3", false),
      ("2026-13", false), ("2026-03-32", false), ("March", false), ("", false),
      ("2026-03-14-1", false),
    ])
  func readsDates(text: String, isDate: Bool) {
    #expect((EarliestDate(text) != nil) == isDate)
  }

  @Test(
    "a document is in from its date on; without a date that can be read it is out",
    arguments: [
      ("2026-03", "2026-03-14", true), ("2026-03-14", "2026-03-14", true),
      ("2026-03-15", "2026-03-14", false), ("2026", "2026-03-14T10:00:00Z", true),
      ("2026", "Wednesday", false), ("2026", nil, false), ("2026-03", "2026", false),
    ] as [(String, String?, Bool)])
  func comparesDates(since: String, date: String?, isIn: Bool) throws {
    let narrowing = Narrowing(since: EarliestDate(since))
    #expect(narrowing.admits(document("a.md", date: date)) == isIn)
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

  @Test(
    "numbers of documents and citations",
    arguments: [
      ("1", [1], []), ("1,3", [1, 3], []), ("2-4 9", [2, 3, 4, 9], []), ("[1],[3]", [], [1, 3]),
      ("5 [2]", [5], [2]),
    ])
  func readsNumbers(text: String, numbers: [Int], citations: [Int]) throws {
    let choice = try #require(NumberChoice(text))
    #expect(choice.numbers == numbers && choice.citations == citations)
  }

  @Test(
    "other words are no numbers",
    arguments: ["", "a", "1,b", "0", "4-2", "1-", "-1", "[", "[]", "1-999999999"])
  func refusesNumbers(text: String) { #expect(NumberChoice(text) == nil) }
}

struct BibliographyTests {
  @Test("an entry has what is known of a document, its key no other has, and TeX is not misled")
  func makesEntries() {
    func document(_ id: String) -> StoredDocument {
      StoredDocument(
        id: id, source: id, title: .init(value: "The 50% & {new}_Harbour"),
        author: .init(value: "Dewi Lestari"), date: .init(value: "2026-05-02T10:00:00Z"))
    }
    let bibliography = Bibliography(of: [document("a.md"), document("b.md"), document("a.md")])
    #expect(bibliography.entries.map(\.key) == ["lestari2026harbour", "lestari2026harbour-2"])
    let text = bibliography.text
    #expect(text.contains("title = {The 50\\% \\& \\{new\\}\\_Harbour},"))
    #expect(text.contains("year = {2026},") && text.contains("date = {2026-05-02},"))
  }

  @Test("a document of which nothing is known has its place")
  func namesUnknown() {
    let bibliography = Bibliography(of: [StoredDocument(id: "中", source: "中.txt")])
    #expect(bibliography.text == "@misc{source,\n  title = {中.txt},\n  note = {中.txt},\n}\n")
  }
}
