import Model
import TestSupport
import Testing

@testable import Corpus

@Suite("Text files under gzip") struct GzipReaderTests {
  private func texts(_ name: String, _ bytes: [UInt8]) throws -> [ExtractedText] {
    try GzipReader().read(SourceInput(name: name, bytes: bytes))
  }

  private func reason(_ name: String, _ bytes: [UInt8]) -> SkippedSource.Reason? {
    do throws(ReadingError) {
      _ = try GzipReader().read(SourceInput(name: name, bytes: bytes))
      return nil
    } catch {
      return error.reason
    }
  }

  @Test(
    "a packed file reads as what is inside",
    arguments: [
      ("a.txt.gz", "One line.\n"), ("a.md.GZ", "# Title\n\nText.\n"), ("changelog.gz", "x (1.2)\n"),
      ("changelog.Debian.gz", "x (1.2-1) unstable\n"),
    ])
  func text(name: String, text: String) throws {
    #expect(try texts(name, try gzip(text)).map(\.text) == [Array(text.utf8)])
  }

  @Test func aPackedPageIsReadAsHTML() throws {
    let page = "<title>T</title><h1>H</h1><p>Some text."
    let read = try texts("page.html.gz", try gzip(page))
    #expect(read.map { String(decoding: $0.text, as: UTF8.self) } == ["# H\n\nSome text.\n"])
    #expect(read.first?.metadata[.title]?.value == "T")
  }

  @Test func aPackedFileIsADocumentWithLinesOfItsText() throws {
    let folder = try TemporaryFolder()
    let text = "---\ntitle: A title\n---\n\nFirst.\n\n## Part\n\nThe second sentence.\n"
    folder.write("docs/a.md.gz", try gzip(text))
    let reader = SourceReader(try SourceWalk(paths: [folder.path + "/docs"]).sources().files)
    let unit = try #require(reader.next())
    let document = try #require(reader.documents(of: unit).documents.first)
    #expect(document.id == "docs/a.md.gz")
    #expect(document.text == text)
    #expect(document.metadata[.title]?.value == "A title")
  }

  @Test("a text without a title gets its name without both endings")
  func title() {
    #expect(Document(article: "Words.", id: "docs/NEWS.txt.gz").metadata[.title]?.value == "NEWS")
  }

  @Test func whatUnpacksTooFarIsRefused() throws {
    let zeros = try gzip([UInt8](repeating: 0x20, count: 8 << 20))
    #expect(zeros.count * GzipReader.maximumRatio < 8 << 20)
    #expect(reason("a.txt.gz", zeros) == .unpacksTooLarge)
    let words = try gzip("Some words.")
    #expect(throws: Never.self) { try GzipReader.unpack(words, limit: 11) }
    #expect { try GzipReader.unpack(words, limit: 10) } throws: {
      ($0 as? ReadingError)?.reason == .unpacksTooLarge
    }
  }

  @Test("what is damaged or no text inside is refused")
  func damage() throws {
    let bytes = try gzip("Some words, and some more of them.")
    #expect(reason("a.txt.gz", Array(bytes.dropLast(9))) == .cutOff)
    #expect(reason("a.txt.gz", Array("no gzip at all".utf8)) == .damagedCompression)
    #expect(reason("a.txt.gz", try gzip([0x61, 0, 0x62])) == .binary)
    #expect(reason("a.txt.gz", try gzip([0x61, 0xE9, 0x20])) == .notUTF8(offset: 1))
  }
}
