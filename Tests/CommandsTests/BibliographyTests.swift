import Answering
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

  @Test("cited pages are a field of their own, other places part of the note")
  func citesPlaces() {
    func citation(_ source: String, _ map: PlaceMap, lines: ClosedRange<Int>) -> Citation {
      var document = StoredDocument(id: source, source: source)
      document.places = map
      let passage = StoredPassage(
        text: "Words.", byteOffset: 0, firstLine: 1, language: .english, document: document)
      return Citation(
        rank: 1, passage: passage, snippet: "Words.", bytes: 0..<6, lines: lines, highlights: [],
        score: 1)
    }
    var pages = PlaceMap()
    for page in 1...20 { pages.append(Place(.page, page), line: page) }
    var slides = PlaceMap()
    for slide in 1...9 { slides.append(Place(.slide, slide), line: slide) }
    let text = Bibliography(
      of: [
        citation("a.pdf", pages, lines: 12...13), citation("b.pptx", slides, lines: 4...4),
        citation("a.pdf", pages, lines: 3...3), citation("a.pdf", pages, lines: 3...3),
      ]
    ).text
    #expect(text.contains("  pages = {3, 12--13},\n  note = {a.pdf},\n"))
    #expect(text.contains("  note = {b.pptx, slide 4},\n"))
  }
}
