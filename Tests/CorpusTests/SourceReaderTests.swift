import JSON
import Model
import TestSupport
import Testing
import TextAnalysis

@testable import Corpus

@Suite("Reading sources") struct SourceReaderTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Returns all documents in a file, and its skipped parts.
  private func read(_ path: String) throws -> ReadResult {
    let reader = SourceReader(try SourceWalk(paths: [path]).sources().files)
    var result = ReadResult()
    var ordinal = 0
    while let unit = reader.next() {
      #expect(unit.ordinal == ordinal)
      ordinal += 1
      let part = reader.documents(of: unit)
      result.documents += part.documents
      result.skipped += part.skipped
    }
    return result
  }

  @Test func linesOfACollectionAreDocuments() throws {
    let path = folder.write(
      "c.jsonl",
      """
      \u{FEFF}{"_id": "a", "title": "T", "text": "One text.", "author": ["Ann", "Bo"], "date": "3 May 2024"}\r
      {"_id": 7, "text": "No \\u00e9 title.", "title": null, "extra": {}}\r

      {"_id": "c", "title": "Only a title", "text": ""}
      """)
    let documents = try read(path).documents
    #expect(documents.map(\.id) == ["a", "7", "c"])
    #expect(documents.map(\.collectionLine) == [1, 2, 4])
    #expect(documents.map(\.text) == ["One text.", "No é title.", ""])
    #expect(
      documents[0].metadata.entries.mapValues(\.value) == [
        .title: "T", .author: "Ann, Bo", .date: "2024-05-03",
      ])
    #expect(documents[1].metadata.entries.isEmpty)
    #expect(documents.map { $0.passages.map(\.field) } == [[.text], [.text], [.title]])
    #expect(documents[2].passages[0].range == 0..<12)
  }

  @Test func malformedLinesAreReportedAndTheRestIsRead() throws {
    let path = folder.write(
      "c.jsonl",
      """
      {"_id": "a", "text": "x"}
      {"_id": "b", "text": }
      {"text": "x"}
      {"_id": "d", "title": " ", "text": "\\n"}
      [1]
      {"_id": "f", "text": "y"}
      """)
    let result = try read(path)
    #expect(result.documents.map(\.id) == ["a", "f"])
    #expect(
      result.skipped.map(\.reason) == [
        .malformedLine(2, .json(JSONError(.unexpectedByte(UInt8(ascii: "}")), at: 21))),
        .malformedLine(3, .missingID), .malformedLine(4, .missingContent),
        .malformedLine(5, .json(JSONError(.notAnObject, at: 0))),
      ])
  }

  @Test func aCollectionComesInRunsWithRightLineNumbers() throws {
    let text = String(repeating: "words and more of them. ", count: 200)
    let lines = (0..<1000).map { "{\"_id\": \"\($0)\", \"text\": \"\(text)\"}\n" }
    let path = folder.write("c.jsonl", lines.joined())
    let documents = try read(path).documents
    #expect(documents.count == 1000)
    #expect(documents.allSatisfy { Int($0.id).map { $0 + 1 } == $0.collectionLine })
  }

  @Test func aCompressedCollectionReadsAsItsLines() throws {
    let one = try gzip("{\"_id\": \"a\", \"text\": \"x\"}\n{\"_id\": \"b\", ")
    let two = try gzip("\"text\": \"y\"}")
    let result = try read(folder.write("c.jsonl.gz", one + two))
    #expect(result.documents.map(\.id) == ["a", "b"])
    #expect(result.skipped.isEmpty)
  }

  @Test func whatStandsBeforeDamageIsRead() throws {
    let lines = (0..<40_000).map {
      "{\"_id\": \"\($0)\", \"text\": \"word \($0 * 7919 % 1000)\"}\n"
    }
    let bytes = try gzip(lines.joined())
    let result = try read(folder.write("c.jsonl.gz", Array(bytes.prefix(bytes.count / 2))))
    #expect(result.documents.count > 1000)
    #expect(result.skipped.last?.reason == .cutOff)
  }

  @Test func aLongLineIsReportedAndPassedOver() throws {
    var bytes = Array("{\"_id\": \"a\", \"text\": \"x\"}\n".utf8)
    bytes += [UInt8](
      repeating: UInt8(ascii: "x"), count: SourceReader.maximumLineLength + 3_000_000)
    bytes += Array("\n{\"_id\": \"c\", \"text\": \"y\"}\n".utf8)
    let result = try read(folder.write("c.jsonl", bytes))
    #expect(result.documents.map(\.collectionLine) == [1, 3])
    #expect(result.skipped.map(\.reason) == [.malformedLine(2, .tooLong)])
  }

  @Test(
    "what is no text is skipped with the reason",
    arguments: [
      (Array("a\0b".utf8), .binary), ([0x61, 0x81], .notUTF8(offset: 1)),
      ([0x61, 0x62, 0xE9, 0x20], .notUTF8(offset: 2)), (Array(" \n\t\u{A0}\n".utf8), .empty),
    ] as [([UInt8], SkippedSource.Reason)])
  func notText(bytes: [UInt8], reason: SkippedSource.Reason) throws {
    let path = folder.write("a.txt", bytes)
    let result = try read(path)
    #expect(result.documents.isEmpty)
    #expect(result.skipped == [SkippedSource(path: path, reason: reason)])
  }

  @Test("each passage has its language, and what cannot tell has the document's")
  func languages() throws {
    let text = """
      Judul Berita Hari Ini

      Oleh: Budi Santoso

      Pemerintah mengatakan bahwa program itu akan dimulai pada tahun depan dan tidak dipungut \
      biaya untuk semua guru yang ada di daerah.

      Mereka yang tinggal di pulau yang jauh akan dibantu oleh kementerian dan tidak perlu datang \
      ke kota karena program itu juga dapat diikuti dari rumah atau dari sekolah mereka sendiri.

      ## Summary

      The government said that the programme will start next year and that it will be free for \
      all of the teachers who are in the province.
      """
    let document = try #require(try read(folder.write("a.txt", text)).documents.first)
    let body = document.passages.filter { $0.role == .body }
    #expect(body.map(\.language.rawValue) == ["id", "en"])
    #expect(document.passages.contains { $0.role == .metadata && $0.language == .indonesian })
  }

  @Test func aByteOrderMarkCountsInOffsets() throws {
    let document = try #require(
      try read(folder.write("a.txt", "\u{FEFF}Some words.\r\n")).documents.first)
    #expect(document.passages.map(\.range) == [3..<14])
    #expect(document.text.utf8.count == 16)
  }

  @Test func aFileThatVanishedIsReported() throws {
    let path = folder.write("a.txt")
    let files = try SourceWalk(paths: [path]).sources().files
    var gone = files[0]
    gone.path += "x"
    let reader = SourceReader([gone, files[0]])
    let results = [reader.next(), reader.next()].compactMap { $0 }.map(reader.documents)
    #expect(results[0].skipped.map(\.reason) == [.unreadable(code: 2)])
    #expect(results[1].documents.map(\.id) == ["a.txt"])
  }

  @Test(
    "of a long text the beginning is read, to the end of a line",
    arguments: [
      (12, "one\ntwo\nten\n", false), (11, "one\ntwo", true), (3, "on", true), (4, "one", true),
      (8, "one\ntwo", true),
    ])
  func longText(limit: Int, expected: String, isPart: Bool) throws {
    let text = "one\ntwo\nten\n"
    let path = folder.write("a.txt", text)
    let file = SourceFile(id: "a.txt", path: path, format: .text, size: 12, modified: 0)
    let content = try file.content(nil, limit: limit)
    #expect(try String(decoding: content.bytes.get(), as: UTF8.self) == expected)
    #expect(content.isPart == isPart)
    #expect(content.hash == (try FileDigest(fileAt: path)).hash, "of the whole file")
  }

  @Test("a text without a line break is cut before a character")
  func longLine() throws {
    let path = folder.write("a.txt", "aéé")
    let file = SourceFile(id: "a.txt", path: path, format: .text, size: 5, modified: 0)
    for (limit, expected) in [(4, "aé"), (3, "a"), (2, "a")] {
      let content = try file.content(nil, limit: limit)
      #expect(try String(decoding: content.bytes.get(), as: UTF8.self) == expected)
    }
  }
}
