import Model
import Platform
import TestSupport
import Testing
import TextAnalysis

@testable import Corpus

@Suite("Fuzzed documents") struct FuzzTests {
  private static let articles = [
    """
    ---
    title: "A: town"
    authors: [Ann, {name: Bo}]
    date: 2024-05-06T10:00:00Z
    based_on:
      title: &x T
      note: |
        two
        lines
    ---
    # Heading

    By Ann Lee, 6 May 2024

    JAKARTA, 5 Mei 2024 (ANTARA) - Dr. A. Bo said "yes." `code` **bold** [link](https://a.b/c).

    - one
      1. two

    | A | B |
    |---|---|
    | 1 | é |

    ```
    code
    ```
    > quoted ~3.5 %
    """,
    "Title\n=====\n\nOne sentence. Two sentences? Yes!\n\n\tindented\r\nSetext\n---\n\n***\ntext\u{A0}",
  ].map { Array($0.utf8) }

  @Test("an article's passages lie within its text")
  func articles() {
    struct NotText: Error {}
    let outcome = Fuzzing("article", Self.articles, cases: 150).run { bytes throws(NotText) in
      let bytes = Array(bytes)
      guard (try? UTF8Span(validating: bytes.span)) != nil else { throw NotText() }
      let document = DocumentParser().document(ofArticle: bytes, id: "a.md")
      for passage in document.passages where passage.field == .text {
        _ = document.text.utf8.span.extracting(passage.range)
      }
    }
    #expect(outcome.isTelling)
  }

  @Test func frontMatter() {
    struct None: Error {}
    let outcome = Fuzzing("front-matter", [Self.articles[0]]).run { bytes throws(None) in
      let bytes = Array(bytes)
      guard let found = FrontMatter(in: bytes.span) else { throw None() }
      _ = Metadata(found)
    }
    #expect(outcome.isTelling)
  }

  @Test("front matter in TOML and JSON")
  func otherFrontMatter() {
    struct None: Error {}
    let texts = [
      "+++\ntitle = \"A\\u00e9\"\nauthors = ['B', {name = \"C\"}, [1, 2]]\nx = 1\n+++\nText.\n",
      "{\"title\": \"A, \\\"B\\\"\", \"author\": [{\"name\": \"C\"}],\n\"date\": 20240305}\n\nText.\n",
    ]
    let outcome = Fuzzing("front-matter-2", texts.map { Array($0.utf8) }).run {
      bytes throws(None) in
      let bytes = Array(bytes)
      guard let found = FrontMatter(in: bytes.span) else { throw None() }
      for field in found.fields { _ = bytes.span.extracting(field.range) }
      _ = Metadata(found)
    }
    #expect(outcome.isTelling)
  }

  @Test func yaml() {
    struct None: Error {}
    let yaml =
      "a: &x [1, 'it''s', \"\\u00e9\\n\"]\nb:\n  - c: {d: e}\n  - |\n    f\n? g\n: !!str h\n"
    let outcome = Fuzzing("yaml", [Array(yaml.utf8)]).run { bytes throws(None) in
      let bytes = Array(bytes)
      if YAMLReader.values(of: bytes.span) == nil { throw None() }
    }
    #expect(outcome.isTelling)
  }

  @Test func html() {
    let page = """
      <!DOCTYPE html><html lang="en-US"><head><title>T - Site</title>
      <meta property="og:title" content="T"><meta name="author" content="Ann &amp; Bo">
      <script type="application/ld+json">{"@type": "Article", "author": {"name": "Ann"}}</script>
      <link rel=canonical href='https://a.b/c'></head><body><nav>n</nav><article><h1>T</h1>
      <p>Some <b>bold</b> text&#8364;<br>more<ul><li>a<li><p>b</ul><table><tr><th>A<td>1</table>
      <pre>a  b</pre><svg><path d="x"/></svg><select><option>o</select><!-- c --></article></html>
      """
    let outcome = Fuzzing("html", [Array(page.utf8)], cases: 200).run {
      bytes throws(ReadingError) in
      let bytes = Array(bytes)
      _ = try HTMLPage(bytes.span)
    }
    #expect(outcome.returned > 0)
  }

  private static let lines = Array(
    """
    {"_id": "1", "title": "T", "text": "Some text. More.", "author": ["A", "B"], "date": "2024"}
    {"_id": 2, "text": "Teks \\u00e9 \\ud83d\\ude00 lain.", "url": "u", "language": "id", "x": {}}


    """.utf8)

  @Test func collectionLines() {
    struct Refused: Error {}
    let source = SourceFile(id: "c", path: "/c.jsonl", format: .collection, size: 0, modified: 0)
    let parser = CollectionParser(source: source, parser: DocumentParser())
    let outcome = Fuzzing("collection", [Self.lines], cases: 200).run { bytes throws(Refused) in
      if !parser.documents(in: Array(bytes), firstNumber: 1).skipped.isEmpty { throw Refused() }
    }
    #expect(outcome.isTelling)
  }

  @Test("a compressed collection, as its file is read")
  func compressed() throws {
    struct Refused: Error {}
    let whole = try gzip(Self.lines)
    let held = MemoryFile()
    let outcome = Fuzzing("gzip", [whole, whole + whole], cases: 100).run {
      bytes throws(Refused) in
      held.write(bytes)
      let source = SourceFile(
        id: "c", path: held.path, format: .compressedCollection, size: bytes.count, modified: 0)
      let reader = SourceReader([source])
      var isWhole = true
      while let unit = reader.next() {
        if case .skipped = unit.content { isWhole = false }
      }
      if !isWhole { throw Refused() }
    }
    // Damage is nearly always noticed, by the checksum at the latest.
    #expect(outcome.threw > 0)
  }

