import Testing

@testable import Corpus

@Suite("Cutting into passages") struct PassageSplitterTests {
  private func words(_ count: Int) -> String {
    Array(repeating: "word", count: max(0, count - 1)).joined(separator: " ") + " end."
  }

  private func passages(_ text: String) -> [(text: String, headings: [String])] {
    let bytes = Array(text.utf8)
    let blocks = BlockScanner.blocks(in: bytes.span)
    return PassageSplitter.passages(of: blocks, in: bytes.span)
      .map { (String(decoding: bytes[$0.range], as: UTF8.self), $0.headings) }
  }

  @Test(
    "paragraphs are joined towards the target length",
    arguments: [
      ([60, 60], [120]), ([60, 60, 60], [120, 60]), ([20, 230], [250]), ([110, 100], [110, 100]),
      ([300, 300], [300, 300]), ([10, 315], [10, 315]), ([120, 20], [140]),
      ([50, 50, 50], [100, 50]), ([50, 50, 30], [130]),
      ([100, 30, 100], [130, 100]), ([320], [320]),
    ])
  func join(paragraphs: [Int], expected: [Int]) {
    let text = paragraphs.map(words).joined(separator: "\n\n")
    #expect(passages(text).map { $0.text.split { $0 == " " || $0 == "\n" }.count } == expected)
  }

  @Test func aVeryLongParagraphIsCutBetweenSentences() {
    let sentence = "The committee of the province met again on that day and agreed to it."
    let parts = passages(Array(repeating: sentence, count: 60).joined(separator: " "))
    #expect(parts.count > 3)
    for part in parts {
      #expect(part.text.hasPrefix("The committee") && part.text.hasSuffix("agreed to it."))
      #expect(part.text.split(separator: " ").count <= PassageSplitter.maximumWords)
    }
  }

  @Test func nothingIsJoinedAcrossAHeading() {
    let parts = passages("one\n\n# A\n\ntwo\n\n## B\n\nthree\n\n# C\n\nfour")
    #expect(parts.map(\.text) == ["one", "two", "three", "four"])
    #expect(parts.map(\.headings) == [[], ["A"], ["A", "B"], ["C"]])
  }

  @Test func aHeadingWithNothingUnderItIsFoundItself() {
    let parts = passages("# A\n\n## B\n\n## C\n\ntext\n\n# D")
    #expect(parts.map(\.text) == ["B", "text", "D"])
    #expect(parts.map(\.headings) == [["A"], ["A", "C"], []])
  }

  @Test func whatHasNoSentencesIsCutBetweenWords() {
    let text = Array(repeating: "wörd", count: 20_000).joined(separator: " ")
    let parts = passages(text)
    #expect(parts.count > 1)
    #expect(parts.map(\.text).joined(separator: " ") == text)
    let solid = passages(String(repeating: "é", count: 50_000))
    #expect(solid.map(\.text).joined() == String(repeating: "é", count: 50_000))
  }
}
