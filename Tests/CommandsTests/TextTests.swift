import Indexing
import Model
import Platform
import Testing
import TextAnalysis

@testable import Commands

struct VisibleTextTests {
  @Test(
    "nothing that steers a terminal is left",
    arguments: [
      ("plain é 中", "plain é 中"), ("\u{1B}[2J\u{7}", "␛[2J␇"), ("a\tb\r\nc", "a b  c"),
      ("\u{7F}\u{0}", "␡␀"), ("\u{9B}31m", "\u{FFFD}31m"), ("a\u{85}b\u{2028}c", "a b c"),
      ("\u{202E}evil\u{202C}\u{2066}\u{200F}", "evil"), ("a\u{E0041}\u{FFF9}b", "ab"),
      ("e\u{301} 👩‍👩‍👧", "e\u{301} 👩‍👩‍👧"),
    ])
  func disarms(text: String, shown: String) {
    #expect(Array(VisibleText.line(text).unicodeScalars) == Array(shown.unicodeScalars))
  }

  @Test("no control character survives, whichever it is")
  func disarmsAll() {
    for value in UInt32(0)...0x2FFF {
      guard let scalar = Unicode.Scalar(value),
        let shown = VisibleText.replacement(for: scalar)
      else { continue }
      #expect(shown.properties.generalCategory != .control)
    }
  }
}

struct DisplayWidthTests {
  @Test(
    "columns are those of a terminal",
    arguments: [
      ("abc", 3), ("é", 1), ("e\u{301}", 1), ("中文", 4), ("ｱ", 1), ("Ａ", 2), ("", 0), ("…—", 2),
      ("\u{200B}", 0), ("😀", 2),
    ])
  func counts(text: String, columns: Int) {
    #expect(DisplayWidth.columns(of: text) == columns)
  }
}

struct TypesetterTests {
  private func lines(_ text: String, width: Int = 20) -> [String] {
    Typesetter(width: width, isColored: false).lines([StyledText(text)])
      .split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  @Test(
    "lines break at spaces and never grow too long",
    arguments: [
      ("one two three four five six", ["one two three four", "five six"]),
      ("aaaaaaaaaaaaaaaaaaaa b", ["aaaaaaaaaaaaaaaaaaaa", "b"]),
      ("aaaaaaaaaaaaaaaaaaaaaaaaa b", ["aaaaaaaaaaaaaaaaaaaa", "aaaaa b"]),
      ("中文中文中文中文中文中文", ["中文中文中文中文中文", "中文"]), ("", [""]),
      ("  many   spaces\n\nand lines ", ["many spaces and", "lines"]),
      ("e\u{301}e\u{301}e\u{301} x", ["e\u{301}e\u{301}e\u{301} x"]),
    ])
  func wraps(text: String, expected: [String]) {
    #expect(lines(text) == expected)
  }

  @Test("no line is wider than it may be, whatever the text", arguments: 0..<50)
  func staysWithin(seed: UInt64) {
    var state = seed &+ 1
    var text = ""
    for _ in 0..<300 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      text += ["a", "bc ", " ", "中", "e\u{301}", "word", "\u{1B}", "-"][Int(state >> 61)]
    }
    let set = lines(text, width: 30)
    #expect(set.allSatisfy { DisplayWidth.columns(of: $0) <= 30 })
    // Only spaces may be lost.
    let kept = { (text: String) in text.unicodeScalars.filter { $0 != " " } }
    #expect(Array(kept(set.joined())) == Array(kept(VisibleText.line(text))))
  }

  @Test("a window that leaves no room beside the margin has the text below it")
  func goesBelowMargin() {
    let typesetter = Typesetter(width: 20, isColored: false)
    let set = typesetter.lines(
      [StyledText("citations of an answer")], first: "  top      3        ", indent: 19)
    #expect(set == "  top      3        \n    citations of an\n    answer\n")
    #expect(typesetter.lines([StyledText("two")], first: "  one  ", indent: 7) == "  one  two\n")
  }

