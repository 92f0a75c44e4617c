import Model
import TestSupport
import Testing

@testable import Corpus

@Suite("Front matter") struct FrontMatterTests {
  private func document(_ text: String) -> Document {
    DocumentParser().article(Array(text.utf8), id: "folder/file-name.md")
  }

  /// Returns the line that states a value.
  private func line(_ key: MetadataKey, of document: Document) -> String? {
    guard let range = document.metadata[key]?.range else { return nil }
    return String(decoding: Array(document.text.utf8)[range], as: UTF8.self)
  }

  @Test(
    "values are read with the line that states them",
    arguments: [
      ("title: Plain", .title, "Plain", "title: Plain"),
      ("title: \"With: colon\"", .title, "With: colon", "title: \"With: colon\""),
      ("title: 'It''s'", .title, "It's", "title: 'It''s'"),
      ("title: 'A town's way'", .title, "A town's way", "title: 'A town's way'"),
      ("author: Ann Lee", .author, "Ann Lee", "author: Ann Lee"),
      ("authors: [Ann, Bo]", .author, "Ann, Bo", "authors: [Ann, Bo]"),
      ("authors:\n  - Ann\n  - Bo", .author, "Ann, Bo", "authors:\n  - Ann\n  - Bo"),
      ("author:\n  name: Ann\n  url: x", .author, "Ann", "author:\n  name: Ann\n  url: x"),
      ("date: 2025-08-18T18:39:54.073Z", .date, "2025-08-18", "date: 2025-08-18T18:39:54.073Z"),
      ("Publish-Date: '2025-02-24'", .date, "2025-02-24", "Publish-Date: '2025-02-24'"),
      ("created: 1 May 2024\ndate: 2024-06-01", .date, "2024-06-01", "date: 2024-06-01"),
      ("date: 03/04/2025", .date, "03/04/2025", "date: 03/04/2025"),
      ("lang: en-GB", .language, "en", "lang: en-GB"),
      ("language: Bahasa Indonesia", .language, "id", "language: Bahasa Indonesia"),
      ("source: ANTARA", .publisher, "ANTARA", "source: ANTARA"),
      ("source: https://a.b/c", .url, "https://a.b/c", "source: https://a.b/c"),
      ("based_on: \"T, A, P\"", .basedOn, "T, A, P", "based_on: \"T, A, P\""),
      (
        "based_on:\n  date: 2025-01-02\n  title: T\n  author: A\n  publisher: P", .basedOn,
        "T, A, P, 2025-01-02",
        "based_on:\n  date: 2025-01-02\n  title: T\n  author: A\n  publisher: P"
      ),
      ("title: >\n  folded\n  text", .title, "folded text", "title: >\n  folded\n  text"),
      ("bad: 'it's'\nauthors:\n- Ann\n- Bo", .author, "Ann, Bo", "authors:\n- Ann\n- Bo"),
      (
        "bad: 'it's'\nbased_on:\n  title: T\n  date: 2025", .basedOn, "T, 2025",
        "based_on:\n  title: T\n  date: 2025"
      ),
    ] as [(String, MetadataKey, String, String)])
  func values(fields: String, key: MetadataKey, value: String, stated: String) {
    for lineBreak in ["\n", "\r\n"] {
      let text = "---\n\(fields)\n---\n\nSome words of text.\n".replacing("\n", with: lineBreak)
      let document = document(text)
      #expect(document.metadata[key]?.value == value)
      #expect(line(key, of: document)?.replacing("\r\n", with: "\n") == stated)
    }
  }

  @Test(
    "tags are read from lists and texts, and no line is quoted for them",
    arguments: [
      ("tags: [budget, Rapat Mingguan]", "budget, Rapat Mingguan"),
      ("tags:\n  - '#budget'\n  - 2026", "#budget, 2026"), ("tag: budget", "budget"),
      ("tags: '#budget #minutes'", "#budget, #minutes"), ("keywords: a b, c", "a b, c"),
      ("kata_kunci: kopi", "kopi"), ("tags: null", nil), ("tags: []", nil),
    ] as [(String, String?)])
  func tags(fields: String, value: String?) {
    let document = document("---\ntitle: T\n\(fields)\n---\n\nSome words of text.\n")
    #expect(document.metadata[.tags]?.value == value)
    #expect(document.metadata[.tags]?.range == nil)
  }

