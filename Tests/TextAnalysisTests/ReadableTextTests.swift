import TestSupport
import Testing
import TextAnalysis

@Suite("What a reader sees of a text") struct ReadableTextTests {
  private static let examples: [(source: String, readable: String)] = [
    ("The [lighthouse](a.md) opened.", "The lighthouse opened."),
    ("See [`crate`][2] and [that][].", "See crate and that."),
    ("[1]: https://a.b/c\nText.\n[//]: # (hidden)", "\nText.\n"),
    ("One.[^1]\n[^1]: A note.", "One.\n[^1]: A note."),
    ("[[Notes]] of [[a/b|Ann]]", "Notes of Ann"),
    ("An ![image](a.png) here", "An  here"), ("![a](b)", ""),
    ("**Bold** and __bold__, *it* and _it_.", "Bold and bold, it and it."),
    ("***both*** **a [b](c) d**", "both a b d"), ("`code` and ``a ` b``", "code and a ` b"),
    ("Jonas. <!-- Max. --> Berit.", "Jonas.  Berit."), ("a <!-- open", "a <!-- open"),
    ("a<b>c</b><br>d <i class=\"x\">e</i>", "ac d e"), ("<div>a</div><p>b</p>", " a  b "),
    ("{% include x %}Text {{ y }} end{: .note}", "Text  end"), ("## Title {#id}", "## Title "),
    ("Text. %% hidden %% More.", "Text.  More."), ("a&nbsp;b &lt;c&gt; &amp;", "a b <c> &"),
    ("light\u{200B}house so\u{AD}lar", "lighthouse solar"),
    ("the govern-\nment, the light\u{AD}\n  house", "the government, the lighthouse"),
    ("> quoted\n> text", "quoted\ntext"),
  ]

  @Test("marks, tags and comments are not read", arguments: examples)
  func readable(source: String, readable: String) {
    #expect(source.readable == readable)
  }

  @Test(
    "what only looks like a mark is text",
    arguments: [
      "2**3 and 4 * 5 * 6", "snake_case_name", "a < b and c > d", "<stdio.h> <ann@b.c>",
      "[not a link] (at all)", "Array[1](x", "well-\nknown", "anak-\nanak", "A-\nB", "100 %% sure",
      "```\n**code** <b>\n```", "*", "**", "`", "[", "<", "{", "&",
      "AT&T & co", "{ x }", "5 - 3", "[x] done", "every 75 years.[1][10][11]",
    ])
  func text(source: String) {
    #expect(ReadableText(ifDifferentFrom: source.utf8.span) == nil)
    #expect(
      ReadableText(source.utf8.span).sourceRange(of: 0..<source.utf8.count)
        == 0..<source.utf8.count)
  }

  @Test("a part of the readable text is found in the source, with the marks that belong to it")
  func places() {
    func source(_ text: String, _ part: String, withMarks: Bool) -> String? {
      let readable = ReadableText(text.utf8.span)
      let shown = String(decoding: readable.bytes, as: UTF8.self)
      guard let range = shown.firstRange(of: part) else { return nil }
      let start = shown[..<range.lowerBound].utf8.count
      let found = readable.sourceRange(of: start..<start + part.utf8.count, withMarks: withMarks)
      #expect(readable.readableRange(of: found) == start..<start + part.utf8.count)
      return String(decoding: Array(text.utf8)[found], as: UTF8.self)
    }
    let text = "He. <!-- c --> **The [light-\nhouse](a)** is old. `x`"
    #expect(source(text, "lighthouse", withMarks: false) == "light-\nhouse")
    #expect(source(text, "lighthouse", withMarks: true) == "[light-\nhouse](a)**")
    #expect(source(text, "The lighthouse is", withMarks: true) == "**The [light-\nhouse](a)** is")
    #expect(source(text, "He.", withMarks: true) == "He.")
    #expect(source(text, "x", withMarks: true) == "`x`")
  }

  @Test("the end of a comment that has none is searched for once")
  func openComments() {
    // Searched for from each beginning, it would take 5 · 10¹¹ steps.
    let source = Array(repeating: Array("<!--".utf8), count: 500_000).flatMap(\.self)
    #expect(ReadableText(source.span).bytes.count == source.count)
  }

  @Test("any text has a readable one, whose parts lie in the source")
  func noise() {
    struct Never: Error {}
    let seeds = Self.examples.map { Array($0.source.utf8) }
    _ = Fuzzing("readable-text", seeds).run { bytes throws(Never) in
      let source = Array(bytes)
      let readable = ReadableText(source.span)
      var end = 0
      for index in readable.bytes.indices {
        let range = readable.sourceRange(of: index..<index + 1)
        precondition(range.lowerBound >= end && range.upperBound <= source.count)
        precondition(!range.isEmpty)
        end = range.upperBound
        _ = readable.sourceRange(of: index..<readable.bytes.count, withMarks: true)
      }
      for index in source.indices {
        let range = readable.readableRange(of: index..<index + 1)
        precondition(range.upperBound <= readable.bytes.count)
      }
    }
  }
}
