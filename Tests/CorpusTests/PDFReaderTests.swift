import Conversion
import Model
import Platform
import TestSupport
import Testing
import TextAnalysis

@testable import Corpus

@Suite("PDF documents") struct PDFReaderTests {
  private func read(_ pages: [String], head: String = "") throws -> ExtractedText {
    let body = pages.map { $0 + "\n\u{C}" }.joined()
    let output = "<html><head>\(head)</head><body>\n<pre>\n\(body)</pre>\n</body></html>"
    return try #require(
      try PDFReader().read(SourceInput(name: "a.pdf", bytes: Array(output.utf8))).first)
  }

  private func text(_ text: ExtractedText) -> String { String(decoding: text.text, as: UTF8.self) }

  @Test("heads, feet and page numbers go, hyphens and ligatures are undone, sentences go on")
  func cleaned() throws {
    let read = try read([
      "Ports of Java, 1\n\nThe harbour opened its \u{FB01}rst ware-\nhouse in the morning of a\n\n3",
      "Ports of Java, 2\n\nlong day. It rained.\n\n4",
      "Ports of Java, 3\n\n2.1 Ships\n\nShips &amp; boats came.\nIntroduction ........ 12\n\n5",
    ])
    #expect(
      text(read) == """
        The harbour opened its first warehouse
        in the morning of a
        long day. It rained.

        ### 2.1 Ships

        Ships & boats came.

        """)
    #expect([1, 2, 3, 5].map { read.places[line: $0]?.number } == [1, 1, 2, 3])
  }

  @Test("metadata that a program made up by itself is left out")
  func metadata() throws {
    let head = """
      <title>Microsoft Word - x.doc</title><meta name="Author" content="Ann Lee"/>
      <meta name="CreationDate" content="Mon May  6 10:00:00 2024"/>
      """
    let read = try read(["Some words."], head: head)
    #expect(read.metadata[.title] == nil)
    #expect(read.metadata[.author]?.value == "Ann Lee")
  }

  @Test("pages without text were scanned")
  func scanned() {
    #expect(throws: ReadingError.self) { try read(["", "", "1"]) }
  }

  @Test(
    "what is a page's number",
    arguments: [("12", true), ("- xii -", true), ("Page 3 of 9", true), ("3 ships", false)])
  func numbers(line: String, isNumber: Bool) {
    #expect(PDFCleaner.isPageNumber(Array(line.utf8)) == isNumber)
  }

  @Test("a short line that ends a sentence ends its paragraph")
  func paragraphs() throws {
    let long = "The harbour of the town was opened by the people who live there and"
    let page = [long, long, "sailed.", long, long, "ended (it is said).", long, long]
    let text = text(try read([page.joined(separator: "\n") + "\n"]))
    #expect(
      text.split(separator: "\n\n").map { $0.split(separator: "\n").count } == [3, 3, 2], "\(text)")
    // Few lines do not tell how wide a column is.
    let few = self.text(try read(["One.\nTwo.\n" + long + "\n"]))
    #expect(!few.contains("\n\n"), "\(few)")
  }
}

@Suite("The cage of helper programs") struct CageTests {
  /// Runs a shell command whose standard input is a file.
  private func run(
    _ command: String, input: String = "", limits: Cage.Limits = Cage.Limits()
  ) throws -> String {
    let folder = try TemporaryFolder()
    folder.write("input", input)
    let file = try OpenFile(path: folder.path + "/input")
    let bytes = try file.withDescriptor { descriptor throws(Cage.Failure) in
      try Cage.run("/bin/sh", ["-c", command], input: descriptor, limits: limits)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("a helper reads its input and nothing else")
  func input() throws {
    #expect(try run("read line; echo \"$line\"", input: "words\n") == "words\n")
    guard Cage.support.contains(.files) else { return }
    #expect(try run("read line < /etc/passwd; echo \"[$line]\"; true") == "[]\n")
    #expect(try run("echo x > /tmp/tanya-cage-test; echo $?") != "0\n")
  }

  @Test("a helper starts no process and signals none but itself")
  func processes() throws {
    #expect(throws: Cage.Failure.self) { try run("(echo forked)") }
    #expect(try run("kill -0 $PPID 2>/dev/null || echo refused") == "refused\n")
    #expect(try run("kill -0 $$ && echo itself") == "itself\n")
  }

  @Test("a helper that hangs, floods, fails or crashes costs an error")
  func failures() throws {
    var limits = Cage.Limits()
    limits.seconds = 1
    limits.output = 1 << 16
    #expect(throws: Cage.Failure.timedOut) { try run("while :; do :; done", limits: limits) }
    #expect(throws: Cage.Failure.tooMuchOutput) {
      try run("while :; do echo 0123456789; done", limits: limits)
    }
    #expect(throws: Cage.Failure.failed(status: 3, message: "no\n")) {
      try run("echo no >&2; exit 3")
    }
    #expect(throws: Cage.Failure.crashed(signal: 11)) { try run("kill -11 $$") }
  }

  @Test("the folders of programs are absolute: what is indexed holds none")
  func search() {
    #expect(HelperSearch.find("sh") != nil)
    #expect(HelperSearch.find("no-such-helper", path: ".::bin") == nil)
    #expect(HelperSearch.find("../bin/sh") == nil)
  }
}
