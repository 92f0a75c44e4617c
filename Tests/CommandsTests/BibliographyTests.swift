import Model
import Retrieval
import Testing

@testable import Commands

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
    #expect(
      text.contains("title = {The 50\\% \\& \\textbraceleft{}new\\textbraceright{}\\_Harbour},"))
    #expect(text.contains("year = {2026},") && text.contains("date = {2026-05-02},"))
  }

  @Test("a document of which nothing is known has its place")
  func namesUnknown() {
    let bibliography = Bibliography(of: [StoredDocument(id: "中", source: "中.txt")])
    #expect(bibliography.text == "@misc{source,\n  title = {中.txt},\n  note = {中.txt},\n}\n")
  }
}
