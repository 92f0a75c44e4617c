import Model
import TestSupport
import Testing
import TextAnalysis

@testable import Corpus

/// Small handwritten documents of each kind.
enum OfficeSamples {
  static func relations(_ entries: KeyValuePairs<String, (type: String, target: String)>) -> String
  {
    "<Relationships>"
      + entries.map {
        "<Relationship Id='\($0.key)' Type='http://x/\($0.value.type)' Target='\($0.value.target)'/>"
      }.joined() + "</Relationships>"
  }

  static let core = """
    <cp:coreProperties xmlns:cp='c' xmlns:dc='d' xmlns:dcterms='t'><dc:title>Plan</dc:title>
    <dc:creator>Ann Lee</dc:creator><dcterms:created>2024-05-06T10:00:00Z</dcterms:created>
    </cp:coreProperties>
    """

  /// A document whose parts have other names than those that Word gives them.
  static let word = zip([
    "_rels/.rels": relations([
      "a": ("officeDocument", "w/main.xml"), "b": ("core-properties", "meta/core.xml"),
    ]),
    "meta/core.xml": core,
    "w/_rels/main.xml.rels": relations(["s": ("styles", "st.xml"), "f": ("footnotes", "/w/fn.xml")]
    ),
    "w/st.xml": """
    <w:styles xmlns:w='w'><w:style w:styleId='berschrift1'><w:name w:val='heading 1'/></w:style>
    <w:style w:styleId='Mine'><w:name w:val='mine'/><w:basedOn w:val='berschrift1'/></w:style>
    <w:style w:styleId='V1'><w:name w:val='toc 1'/></w:style></w:styles>
    """,
    "w/fn.xml": "<w:footnotes xmlns:w='w'><w:p><w:r><w:t>A note.</w:t></w:r></w:p></w:footnotes>",
    "w/main.xml": """
    <w:document xmlns:w='w' xmlns:mc='m'><w:body>
    <w:p><w:pPr><w:pStyle w:val='V1'/></w:pPr><w:r><w:t>Harbours 1</w:t></w:r></w:p>
    <w:p><w:pPr><w:pStyle w:val='Mine'/></w:pPr><w:r><w:t>Harbours</w:t></w:r></w:p>
    <w:p><w:r><w:t>The harbour </w:t></w:r><w:del><w:r><w:delText>never</w:delText></w:r></w:del>
    <w:r><w:t>opened.</w:t><w:tab/><w:t>It rained.</w:t></w:r></w:p>
    <w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>One</w:t></w:r></w:p>
    <w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>Two</w:t></w:r></w:p>
    <w:tbl><w:tr><w:tc><w:p><w:r><w:t>Port</w:t></w:r></w:p></w:tc>
    <w:tc><w:p><w:r><w:t>Ships</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
    <w:p><mc:AlternateContent><mc:Choice><w:r><w:t>Once</w:t></w:r></mc:Choice>
    <mc:Fallback><w:r><w:t>twice</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>
    </w:body></w:document>
    """,
  ])

  static let slides = zip([
    "_rels/.rels": relations(["a": ("officeDocument", "p/pres.xml")]),
    "p/pres.xml": """
    <p:presentation xmlns:p='p' xmlns:r='r'><p:sldIdLst><p:sldId id='9' r:id='two'/>
    <p:sldId r:id='one' id='8'/></p:sldIdLst></p:presentation>
    """,
    "p/_rels/pres.xml.rels": relations(["one": ("slide", "s1.xml"), "two": ("slide", "s2.xml")]),
    "p/s1.xml": slide("Second", "The end."), "p/s2.xml": slide("First", "The start."),
    "p/_rels/s2.xml.rels": relations(["n": ("notesSlide", "n.xml")]),
    "p/n.xml": slide("", "Speak slowly."),
  ])

  private static func slide(_ title: String, _ text: String) -> String {
    """
    <p:sld xmlns:p='p' xmlns:a='a'><p:sp><p:nvPr><p:ph type='title'/></p:nvPr><a:p><a:r><a:t>\(title)\
    </a:t></a:r></a:p></p:sp><p:sp><p:nvPr><p:ph type='sldNum'/></p:nvPr><a:p><a:r><a:t>7</a:t></a:r>\
    </a:p></p:sp><p:sp><a:p><a:r><a:t>\(text)</a:t></a:r></a:p></p:sp></p:sld>
    """
  }

