import TestSupport
import Testing

@testable import TextAnalysis

@Suite("Lines that are records") struct LineShapeTests {
  @Test(
    "each of two lines of one shape is a record",
    arguments: [
      (
        "2024-02-11 08:14:02 INFO  backup started\n2024-02-11 09:00:10 WARN  disk is 91% full",
        .entry
      ),
      ("[08:14] door opened. Guard called\n[08:15] door closed", .entry),
      ("Feb 11 08:14:02 host cron started\nFeb 11 08:15:02 host cron ended", .entry),
      ("07.30 Upacara bendera\n08.15 Senam bersama", .entry),
      ("Vik | Eva Holm | 1350\nLunde | Ib Krag | 850", .row),
      ("Skipper: Joan Keld\nHome Port: Amble", .label),
      ("Nilai kontrak: Rp1,8 miliar\nMulai: 3 Maret 2022", .label),
      ("copies = 77\nhour = 2", .label),
      ("Chair     Ann Poe\nClerk     Bo Dahl", .columns),
      ("Chair\tAnn Poe\nClerk\tBo Dahl", .columns),
      ("Mary Rudd – laundry\nJosef Lind – night watch", .pair),
      ("Mary Rudd - laundry\nJosef Lind - night watch", .pair),
      ("Ned Arkle, coxswain\nFay Sutton, mechanic", .list),
      ("Vik,Eva Holm,1350\nLunde,Ib Krag,850", .list),
      ("300 g flour\n2 eggs", .amount),
    ] as [(String, LineShape.Kind)])
  func records(text: String, kind: LineShape.Kind) {
    let sentences = SentenceSplitter.split(Array(text.utf8).span)
    #expect(sentences.map(\.record) == [kind, kind])
    let lines = text.split(separator: "\n").map { $0.utf8.count }
    #expect(sentences.map(\.range.count) == lines)
  }

  @Test("the shape of a long line does not depend on whether it can be read several bytes at once")
  func longLines() {
    let pieces = [
      "pier", "a", "built", "12", "1,5", " ", " ", " ", "  ", "   ", "\t", "|", "\\|", ", ", ".",
      ": ",
      " · ", " – ", " -- ", "· ", "\r", "\n",
    ]
    for seed in 0..<20_000 as Range<UInt64> {
      var generator = SplitMix64(seed: seed)
      // Marks are rare, so that lines are long before they have a shape.
      let marks = Int.random(in: 6...pieces.count, using: &generator)
      var line = "Norwood pier "
      while line.utf8.count < 440 { line += pieces[Int.random(in: 0..<marks, using: &generator)] }
      line = String(line.utf8.prefix(Int.random(in: 60...440, using: &generator))) ?? line
      // An apostrophe tells as little as a letter, but is read by itself.
      let apart = line.prefix(12) + line.dropFirst(12).map { $0.isLetter ? "'" : $0 }
      #expect(shape(of: line) == shape(of: apart), "\(line)")
    }
  }

  private func shape(of line: some StringProtocol) -> LineShape? {
    Array(line.utf8).withUnsafeBufferPointer { buffer in
      ByteView(buffer).flatMap { LineShape(at: 0, in: $0) }
    }
  }

  @Test(
    "a line that leaves no doubt is a record alone",
    arguments: [
      ("town: Vik · mayor: Eva Holm · people: 1350", .fields), ("Servings: 12", .label),
      ("- Engineer: Liv Strand", .label), ("1. Mary Rudd – laundry", .pair),
      ("| Vik | 1350 |", .row), ("- 300 g flour", .amount),
    ] as [(String, LineShape.Kind)])
  func alone(text: String, kind: LineShape.Kind) {
    let sentences = SentenceSplitter.split(Array(text.utf8).span)
    #expect(sentences.map(\.record) == [kind])
  }

  @Test(
    "what somebody says is read like prose, line by line",
    arguments: ["[08:14] Who built it?\n[08:15] Ana Torres did.", "Ann: Who?\nBo: Ana Torres did."])
  func speech(text: String) {
    let sentences = SentenceSplitter.split(Array(text.utf8).span)
    #expect(sentences.map(\.record) == [nil, nil])
  }

  @Test("the first item of a list is a record without its mark")
  func firstItem() {
    let sentences = SentenceSplitter.split(Array("1 kg plums\n- 300 g flour\n- 3 eggs".utf8).span)
    #expect(sentences.map(\.record) == [.amount, .amount, .amount])
  }

  @Test(
    "prose that is wrapped into lines has no records",
    arguments: [
      "The old harbour was built in\n1911 by the firm of Berg and\nclosed in 1980.",
      "He asked the council of the town\nonce more: would they build a\nbridge over the river?",
      "It has a library, a school, a\nmill, two inns, a church and a\nferry.",
      "The pilot – an old man – came at\nnoon, and the crew – four men –\nleft.",
      "Dear Ann,\nthank you for the letter. We\nshall come on Sunday.",
      "Vik is a town. It lies on a\nfjord.  The old part has one\nstreet.",
      "On that day they opened the\n12 gates of the town and the\nother 3 as well.",
    ])
  func prose(text: String) {
    let sentences = SentenceSplitter.split(Array(text.utf8).span)
    #expect(sentences.allSatisfy { $0.record == nil })
    #expect(
      sentences.map(\.range) == SentenceSplitter.sentences(in: text.replacing("\n", with: " ")))
  }

  @Test(
    "a record goes on in lines that are not records, and ends with a line that begins anew",
    arguments: [
      ("Name: Sea Holly\nNotes: built in Amble for the\n  herring trade\nLength: 12 m", 3),
      (
        "Name: Sea Holly\nNotes: built in Amble for the herring trade of the north\nand sold\nLength: 12 m",
        3
      ),
      ("Name: Sea Holly\nLength: 12 m\nTrains run twice a day.", 3),
      ("Boat details\nName: Sea Holly\nLength: 12 m", 3),
      ("Vik | 1350\nLunde | 850\ntwo towns in all", 3),
      ("2024-02-11 08:14 start\n2024-02-11 08:15 failed\n  at line 3\n2024-02-11 08:16 end", 3),
    ])
  func continuation(text: String, count: Int) {
    #expect(SentenceSplitter.sentences(in: text).count == count)
  }
}