  @Test func itIsNoBodyTextButItsLinesAreFoundAsMetadata() {
    let document = document(
      "\u{FEFF}---\ntitle: T\ntags: a, b\nauthor: Ann\ncta: Follow us\n---\n\nSome words of text.")
    let bytes = Array(document.text.utf8)
    let passages = document.passages.map {
      "\($0.role): " + String(decoding: bytes[$0.range], as: UTF8.self)
    }
    #expect(
      passages == [
        "metadata: title: T", "metadata: author: Ann", "boilerplate: cta: Follow us",
        "body: Some words of text.",
      ])
  }

  @Test(
    "what only looks like it stays text",
    arguments: [
      "---\nno fields here\n---\ntext", "---\ntitle: never closed\ntext",
      "text\n---\ntitle: x\n---\n",
      "----\ntitle: x\n----\n",
    ])
  func none(text: String) {
    #expect(FrontMatter(in: text.utf8.span) == nil)
  }

  @Test("random fields never trap", arguments: 0..<20 as Range<UInt64>)
  func noise(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let pieces = [
      "title", ": ", "'", "\"", "\n", "\r\n", "  ", "- ", "[", "]", "{", "}", "&a ", "*a", "|", ">",
      "#", "!!str ", "date", "authors", "x", "é", "%", "---\n", "\t", ":\n",
    ]
    for _ in 0..<300 {
      let fields = random.text(of: pieces, count: Int.random(in: 0..<30, using: &random))
      let bytes = Array("---\ntitle: x\n".utf8) + fields + Array("\n---\n".utf8)
      let document = DocumentParser().article(bytes, id: "a.md")
      for entry in document.metadata.entries.values {
        #expect(entry.range.map { $0.upperBound <= bytes.count } ?? true)
      }
    }
  }

  @Test(
    "front matter in TOML is read like that in YAML",
    arguments: [
      ("title = \"A \\\"B\\\"\"", .title, "A \"B\""), ("title = 'C:\\d'", .title, "C:\\d"),
      ("authors = [\"Ann\", 'Bo']", .author, "Ann, Bo"),
      ("authors = [\n  \"Ann\", # first\n  \"Bo\",\n]\ndate = 2024-03-05", .author, "Ann, Bo"),
      ("author = { name = \"Ann\", url = \"x\" }", .author, "Ann"),
      ("date = 2024-03-05T10:00:00Z # time", .date, "2024-03-05"),
      ("title = \"\"\"\nTwo\nlines\"\"\"", .title, "Two lines"),
      ("x = 1\n[extra]\nauthor = \"Ann\"\n[menu]\ntitle = \"No\"", .author, "Ann"),
    ] as [(String, MetadataKey, String)])
  func toml(fields: String, key: MetadataKey, value: String) {
    let document = document("+++\n\(fields)\n+++\n\nSome words of text.\n")
    #expect(document.metadata[key]?.value == value)
    let body = document.passages.filter { $0.role == .body }
    let texts = body.map { String(decoding: Array(document.text.utf8)[$0.range], as: UTF8.self) }
    #expect(texts == ["Some words of text."])
  }

  @Test func anObjectBeforeTheTextIsFrontMatter() {
    let document = document(
      """
      {
        "title": "Harbour, notes",
        "author": {"name": "Ann"},
        "tags": ["a", "b"],
        "date": "2024-03-05"
      }

      Some words of text.
      """)
    #expect(
      document.metadata.entries.mapValues(\.value) == [
        .title: "Harbour, notes", .author: "Ann", .date: "2024-03-05", .tags: "a, b",
      ])
    #expect(line(.author, of: document) == "\"author\": {\"name\": \"Ann\"}")
    #expect(document.passages.map(\.role) == [.metadata, .metadata, .metadata, .body])
  }

  @Test(
    "an object that is no front matter is text",
    arguments: [
      "{\"title\": \"T\"}", "{\"a\": 1}\n\nWords.", "{\"title\": }\n\nWords.", "{{ x }}\nWords.",
    ])
  func noFrontMatter(text: String) {
    #expect(FrontMatter(in: text.utf8.span) == nil)
  }

  @Test(
    "values that say nothing are none, and wikilinks are their labels",
    arguments: [
      ("author: null", .author, nil), ("date: ~", .date, nil), ("author: \"N/A\"", .author, nil),
      ("author: \"[[Mira Lang]]\"", .author, "Mira Lang"),
      ("author: [[Mira Lang]]", .author, "Mira Lang"),
      ("author: \"[[people/m|Mira]] and [[Bo]]\"", .author, "Mira and Bo"),
      ("date: \"[[2024-03-05]]\"", .date, "2024-03-05"), ("date: 20240305", .date, "2024-03-05"),
      ("date: 20241399", .date, "20241399"),
    ] as [(String, MetadataKey, String?)])
  func specialValues(field: String, key: MetadataKey, value: String?) {
    let document = document("---\ntitle: T\n\(field)\n---\n\nSome words of text.\n")
    #expect(document.metadata[key]?.value == value)
  }

  @Test("the title, author and date of Pandoc's title block are read")
  func titleBlock() {
    let document = document("% Kiln notes\n% Ane Roth\n% 3 May 2021\n\nThe kiln is cold.\n")
    #expect(document.metadata[.title]?.value == "Kiln notes")
    #expect(document.metadata[.author]?.value == "Ane Roth")
    #expect(line(.date, of: document) == "% 3 May 2021")
  }

  @Test(
    "comments that begin with a percent sign are no title block",
    arguments: [
      "% a comment\nText.\n", "% one\n% two\n% three\n\nText.\n", "% one\n% two\n% 3\nText.\n",
    ])
  func percentComments(text: String) {
    #expect(document(text).metadata[.author] == nil)
  }
}
