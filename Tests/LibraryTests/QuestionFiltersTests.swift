import Answering
import Library
import Model
import Retrieval
import Testing

struct QuestionFiltersTests {
  @Test(
    "conditions are read where they cannot be mistaken for text",
    arguments: [
      ("author:Dewi who opened it?", "author:Dewi"), ("who opened it author:Dewi?", "author:Dewi"),
      (#"author:"Dewi Lestari" who?"#, #"author:"Dewi Lestari""#),
      ("penulis:Dewi siapa", "penulis:Dewi"), ("in:*.md what", "in:*.md"),
      ("in:a?.md what", "in:a?.md"), ("what in:a?", "in:a"),
      ("tag:#budget, since:2026 before:2026-03 what?", "tag:#budget since:2026 before:2026-03"),
      ("title:harbour tag:a tag:b cost", "title:harbour tag:a tag:b"),
      ("who is the author: Dewi or Sari?", ""), ("the author:", ""), ("Author:Dewi who?", ""),
      (#"the words "author:Dewi" who?"#, ""), ("co-author:Dewi who?", ""), ("since:then what", ""),
      ("before:2026-13 what", ""), ("http://a.b what", ""), ("author:Dewi", ""),
      (#"author:"" who"#, ""), ("tag:, who", ""), ("who tag:\"", ""), ("date:2026 what", ""),
    ])
  func reads(question: String, conditions: String) {
    #expect(QuestionFilters(question).text == conditions)
    #expect(QuestionFilters(question).narrowing.isEmpty == conditions.isEmpty)
  }

  @Test("values are those behind the colon")
  func values() {
    let narrowing = QuestionFilters(
      #"Who? author:"Dewi Lestari" tag:a tag:b/c in:x judul:kopi sejak:2026 sebelum:2026-03"#
    ).narrowing
    #expect(narrowing.authors == ["Dewi Lestari"] && narrowing.tags == ["a", "b/c"])
    #expect(narrowing.patterns == [DocumentPattern("x")] && narrowing.titles == ["kopi"])
    #expect(narrowing.since == DateBorder("2026") && narrowing.before == DateBorder("2026-03"))
  }

  @Test("a condition narrows its question alone, and is not looked for")
  func narrows() throws {
    let library = try Notes().open()
    let reader = library.makeReader()
    let question = "author:Sari when was the harbour opened?"
    let answered = try reader.ask(question)
    #expect(answered.answer.question == question)
    #expect(
      answered.answer.citations.allSatisfy { $0.passage.document.author?.value == "Sari Utami" })
    #expect(!reader.analyze(question).terms.contains { $0.surface == "sari" })
    #expect(try reader.retrieve(question, top: 9).map(\.id) == ["notes/workshop.md"])
    #expect(try reader.narrowed(for: "author:Nobody who?").scope?.documentCount == 0)
    #expect(try reader.narrowed(for: question) === reader.narrowed(for: question))
    let plain = try reader.ask("when was the harbour opened?")
    #expect(plain.answer.citations.first?.passage.document.id == "notes/harbour.md")
  }
}
