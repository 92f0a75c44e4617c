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
}
