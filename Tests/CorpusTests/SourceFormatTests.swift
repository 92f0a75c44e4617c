import Model
import TestSupport
import Testing

@testable import Corpus

@Suite("The table of formats") struct SourceFormatTests {
  @Test(
    "a name states a format",
    arguments: [
      ("a.txt", .read(.text)), ("A.MD", .read(.markdown)), ("a.b.htm", .read(.html)),
      ("c.jsonl", .read(.collection)), ("c.ndjson.GZ", .read(.compressedCollection)),
      ("a.md.gz", .read(.compressedText)), ("a.pdf.gz", .read(.compressedText)),
      ("changelog.gz", .read(.compressedText)),
      ("changelog.Debian.gz", .read(.compressedText)), ("a.pdf", .read(.pdf)),
      ("b.DOCX", .read(.word)), ("a.doc", .unread("doc")), ("a.tar.gz", .unread("tar.gz")),
      ("a.gz.gz", .unread("gz")), ("a.tgz", .unread("tgz")),
      ("README", nil), ("README.fr", nil), (".md", nil), ("a.", nil), ("", nil),
    ] as [(String, FormatMatch?)])
  func names(name: String, expected: FormatMatch?) {
    #expect(FormatMatch(fileName: name) == expected)
  }

  @Test(
    "first bytes state a format",
    arguments: [
      ("%PDF-1.7\n", .read(.pdf)), ("PK\u{3}\u{4}\u{14}", .unread("zip")),
      ("{\\rtf1", .read(.richText)), (".TH LS 1", .read(.manual)), ("\u{1F}", nil),
      ("Plain words.", nil), ("", nil),
    ] as [(String, FormatMatch?)])
  func magic(head: String, expected: FormatMatch?) {
    #expect(FormatMatch(firstBytes: Array(head.utf8)) == expected)
  }

  @Test func noEndingAndNoMagicNumberBelongsToTwoRows() {
    let endings = SourceFormat.allCases.flatMap(\.row.endings) + UnreadFormat.all.flatMap(\.endings)
    #expect(Set(endings).count == endings.count)
    #expect(endings.allSatisfy { $0 == $0.lowercased() && !$0.hasPrefix(".") })
    let magic =
      SourceFormat.allCases.flatMap(\.row.magic)
      + UnreadFormat.all.flatMap { $0.magic.map(\.bytes) }
    for (index, one) in magic.enumerated() {
      for other in magic.dropFirst(index + 1) {
        #expect(!one.starts(with: other) && !other.starts(with: one))
      }
    }
  }

  @Test("a row's first bytes are reported as one of its own endings")
  func reportedEndings() {
    for row in UnreadFormat.all {
      for (_, ending) in row.magic {
        #expect(row.endings.contains(ending), "\(row.name): \(ending)")
      }
    }
  }

  @Test("the numbers in an index keep their meaning")
  func codes() {
    #expect(
      SourceFormat.allCases.map { "\($0) \($0.rawValue)" } == [
        "text 1", "markdown 2", "html 3", "collection 4", "compressedCollection 5",
        "compressedText 6", "pdf 7", "word 8", "slides 9", "sheets 10", "openDocument 11",
        "book 12",
        "fictionBook 13", "mail 14", "subtitles 15", "notebook 16", "values 17", "richText 18",
        "reStructuredText 19", "org 20", "asciiDoc 21", "laTeX 22", "manual 23",
        "mailbox 24",
      ])
    #expect(SourceFormat(rawValue: 0) == nil)
  }

  @Test func firstBytesDecideOnlyIfTheNameDoesNot() throws {
    let folder = try TemporaryFolder()
    folder.write("docs/report", "\u{7F}ELF")
    folder.write("docs/notes.txt", "%PDF-1.4 is how such files begin.")
    folder.write("docs/log", try gzip("Some words."))
    let sources = try SourceWalk(paths: [folder.path + "/docs"]).sources()
    #expect(sources.files.map(\.id) == ["docs/log", "docs/notes.txt"])
    #expect(sources.files.map(\.format) == [.compressedText, .text])
    #expect(sources.skipped.map(\.reason) == [.unsupportedFormat("so")])
  }

  @Test("a message in a Maildir is mail, by its name; other names with colons are not")
  func maildir() throws {
    let folder = try TemporaryFolder()
    let message = "From: Rina <r@example.org>\nSubject: Harbour\n\nThe harbour opens on Monday.\n"
    for name in ["cur/1700000000.M1P1.host:2,S", "cur/1700000001.M2P1.host:2,", "notes 1:2, x"] {
      folder.write("docs/\(name)", message)
    }
    let sources = try SourceWalk(paths: [folder.path + "/docs"]).sources()
    #expect(sources.files.map(\.format) == [.mail, .mail, .text])
    let reader = SourceReader(sources.files)
    let unit = try #require(reader.next())
    let document = try #require(reader.documents(of: unit).documents.first)
    #expect(document.text.contains("opens on Monday") && !document.text.contains("From: "))
    #expect(document.metadata[.title]?.value == "Harbour")
  }

  @Test(
    "the lines of a document are those of its file only if its text is the file's",
    arguments: [
      (SourceFormat.text, "a.txt", true), (.org, "a.org", true), (.html, "a.html", false),
      (.word, "a.docx", false), (.collection, "a.jsonl", true), (.compressedText, "a.md.gz", true),
      (.compressedText, "changelog.gz", true), (.compressedText, "a.html.gz", false),
      (.compressedText, "ls.1.gz", false), (.compressedText, "Socket.3perl.gz", false),
    ])
  func fileLines(format: SourceFormat, name: String, expected: Bool) {
    #expect(format.hasFileLines(name: name) == expected)
  }

  @Test("a packed manual page is read by its helper program")
  func packedManual() throws {
    guard HelperProgram.isInstalled("mandoc") else { return }
    let folder = try TemporaryFolder()
    let page = ".TH PORT 1\n.SH NAME\nport \\- opens the harbour\n.SH OPTIONS\n.B \\-x\nShuts it.\n"
    folder.write("docs/port.1.gz", try gzip(page))
    let reader = SourceReader(try SourceWalk(paths: [folder.path + "/docs"]).sources().files)
    let unit = try #require(reader.next())
    let text = try #require(reader.documents(of: unit).documents.first?.text)
    #expect(text.contains("opens the harbour") && !text.contains(".SH"), "\(text)")
  }
}