  @Test("a compressed article becomes text or is refused")
  func compressedArticle() throws {
    let whole = try gzip(Self.articles[0])
    let outcome = Fuzzing("gzip-text", [whole, whole + whole], cases: 100).run {
      bytes throws(ReadingError) in
      _ = try GzipReader().read(SourceInput(name: "a.md.gz", bytes: Array(bytes)))
    }
    // Damage is nearly always noticed, by the checksum at the latest.
    #expect(outcome.threw > 0)
  }

  @Test func ignorePatterns() {
    struct None: Error {}
    let patterns = ["!a[!b-d]*?/**/x\\ [[:alpha:]].txt", "/**/*.[^a-]/", "*a*b?c"].map {
      Array($0.utf8)
    }
    let path: [Substring] = ["abc", "axbyc", "x y.txt"]
    let outcome = Fuzzing("ignore-pattern", patterns).run { bytes throws(None) in
      guard let pattern = IgnorePattern(line: Array(bytes)[...]) else { throw None() }
      for count in 1...path.count { _ = pattern.matches(path[..<count], isFolder: count < 3) }
    }
    #expect(outcome.isTelling)
  }

  @Test func gitConfiguration() {
    struct None: Error {}
    let text = "[core \"x\"]\n[core]\n\texcludesFile = \"~/a \\\" b\" ; c\n[user]\nname = d\n"
    let outcome = Fuzzing("git-configuration", [Array(text.utf8)]).run { bytes throws(None) in
      let text = String(decoding: bytes, as: UTF8.self)
      if GitConfiguration.excludesFile(in: text) == nil { throw None() }
    }
    #expect(outcome.isTelling)
  }

  @Test("an entry of the conversion cache is the text that was kept, or is not read")
  func conversionCache() throws {
    struct Refused: Error {}
    let folder = try TemporaryFolder()
    let cache = ConversionCache(folder: "\(folder.path)/texts")
    let text = Array("The harbour was opened.\u{C}It cost Rp2.3 trillion.".utf8)
    cache.keep(text, of: "entry")
    let entry = try readFile("\(folder.path)/texts/entry.text")
    let outcome = Fuzzing("conversion-cache", [entry]).run { bytes throws(Refused) in
      guard let read = ConversionCache.text(in: Array(bytes)) else { throw Refused() }
      #expect(read == text)
    }
    #expect(outcome.threw > 0 && ConversionCache.text(in: entry) == text)
  }

  @Test("a mailbox read in pieces has the messages of the whole one")
  func mailboxPieces() {
    struct Different: Error {}
    let mailbox = Array(
      "From a\nSubject: x\n\nOne.\n\nFrom b\n\nFrom here\n\r\n\r\nFrom c\r\n\r\nTwo\n".utf8)
    let outcome = Fuzzing("mailbox", [mailbox, mailbox + mailbox], cases: 300).run {
      bytes throws(Different) in
      let mailbox = Array(bytes)
      let whole = MailReader.messages(of: mailbox)
      for size in [1, 3, 7, 20] {
        var pieces: [ArraySlice<UInt8>] = []
        var carry: [UInt8] = []
        for start in stride(from: 0, to: mailbox.count, by: size) {
          let known = carry.count
          carry += mailbox[start..<min(start + size, mailbox.count)]
          guard let next = RecordBorders.messages.lastStart(in: carry, known: known) else {
            continue
          }
          pieces += MailReader.messages(of: Array(carry[..<next]))
          carry.removeFirst(next)
        }
        pieces += MailReader.messages(of: carry)
        if !pieces.elementsEqual(whole, by: ==) { throw Different() }
      }
    }
    #expect(outcome.threw == 0 && outcome.returned > 0)
  }

  @Test(
    "damaged files of every format give a text or a reason",
    arguments: [
      ("docx", WordReader(), OfficeSamples.word), ("pptx", SlidesReader(), OfficeSamples.slides),
      ("xlsx", SheetReader(), OfficeSamples.sheets),
      ("odt", OpenDocumentReader(), OfficeSamples.openDocument),
      ("epub", BookReader(), OfficeSamples.book),
      ("fb2", FictionBookReader(), OfficeSamples.fictionBook),
      ("rtf", RichTextReader(), OfficeSamples.richText),
      ("eml", MailReader(), Array(MailReaderTests.message.utf8)),
      ("csv", CSVReader(), Array("a,b\n\"x\ny\",2\n".utf8)),
      ("srt", SubtitleReader(), Array("1\n00:00:01,5 --> 00:00:03,0\n<i>A.</i>\n".utf8)),
      ("ipynb", NotebookReader(), Array(#"{"cells":[{"cell_type":"code","source":["x"]}]}"#.utf8)),
      ("rst", LightMarkupReader(language: .reStructuredText), Array("A\n==\n:r:`x <y>`_\n".utf8)),
      ("org", LightMarkupReader(language: .org), Array("* A :x:\n[[a][b]]\n".utf8)),
      ("adoc", LightMarkupReader(language: .asciiDoc), Array("= A\n:author: B\n".utf8)),
      ("tex", LightMarkupReader(language: .laTeX), Array("\\section[a]{B} \\href{x}{y}%z".utf8)),
      ("pdf", PDFReader(), Array("<pre>\nHead 1\n\nA ware-\nhouse.\n\u{C}Head 2\n</pre>".utf8)),
    ] as [(String, any FormatReader, [UInt8])])
  func formats(name: String, reader: any FormatReader, sample: [UInt8]) {
    let outcome = Fuzzing("format-\(name)", [sample], cases: 150).run {
      bytes throws(ReadingError) in
      for text in try reader.read(SourceInput(name: "a.\(name)", bytes: Array(bytes))) {
        _ = text.places.encoded
      }
    }
    #expect(outcome.returned + outcome.threw > 0)
  }
}
