import Testing

@testable import TextAnalysis

@Suite struct SentenceSplitterTests {
  @Test(
    "Sentences end at stops, and the quotes and brackets after them belong to them",
    arguments: [
      "{One.} {Two!} {Three?} {Four…} {Five}",
      "{He said \"No.\"} {\"Yes,\" she said.} {“Never!”} {‘Why?’}",
      "{It is so (see above).} {(He did.)} {*Bold.*} {[Note.]}",
      "{What?!} {Really...} {Yes.}",
      "{Benarkah?} {“Saya senang,” katanya.} {\"Apa?\" tanya dia.}",
      "{A claim.[1]} {Another claim.[12][3] [4]} {End.}",
      "{People can't.} {Those cats are the children’s.} {Élise can.}",
      "{It cost money.} {$5 million.} {5 people came.} {Élan.}",
      "{これは文です。}{次の文です！}{「はい。」}{そう}",
    ])
  func stops(marked: String) { expect(marked) }

  @Test(
    "Stops inside a sentence do not end it",
    arguments: [
      "{Dr. Smith met Mr. J. K. Rowling on Jan. 5 at 3 p.m. local time.} {Then he left.}",
      "{The U.S. Army, Acme Inc. Europe and St. Louis (e.g. Bell) met vs. Ltd. Ohio.}",
      "{See No. 5, Fig. 3 and pp. 10.} {No.} {Never.}",
      "{Ir. H. Joko Widodo, S.H., M.Si. hadir di Jl. Sudirman No. 5.} {Ia pulang.}",
      "{Apel, jeruk, dll. di pasar; hlm. 5, dkk. dan dsb. juga.}",
      "{Tn. Budi dan Ny. Ani membayar Rp1.500,00 pukul 10.00 WIB.} {Lunas.}",
      "{Jacques Lefevre (c. 1455), Brown v. Board and Moh. Hatta (b. 1902).} {End.}",
      "{Surat a.n. Budi, d.a. Jakarta.}",
      "{Version 3.5 of node.js is out!} {Yahoo! is a firm.} {Wait... what?}",
      "{“Mr. Smith” left.} {We did so. yet}", "{Ia bertemu Kol. Inf. Budi di sana.}",
    ])
  func noStops(marked: String) { expect(marked) }

  @Test(
    "An abbreviation ends a sentence where a new one clearly begins",
    arguments: [
      "{He lives in the U.S.} {The army left.}", "{It was Apple Inc.} {In 1976 it began.}",
      "{Ada apel, jeruk, dll.} {Mereka membeli semuanya.}", "{He chose plan B.} {It failed.}",
    ])
  func abbreviationsAtTheEnd(marked: String) { expect(marked) }

  @Test(
    "A rank that is also a word ends a sentence",
    arguments: [
      "{It was closed by the mayor.} {Ferries sail daily.}", "{He broke his arm.} {Doctors came.}",
      "{Ia menjadi sersan.} {Kapal berlayar.}",
    ])
  func ranks(marked: String) { expect(marked) }

  @Test(
    "Blank lines, list items, headings, rules and table rows end a sentence; soft wraps do not",
    arguments: [
      "{A line\nthat goes\r\non.} {Next.}",
      "{No stop}\n\n{Next}\n \t\n\u{A0}\n{Last}",
      "{Items:}\n- {one}\n* {two}\n• {three.} {More\n  of it.}\n12. {Twelve}\n2) {Two}",
      "{End}\n## {Heading}\n{Text goes\non.}",
      "{Title}\n=====\n{Text}\n---\n{More}",
      "{| a | b |}\n{| c | d |}\n\n{End}",
      "# {Heading}",
      "{Born\n#hashtag and\n-5 degrees\n2025.} {Done}",
    ])
  func lines(marked: String) { expect(marked) }

  @Test(
    "A text without white space only has no sentences", arguments: ["", " \n\n\t ", "\u{FEFF}"])
  func nothing(text: String) { #expect(SentenceSplitter.sentences(in: text).isEmpty) }

  @Test("A text without an end is cut at a clause, else at a word, else anywhere")
  func longText() {
    let clauses = String(repeating: "word word, ", count: 300)
    let words = String(repeating: "word ", count: 1000)
    for text in [clauses, words] {
      let bytes = Array(text.utf8)
      for range in SentenceSplitter.sentences(in: text) {
        #expect(range.count <= SentenceSplitter.maximumLength)
        #expect(bytes[range.lowerBound] == UInt8(ascii: "w"))
        #expect(bytes[range.upperBound] == UInt8(ascii: " "))
      }
    }
    for range in SentenceSplitter.sentences(in: clauses) {
      #expect(Array(clauses.utf8)[range.upperBound - 1] == UInt8(ascii: ","))
    }
    let letters = SentenceSplitter.sentences(in: String(repeating: "é", count: 4000))
    #expect(letters.count == 6)
    #expect(letters.allSatisfy { $0.lowerBound % 2 == 0 && $0.upperBound % 2 == 0 })
    #expect(SentenceSplitter.sentences(in: String(repeating: ".", count: 4000)).count == 3)
  }

  /// Expects the sentences between `{` and `}`.
  private func expect(_ marked: String, sourceLocation: SourceLocation = #_sourceLocation) {
    var bytes: [UInt8] = []
    var expected: [Range<Int>] = []
    var start = 0
    for byte in marked.utf8 {
      switch byte {
      case UInt8(ascii: "{"): start = bytes.count
      case UInt8(ascii: "}"): expected.append(start..<bytes.count)
      default: bytes.append(byte)
      }
    }
    func text(_ ranges: [Range<Int>]) -> [String] {
      ranges.map { String(decoding: bytes[$0], as: UTF8.self) }
    }
    let found = SentenceSplitter.sentences(in: bytes.span)
    #expect(text(found) == text(expected), sourceLocation: sourceLocation)
  }
}
