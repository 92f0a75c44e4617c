import Model
import Testing
import TextAnalysis

@testable import Corpus

@Suite("Tables, subtitles, notebooks and light markup") struct DataReaderTests {
  private func read(_ reader: some FormatReader, _ text: String) throws -> ExtractedText {
    try #require(try reader.read(SourceInput(name: "a", bytes: Array(text.utf8))).first)
  }

  private func text(_ text: ExtractedText) -> String { String(decoding: text.text, as: UTF8.self) }

  @Test(
    "each row is a record, whatever separates values",
    arguments: [",", ";", "\t"])
  func values(separator: String) throws {
    let rows = [["Port", "Ships"], ["\"Tanjung\n\"\"Priok\"\"\"", "12"], ["Belawan", ""]]
    let read = try read(
      CSVReader(), rows.map { $0.joined(separator: separator) }.joined(separator: "\r\n"))
    #expect(
      text(read) == """
        | Port | Ships

        Port: Tanjung "Priok" · Ships: 12

        Port: Belawan

        """)
    #expect((1...5).map { read.places[line: $0]?.number } == [1, 1, 2, 2, 3])
  }

  @Test("cues become sentences with the time at which they begin")
  func subtitles() throws {
    let srt = """
      1
      00:00:01,500 --> 00:00:03,000
      <i>The harbour</i>

      2
      00:00:03,100 --> 00:00:05,000
      opened today.

      3
      01:02:03,000 --> 01:02:04,000
      It rained.
      """
    let read = try read(SubtitleReader(), srt)
    #expect(text(read) == "The harbour opened today.\n\nIt rained.\n")
    #expect(read.places[line: 1] == Place(.time, 1))
    #expect(read.places[line: 3] == Place(.time, 3723))
    let ass = """
      [Script Info]
      Title: The harbour of Gayo
      Dialogue: 0,0:00:02.00,0:00:03.00,Default,,0,0,0,,{\\an8}One, two\\Nthree.
      """
    let styled = try self.read(SubtitleReader(), ass)
    #expect(text(styled) == "One, two three.\n")
    #expect(styled.metadata[.title]?.value == "The harbour of Gayo")
  }

  @Test(
    "sentences run over cues, until a pause",
    arguments: [
      // Two sentences in one cue, and one over three; an abbreviation at the end of a cue.
      (
        "0.0 1.0 It rained. The harbour|1.1 2.0 of Dr.|2.1 3.0 Ali opened.",
        "It rained.\nThe harbour of Dr. Ali opened.\n"
      ),
      // A pause ends a heading, but not a sentence that continues in lower case or after a comma.
      ("0.0 1.0 The harbour|3.0 4.0 It opened.", "The harbour\n\nIt opened.\n"),
      ("0.0 1.0 The harbour|3.0 4.0 opened.", "The harbour opened.\n"),
      ("0.0 1.0 In May,|3.0 4.0 Ali came.", "In May, Ali came.\n"),
      ("0.0 1.0 The harbour|7.0 8.0 opened.", "The harbour\n\nopened.\n"),
      // So does a blank cue.
      ("0.0 1.0 One|1.1 1.2 |1.3 2.0 two", "One\n\ntwo\n"),
    ])
  func subtitleSentences(cues: String, expected: String) throws {
    let vtt = cues.split(separator: "|").map { cue in
      let fields = cue.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
      return "00:0\(fields[0]) --> 00:0\(fields[1])\n\(fields[2])\n"
    }
    let read = try read(SubtitleReader(), "WEBVTT - Gayo\n\n" + vtt.joined(separator: "\n"))
    #expect(text(read) == expected)
    #expect(read.metadata[.title]?.value == "Gayo")
  }

  @Test("a sentence without an end is divided between cues")
  func endlessSubtitles() throws {
    let cues = (0..<120).map {
      "00:00:0\($0 / 40).\(100 + $0 % 40 * 20) --> 00:00:09.0\nword\($0) and\n"
    }
    let lines = text(try read(SubtitleReader(), cues.joined(separator: "\n")))
      .split(separator: "\n")
    #expect(lines.count > 2)
    #expect(lines.allSatisfy { $0.utf8.count <= 600 && $0.hasSuffix(" and") })
  }

  @Test(
    "marks of subtitles that are never closed are text, and read once",
    .timeLimit(.minutes(1)), arguments: ["<", #"{\q"#])
  func openMarks(mark: String) throws {
    // Looking for the end of each mark by itself would take an hour.
    let line = String(repeating: mark, count: 2_000_000)
    let read = try read(SubtitleReader(), "1\n00:00:01,0 --> 00:00:02,0\n\(line)\n")
    #expect(text(read).utf8.count { $0 == mark.utf8.first } == 2_000_000)
  }

  @Test("a line that the next cue repeats counts once")
  func rollUp() throws {
    let vtt = """
      WEBVTT

      00:00.000 --> 00:02.000
      \u{20}
      the <c>harbour</c>

      00:02.000 --> 00:02.010
      the harbour
      \u{20}

      00:02.010 --> 00:04.000
      the harbour
      opened today.
      """
    let read = try read(SubtitleReader(), vtt)
    #expect(text(read) == "the harbour opened today.\n")
  }

  @Test func notebook() throws {
    let read = try read(
      NotebookReader(),
      """
      {"cells": [{"cell_type": "markdown", "source": ["# Title\\n", "Words."]},
      {"cell_type": "code", "source": "x = 1", "outputs": [{"text": "hidden"}]}]}
      """)
    #expect(text(read) == "# Title\nWords.\n\n```\nx = 1\n```\n")
    #expect(read.places[line: 5] == Place(.cell, 2))
  }

  @Test(
    "headings get marks, comments become blank lines, and every line keeps its number",
    arguments: [
      (
        LightMarkupReader.Language.reStructuredText,
        "Ports\n=====\n\n.. note:: x\n\nSee :ref:`it <a>`.\n",
        "# Ports\n\n\n\n\nSee it.\n"
      ),
      (.org, "#+TITLE: Ports\n* TODO One :a:\n[[x][Text]] here\n# no\n", "\n# One\nText here\n\n"),
      (
        .asciiDoc, "= Ports\n:author: Ann\n\n== One\n// no\nText.\n",
        "# Ports\n\n\n## One\n\nText.\n"
      ),
      (
        .laTeX,
        "\\title{Ports}\n\\begin{document}\n\\section{One}\\label{a}\nA \\emph{word} % no\n",
        "\n\n## One\nA word \n"
      ),
    ])
  func lightMarkup(language: LightMarkupReader.Language, source: String, expected: String) throws {
    let read = try read(LightMarkupReader(language: language), source)
    #expect(text(read) == expected)
    #expect(read.metadata[.title]?.value == "Ports")
  }
}

@Suite("Encodings") struct EncodingTests {
  private func decoded(_ bytes: [UInt8], declared: Charset? = nil) throws -> String {
    String(decoding: try TextDecoder.utf8(bytes, declared: declared), as: UTF8.self)
  }

  @Test("a byte order mark decides, also for scalars beyond 16 bits")
  func marks() throws {
    let text = "Café 🌊"
    let units = Array(text.utf16)
    #expect(
      try decoded([0xFF, 0xFE] + units.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }) == text)
    #expect(
      try decoded([0xFE, 0xFF] + units.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }) == text)
    let wide = text.unicodeScalars.flatMap {
      [UInt8($0.value & 255), UInt8($0.value >> 8 & 255), UInt8($0.value >> 16), 0]
    }
    #expect(try decoded([0xFF, 0xFE, 0, 0] + wide) == text)
  }

  @Test("UTF-16 without a mark shows by its zeros")
  func unmarked() throws {
    let text = "The harbour of Gayo opened in May, and it rained."
    let units = Array(text.utf16)
    #expect(try decoded(units.flatMap { [UInt8($0 & 255), 0] }) == text)
    #expect(try decoded(units.flatMap { [0, UInt8($0 & 255)] }) == text)
    // A few such bytes may be anything.
    #expect(throws: ReadingError.self) { try decoded([0x61, 0, 0x62, 0]) }
    #expect(throws: ReadingError.self) {
      try decoded(units.flatMap { [UInt8($0 & 255), 1] } + [0])
    }
  }

  @Test(
    "labels stand for encodings",
    arguments: [
      ("windows-1251", [0xCF, 0xF0], "Пр"), ("KOI8-R", [0xF0, 0xD2], "Пр"),
      ("iso-8859-15", [0xA4], "€"), ("Latin1", [0x80], "€"), ("cp1250", [0xB3], "ł"),
    ] as [(String, [UInt8], String)])
  func labels(label: String, bytes: [UInt8], expected: String) throws {
    let charset = try #require(Charset(label: label))
    #expect(try decoded(bytes, declared: charset) == expected)
  }

  @Test("what is not UTF-8 is Windows-1252 if it looks like a text in it")
  func fallback() throws {
    let text = Array("The harbour caf".utf8)
    #expect(try decoded(text + [0xE9, 0x20, 0x93, 0x61, 0x94]) == "The harbour café “a”")
    #expect(throws: ReadingError.self) { try decoded(text + [0x81]) }
    #expect(throws: ReadingError.self) { try decoded([0xB0, 0xA1, 0xB0, 0xA2, 0x20, 0xB0, 0xA3]) }
    #expect(throws: ReadingError.self) { try decoded(text + [0xE9, 0]) }
  }

  @Test func aPageDeclaresItsEncoding() throws {
    let page: [UInt8] = Array("<meta charset='windows-1251'><p>".utf8) + [0xCF, 0xF0]
    let read = try HTMLReader().read(SourceInput(name: "a.html", bytes: page))
    #expect(read.map { String(decoding: $0.text, as: UTF8.self) } == ["Пр\n"])
  }
}