  @Test("of lines that are made up, only those that are too long are broken")
  func breaksBlock() {
    let typesetter = Typesetter(width: 20, isColored: false)
    #expect(
      typesetter.block("a  b\n  one two three four five")
        == "a  b\n  one two three four\n    five\n")
  }

  @Test("colour ends with the words it belongs to")
  func endsColour() {
    let pieces = [StyledText("one two "), StyledText("three four", .match), StyledText(" five")]
    let text = Typesetter(width: 20, isColored: true).lines(pieces, first: "  ", indent: 2)
    #expect(text == "  one two \u{1B}[1mthree four\u{1B}[0m\n  five\n")
  }
}

struct ColorChoiceTests {
  @Test(
    "--color goes before NO_COLOR, which goes before the terminal",
    arguments: [
      (ColorChoice.auto, true, [:], true), (.auto, false, [:], false),
      (.auto, true, ["NO_COLOR": "1"], false), (.auto, true, ["NO_COLOR": ""], true),
      (.auto, true, ["TERM": "dumb"], false), (.always, false, ["NO_COLOR": "1"], true),
      (.never, true, [:], false),
    ] as [(ColorChoice, Bool, [String: String], Bool)])
  func decides(
    choice: ColorChoice, onTerminal: Bool, variables: [String: String], isColored: Bool
  ) {
    #expect(
      choice.isColored(onTerminal: onTerminal, environment: Environment(variables)) == isColored)
  }
}

struct QuantityTests {
  @Test(
    "sizes",
    arguments: [
      (0, "0 bytes"), (1, "1 byte"), (999, "999 bytes"), (1000, "1.0 kB"), (9_949, "9.9 kB"),
      (10_500, "11 kB"), (999_499, "999 kB"), (999_500, "1.0 MB"), (2_340_000_000, "2.3 GB"),
    ])
  func writesBytes(number: Int, text: String) {
    #expect(Quantity.bytes(number).english == text)
  }

  @Test(
    "counts",
    arguments: [
      (0, "0 files"), (1, "1 file"), (1234, "1,234 files"), (1_000_000, "1,000,000 files"),
    ])
  func writesCounts(number: Int, text: String) {
    let phrase = Quantity.count(number, .init("file", indonesian: "berkas"))
    #expect(phrase.english == text)
    #expect(phrase.indonesian == "\(Quantity.grouped(number).indonesian) berkas")
  }

  @Test("Indonesian numbers have a point between thousands and a comma before decimals")
  func writesIndonesianNumbers() {
    #expect(Quantity.grouped(-1_234_567).indonesian == "-1.234.567")
    #expect(Quantity.bytes(9_949).indonesian == "9,9 kB")
    #expect(Quantity.seconds(0.5).indonesian == "0,50 dtk")
  }

  @Test("decimals", arguments: [(0, "0.00"), (1.005, "1.00"), (-2.5, "-2.50"), (11.926, "11.93")])
  func writesDecimals(value: Double, text: String) {
    #expect(Quantity.decimal(value) == text)
  }
}

struct ProgressBarTests {
  @Test("the bar tells how far it is and how long it takes")
  func draws() {
    let progress = IndexProgress(documents: 1500, bytesRead: 25 << 20, bytesTotal: 100 << 20)
    let line = ProgressBar.line(progress, seconds: 10, width: 90, in: .english)
    #expect(
      line
        == "[##########------------------------------] 25%  1,500 documents  2.6 MB/s  30 s left")
    #expect(ProgressBar.line(progress, seconds: 10, width: 40, in: .english).utf8.count <= 40)
    let indonesian = ProgressBar.line(progress, seconds: 10, width: 80, in: .indonesian)
    #expect(indonesian.hasSuffix(" 25%  1.500 dokumen  2,6 MB/dtk  30 dtk lagi"))
  }

  @Test("joining has a bar of its own")
  func drawsMerging() {
    let progress = IndexProgress(passagesMerged: 3000, passagesToMerge: 4000)
    let line = ProgressBar.line(progress, seconds: 3, width: 90, in: .english)
    #expect(line.hasPrefix("[##############################----------] 75%  merging"))
    #expect(line.hasSuffix("1,000 passages/s  1 s left"))
  }

  @Test(
    "sizes are read as they are typed",
    arguments: [
      ("512M", 512 << 20), ("2g", 2 << 30), ("800MB", 800 << 20), ("1GiB", 1 << 30), ("7", 7),
      ("64K", 64 << 10), ("3T", 3 << 40), ("", nil), ("M", nil), ("-1M", nil), ("1.5G", nil),
      ("99999999999T", nil), ("1X", nil),
    ] as [(String, Int?)])
  func sizes(text: String, bytes: Int?) {
    #expect(MemorySize(argument: text)?.bytes == bytes)
  }

  @Test("nothing to read is no division by nothing")
  func drawsNothing() {
    let line = ProgressBar.line(IndexProgress(), seconds: 1, width: 80, in: .english)
    #expect(line.hasSuffix(" 0%  0 documents"))
  }
}