  static let sheets = zip([
    "_rels/.rels": relations(["a": ("officeDocument", "x/wb.xml")]),
    "x/wb.xml": """
    <workbook xmlns:r='r'><sheets><sheet name='Ports' sheetId='1' r:id='s'/>
    <sheet name='Gone' sheetId='2' state='hidden' r:id='h'/></sheets></workbook>
    """,
    "x/_rels/wb.xml.rels": relations([
      "s": ("worksheet", "sheet.xml"), "h": ("worksheet", "hidden.xml"),
      "t": ("sharedStrings", "strings.xml"), "y": ("styles", "styles.xml"),
    ]),
    "x/strings.xml": "<sst><si><t>Port</t></si><si><r><t>Sur</t></r><r><t>abaya</t></r></si></sst>",
    "x/styles.xml":
      "<styleSheet><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs></styleSheet>",
    "x/hidden.xml": "<worksheet><row><c t='inlineStr'><is><t>secret</t></is></c></row></worksheet>",
    "x/sheet.xml": """
    <worksheet><sheetData>
    <row r='2'><c r='A2' t='s'><v>0</v></c><c r='B2' t='inlineStr'><is><t>Opened</t></is></c></row>
    <row r='3'><c r='A3' t='s'><v>1</v></c><c r='B3' s='1'><v>45418</v></c></row>
    <row r='5'><c r='A5' t='str'><v>Belawan</v></c><c r='B5'><v>12.5</v></c></row>
    </sheetData></worksheet>
    """,
  ])

  static let openDocument = zip([
    "META-INF/manifest.xml": "<manifest/>",
    "meta.xml": "<m xmlns:dc='d'><dc:title>Plan</dc:title><dc:date>2024-05-06</dc:date></m>",
    "content.xml": """
    <d xmlns:t='t' xmlns:b='b'><t:tracked-changes><t:p>deleted</t:p></t:tracked-changes>
    <t:h t:outline-level='2'>Harbours</t:h><t:p>The harbour<t:s t:c='2'/>opened\
    <t:note><t:note-citation>1</t:note-citation><t:note-body><t:p>A note.</t:p></t:note-body>\
    </t:note>.</t:p><t:list><t:list-item><t:p>One</t:p></t:list-item></t:list>
    <b:table><b:table-row><b:table-cell><t:p>Port</t:p></b:table-cell>
    <b:table-cell><t:p>Ships</t:p></b:table-cell></b:table-row></b:table></d>
    """,
  ])

  static let book = zip([
    "META-INF/container.xml": "<c><rootfiles><rootfile full-path='o/b.opf'/></rootfiles></c>",
    "o/b.opf": """
    <package xmlns:dc='d'><metadata><dc:title>Ports</dc:title><dc:creator>Ann</dc:creator>
    <dc:language>id-ID</dc:language></metadata><manifest>
    <item id='n' href='nav.xhtml' properties='nav' media-type='x'/>
    <item id='1' href='a%20b.xhtml' media-type='x'/><item id='2' href='c.xhtml' media-type='x'/>
    </manifest><spine><itemref idref='2'/><itemref idref='1'/></spine></package>
    """,
    "o/nav.xhtml": """
    <html><nav><ol><li><a href='c.xhtml'>The <i>start</i></a></li>
    <li><a href='a%20b.xhtml#x'>The end</a></li></ol></nav></html>
    """,
    "o/a b.xhtml": "<html><body><p>Last words.</p></body></html>",
    "o/c.xhtml": "<html><body><h1>Begin</h1><p>First words.</p></body></html>",
  ])

  static let fictionBook = Array(
    """
    <FictionBook><description><title-info><author><first-name>Ann</first-name>\
    <last-name>Lee</last-name></author><book-title>Ports</book-title><date value='2024-05-06'/>\
    <lang>en</lang></title-info></description><body><section><title><p>One</p></title>\
    <p>First words.</p></section></body><binary>QUJD</binary></FictionBook>
    """.utf8)

