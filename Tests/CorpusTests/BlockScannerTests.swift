import TestSupport
import Testing

@testable import Corpus

@Suite("Layout of a text") struct BlockScannerTests {
  /// Returns the blocks of a text as `kind: text`.
  private func layout(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return BlockScanner.blocks(in: bytes.span).map { block in
      let name =
        switch block.kind {
        case .paragraph: "p"
        case .listItem: "li"
        case .tableRow: "tr"
        case .code: "code"
        case .heading(let level): "h\(level)"
        case .image: "img"
        case .rule: "hr"
        }
      return name + ": " + String(decoding: bytes[block.range], as: UTF8.self)
    }
  }

  @Test(
    "blocks are told apart",
    arguments: [
      ("one\ntwo\n\nthree", ["p: one\ntwo", "p: three"]),
      ("a\r\nb\r\n\r\nc\r\n", ["p: a\r\nb", "p: c"]),
      ("# Title #\ntext", ["h1: Title", "p: text"]),
      ("## C#\n#hashtag", ["h2: C#", "p: #hashtag"]),
      ("Title\n=====\nSub\n---\ntext", ["h1: Title", "h2: Sub", "p: text"]),
      ("a\nb\n---\nc", ["p: a\nb", "hr: ---", "p: c"]),
      (
        "- one\n  more\n- two\n\n1. three\n2) four",
        ["li: one\n  more", "li: two", "li: three", "li: four"]
      ),
      ("* * *\n+++", ["hr: * * *", "hr: +++"]),
      ("| a | b |\n|---|---|\n| 1 | 2 |", ["tr: | a | b |", "tr: | 1 | 2 |"]),
      (
        "```swift\nlet a = 1\n\n# no heading\n```\nafter",
        ["code: let a = 1\n\n# no heading", "p: after"]
      ),
      ("Title\n~~~~~\ntext", ["h3: Title", "p: text"]),
      ("To install:\nbrew\n~~~\ncode\n~~~", ["p: To install:\nbrew", "code: code"]),
      ("To install:\n~~~\ncode\n~~~\ntext", ["p: To install:", "code: code", "p: text"]),
      ("intro\na | b\n--|--\n1 | 2\n\nc | d", ["p: intro", "tr: a | b", "tr: 1 | 2", "p: c | d"]),
      ("a | b\n:-: | ---\n1 | 2\ntext", ["tr: a | b", "tr: 1 | 2", "p: text"]),
      ("~~~\nopen to the end", ["code: open to the end"]),
      ("> quoted\n> text\n>\n> more", ["p: quoted\n> text", "p: more"]),
      (
        "![alt](a.png)\n[![b](c)](d)\n![x](y) text",
        ["img: ![alt](a.png)", "img: [![b](c)](d)", "p: ![x](y) text"]
      ),
      ("<!-- hidden\nstill -->\nshown", ["p: shown"]),
      ("<p align=\"center\">\ntext\n</p>", ["p: text"]),
      ("a\n\u{A0} \u{200B}\nb", ["p: a", "p: b"]),
      ("\u{2022} bullet\n\u{2022} more", ["li: bullet", "li: more"]),
      ("1999. was a year", ["li: was a year"]),
      ("12345678901. no item", ["p: 12345678901. no item"]),
      ("", []), ("\n\n", []), ("#", ["p: #"]), ("-", ["p: -"]),
    ])
  func blocks(text: String, expected: [String]) { #expect(layout(text) == expected) }

  @Test("random text never traps, and blocks come in order", arguments: 0..<20 as Range<UInt64>)
  func noise(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let pieces = [
      "#", "-", "=", "```", "~~~", ">", "|", "![", "](", ")", "<!--", "-->", "<", "\n", "\r\n",
      "\n\n", " ", "\u{A0}", "\u{2022}", "word", "1.", "By Jane Doe", "Posted on 1/2/2024", "---\n",
      "title: x\n", "é", "Need Help?",
    ]
    for _ in 0..<300 {
      let bytes = random.text(of: pieces, count: Int.random(in: 0..<40, using: &random))
      var end = 0
      for block in BlockScanner.blocks(in: bytes.span) {
        #expect(!block.range.isEmpty && block.range.lowerBound >= end)
        end = block.range.upperBound
      }
      #expect(end <= bytes.count)
      for passage in DocumentParser().article(bytes, id: "a.txt").passages {
        #expect(!passage.range.isEmpty && passage.range.upperBound <= bytes.count)
      }
    }
  }
}