struct ShellWordTests {
  @Test(
    "a shell reads the name back",
    arguments: [
      ("/a/b-c_1.txt", "/a/b-c_1.txt"), ("", "''"), ("My File.pdf", "'My File.pdf'"),
      ("it's", #"'it'\''s'"#), ("$(x)", "'$(x)'"), ("é中", "é中"),
    ])
  func quotes(name: String, word: String) {
    #expect(ShellWord.quoted(name) == word)
  }

  @Test("a converter is shown with the file that it is for")
  func showsConverter() {
    let commands = TextConverter.all.map { $0.command(for: "/a/My Plan.v2.doc") }
    #expect(
      commands == [
        "catdoc -d utf-8 '/a/My Plan.v2.doc' > '/a/My Plan.v2.txt'"
      ])
  }
}

struct LinkTests {
  @Test("a link begins and ends on each line, and nothing of it counts as a column")
  func setsLinks() {
    let typesetter = Typesetter(width: 20, isColored: false, hasLinks: true)
    let pieces = [StyledText("see "), StyledText("a place of words", link: "file:///a")]
    let start = "\u{1B}]8;;file:///a\u{1B}\\"
    let end = "\u{1B}]8;;\u{1B}\\"
    #expect(typesetter.lines(pieces) == "see \(start)a place of words\(end)\n")
    let narrow = typesetter.lines(pieces + [StyledText(" and more text to come")])
    #expect(narrow == "see \(start)a place of words\(end)\nand more text to\ncome\n")
    let without = Typesetter(width: 20, isColored: false)
    #expect(without.lines(pieces) == "see a place of words\n")
  }

  @Test(
    "links are for terminals that are known to have them",
    arguments: [
      ([:], true, true, false), (["TERM_PROGRAM": "WezTerm"], true, true, true),
      (["TERM_PROGRAM": "WezTerm"], false, true, false),
      (["TERM_PROGRAM": "WezTerm"], true, false, false),
      (["VTE_VERSION": "7600"], true, true, true),
      (["VTE_VERSION": "4000"], true, true, false), (["TERM": "xterm-kitty"], true, true, true),
      (["TERM": "xterm", "FORCE_HYPERLINK": "1"], true, true, true),
      (["WT_SESSION": "x", "FORCE_HYPERLINK": "0"], true, true, false),
    ] as [([String: String], Bool, Bool, Bool)])
  func knowsTerminals(
    variables: [String: String], onTerminal: Bool, isColored: Bool, areShown: Bool
  ) {
    let environment = Environment(variables)
    #expect(
      LinkChoice.auto.areShown(
        onTerminal: onTerminal, isColored: isColored, environment: environment) == areShown)
    #expect(
      !LinkChoice.never.areShown(onTerminal: true, isColored: true, environment: environment))
  }

  @Test("a file's URL holds nothing that could end it")
  func escapesPaths() {
    let url = FileLink.url(path: "/a b/é\u{1B}%.md")
    #expect(url.hasPrefix("file://") && url.hasSuffix("/a%20b/%C3%A9%1B%25.md"))
  }
}