  static let richText = Array(
    #"""
    {\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\info{\title Plan}{\author Ann}\#
    {\creatim\yr2024\mo5\dy6}}\pard\outlinelevel0 Harbours\par\pard Asia\u8217?s caf\'e9 \#
    {\*\unknown hidden}opened.\par\pard{\pntext\'b7\tab}One\par}
    """#.utf8)
}

@Suite("Office documents and books") struct OfficeReaderTests {
  private func read(_ reader: some FormatReader, _ bytes: [UInt8]) throws -> ExtractedText {
    try #require(try reader.read(SourceInput(name: "a", bytes: bytes)).first)
  }

  private func text(_ text: ExtractedText) -> String { String(decoding: text.text, as: UTF8.self) }

  @Test(
    "RTF is read without its header, and a mark of optional groups inside a group says nothing",
    arguments: [
      (#"{\pard \ql It opened.\par}"#, "It opened.\n"),
      (#"{\rtf1{\loch\*\cs7 It opened.}\par{\*\cs8 hidden}}"#, "It opened.\n"),
      ("{\\rtf1{\r\n\\*\\cs8 hidden}It opened.\\par}", "It opened.\n"),
    ])
  func richTextFragments(rtf: String, expected: String) throws {
    #expect(text(try read(RichTextReader(), Array(rtf.utf8))) == expected)
    #expect(throws: ReadingError.self) { try read(RichTextReader(), Array("{}".utf8)) }
  }

  @Test("Word's parts are found by their relations, headings by the names of styles")
  func word() throws {
    let read = try read(WordReader(), OfficeSamples.word)
    #expect(
      text(read) == """
        # Harbours

        The harbour opened. It rained.

        - One
        - Two

        | Port | Ships

        Once

        A note.

        """)
    #expect(read.metadata[.title]?.value == "Plan")
    #expect(read.metadata[.author]?.value == "Ann Lee")
    #expect(read.metadata[.date]?.value == "2024-05-06")
  }

  @Test("slides come in the order of the presentation, with their notes")
  func slides() throws {
    let read = try read(SlidesReader(), OfficeSamples.slides)
    #expect(
      text(read) == "## First\n\nThe start.\n\nSpeak slowly.\n\n## Second\n\nThe end.\n")
    #expect(read.places[line: 5] == Place(.slide, 1))
    #expect(read.places[line: 7] == Place(.slide, 2))
  }

  @Test("rows are records with the names of columns, dates are days, hidden sheets are left out")
  func sheets() throws {
    let read = try read(SheetReader(), OfficeSamples.sheets)
    #expect(
      text(read) == """
        ## Ports

        | Port | Opened

        Port: Surabaya · Opened: 2024-05-06

        Port: Belawan · Opened: 12.5

        """)
    #expect(read.places[line: 5] == Place(.row, 3, name: "Ports"))
    #expect(read.places[line: 7] == Place(.row, 5, name: "Ports"))
  }

  @Test("OpenDocument texts have headings, lists, tables and notes, and no deleted text")
  func openDocument() throws {
    let read = try read(OpenDocumentReader(), OfficeSamples.openDocument)
    #expect(
      text(read) == """
        ## Harbours

        The harbour opened.

        - One

        | Port | Ships

        A note.

        """)
    #expect(read.metadata[.date]?.value == "2024-05-06")
  }

  @Test("the pages of a book come in the order of its spine, each with its chapter")
  func book() throws {
    let read = try read(BookReader(), OfficeSamples.book)
    #expect(text(read) == "# Begin\n\nFirst words.\n\nLast words.\n")
    #expect(read.metadata[.language]?.value == "id")
    #expect(read.places[line: 3] == Place(.chapter, name: "The start"))
    #expect(read.places[line: 5] == Place(.chapter, name: "The end"))
  }

  @Test func fictionBook() throws {
    let read = try read(FictionBookReader(), OfficeSamples.fictionBook)
    #expect(text(read) == "## One\n\nFirst words.\n")
    #expect(read.metadata[.author]?.value == "Ann Lee")
    #expect(read.places[line: 3] == Place(.chapter, name: "One"))
  }

  @Test("RTF's letters come whole, whatever the form in which they are escaped")
  func richText() throws {
    let read = try read(RichTextReader(), OfficeSamples.richText)
    #expect(text(read) == "# Harbours\n\nAsia’s café opened.\n\n- One\n")
    #expect(read.metadata[.title]?.value == "Plan")
    #expect(read.metadata[.date]?.value == "2024-05-06")
  }

  private func reason(_ reader: some FormatReader, _ bytes: [UInt8]) -> SkippedSource.Reason? {
    do throws(ReadingError) {
      _ = try reader.read(SourceInput(name: "a", bytes: bytes))
      return nil
    } catch {
      return error.reason
    }
  }

  @Test("what is no archive, encrypted or nested too deeply says so")
  func refusals() {
    let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    #expect(reason(WordReader(), Array("text".utf8)) == .damaged)
    #expect(reason(WordReader(), Array(OfficeSamples.word.dropLast(30))) == .cutOff)
    #expect(reason(WordReader(), compound) == .encrypted)
    let encrypted = zip([
      "META-INF/manifest.xml": "<m><encryption-data/></m>", "content.xml": "<a/>",
    ])
    #expect(reason(OpenDocumentReader(), encrypted) == .encrypted)
    let deep = String(repeating: "<a>", count: 3000) + String(repeating: "</a>", count: 3000)
    #expect(reason(OpenDocumentReader(), zip(["content.xml": deep])) == .nestedTooDeeply)
    let bomb = """
      <!DOCTYPE a [<!ENTITY a "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa">
      \((1...12).map { "<!ENTITY a\($0) \"\(String(repeating: $0 == 1 ? "&a;" : "&a\($0 - 1);", count: 10))\">" }.joined())
      ]><p>&a12;</p>
      """
    #expect(reason(OpenDocumentReader(), zip(["content.xml": bomb])) == .damaged)
  }

  @Test("an archive of very many entries is refused")
  func manyEntries() {
    let entries = (0...ZipArchive.maximumEntries).map { ("e\($0)", [UInt8]()) }
    #expect(reason(OpenDocumentReader(), zip(entries)) == .unpacksTooLarge)
  }
}