@Suite("Places") struct PlaceMapTests {
  @Test("a map comes back from its text, and rows count on by themselves")
  func encoding() throws {
    var map = PlaceMap()
    for row in 1...1000 { map.append(Place(.row, row, name: "A b"), line: 3 + 2 * row) }
    map.append(Place(.row, 1, name: "C"), line: 3000)
    #expect(map.marks.count == 2)
    let decoded = try #require(PlaceMap(encoded: map.encoded))
    #expect(decoded == map)
    #expect(decoded[line: 4] == nil)
    #expect(decoded[line: 2003] == Place(.row, 1000, name: "A b"))
    #expect(decoded[line: 9999] == Place(.row, 1, name: "C"))
    #expect(PlaceMap(encoded: "1 page x 0\n") == nil)
    #expect(PlaceMap(encoded: "-1 page 1 0\n") == nil)
  }

  @Test("what a small table makes is bounded, and what is left out is said to be")
  func bounds() throws {
    func isPart(_ text: String) throws -> Bool {
      try #require(
        try CSVReader().read(SourceInput(name: "a.csv", bytes: Array(text.utf8))).first
      ).isPart
    }
    #expect(try !isPart("a,b\n" + String(repeating: "x,\n", count: 200)))
    #expect(try isPart("a,b\n" + String(repeating: "x\n", count: 200_001)))
    #expect(try isPart(String(repeating: "a,", count: 1001) + "a\nx\n"))
    #expect(try !isPart(String(repeating: "a,", count: 1000) + "\nx\n"))
    // Each row repeats the names of its columns.
    var table = RecordWriter()
    table.writer.maximumSize = 10_000
    table.row([[UInt8](repeating: 0x61, count: 1000), [0x62]], number: 1)
    for number in 2..<1000 { table.row([[0x63], [0x64]], number: number) }
    #expect(table.isFull && table.text().isPart)
    #expect(table.writer.bytes.count <= 10_000 + 16)
  }
}
