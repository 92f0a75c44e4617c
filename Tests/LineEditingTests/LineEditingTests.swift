import Glibc
import Testing

@testable import LineEditing

struct PlainLineSourceTests {
  /// A source that reads `bytes` and then meets the end.
  private func source(_ bytes: [UInt8]) -> PlainLineSource {
    let file = memfd(bytes)
    return PlainLineSource(descriptor: file)
  }

  private func memfd(_ bytes: [UInt8]) -> Int32 {
    var template = Array("/tmp/tanya-lines-XXXXXX\0".utf8CString.dropLast())
    let descriptor = mkstemp(&template)
    unlink(template)
    _ = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    lseek(descriptor, 0, SEEK_SET)
    return descriptor
  }

  private func lines(_ text: String) throws(LineError) -> [LineEvent] {
    var source = source(Array(text.utf8))
    var events: [LineEvent] = []
    while events.last != .endOfInput { events.append(try source.nextLine(prompt: Prompt(""))) }
    return events.dropLast()
  }

  @Test(
    "lines come without their ends, the last one also where it has none",
    arguments: [
      ("", []), ("a", ["a"]), ("a\nb\n", ["a", "b"]), ("a\r\n\r\n\nb", ["a", "", "", "b"]),
      ("é中\n", ["é中"]),
    ])
  func splits(text: String, expected: [String]) throws {
    #expect(try lines(text) == expected.map { .line($0) })
  }

  @Test("a line may be longer than any buffer")
  func readsLongLines() throws {
    let long = String(repeating: "0123456789", count: 100_000)
    #expect(try lines("\(long)\nshort") == [.line(long), .line("short")])
  }

  @Test("a line that is no UTF-8 is reported with its place, and the next one is read")
  func reportsInvalidUTF8() throws {
    var source = source(Array("one\n".utf8) + [0x61, 0xFF, 0x0A] + Array("three".utf8))
    #expect(try source.nextLine(prompt: Prompt("")) == .line("one"))
    #expect(throws: LineError.invalidUTF8(line: 2, offset: 1)) {
      try source.nextLine(prompt: Prompt(""))
    }
    #expect(try source.nextLine(prompt: Prompt("")) == .line("three"))
  }

  @Test("a descriptor that cannot be read is an error")
  func reportsUnreadable() {
    var source = PlainLineSource(descriptor: -1)
    #expect(throws: LineError.unreadable(code: EBADF)) {
      try source.nextLine(prompt: Prompt(""))
    }
  }
}

struct HistoryFileTests {
  @Test(
    "the file is where the environment says",
    arguments: [
      (["TANYA_HISTFILE": "/h", "HOME": "/home/a"], "/h"),
      (["TANYA_HISTFILE": "", "HOME": "/home/a"], nil),
      (["XDG_STATE_HOME": "/state", "HOME": "/home/a"], "/state/tanya/history"),
      (["XDG_STATE_HOME": "relative", "HOME": "/home/a"], "/home/a/.local/state/tanya/history"),
      (["HOME": "/home/a"], "/home/a/.local/state/tanya/history"), ([:], nil),
    ] as [([String: String], String?)])
  func finds(variables: [String: String], path: String?) {
    #expect(HistoryFile { variables[$0] }?.path == path)
  }

  @Test("while one shell writes, no other does")
  func locks() throws {
    var template = Array("/tmp/tanya-history-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    defer {
      close(descriptor)
      unlink(template)
    }
    let path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    var result: Int32 = 0
    HistoryFile(path: path).whileAlone { result = flock(descriptor, LOCK_EX | LOCK_NB) }
    #expect(result == -1)
    #expect(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
  }
}

struct CompletionTests {
  @Test(
    "the common prefix ends between characters",
    arguments: [
      ([], ""), (["indonesia"], "indonesia"), (["indonesia", "industri"], "ind"),
      (["é", "è"], ""), (["a", "b"], ""), (["same", "same"], "same"),
    ])
  func findsCommonPrefix(words: [String], prefix: String) {
    #expect(commonPrefix(of: words) == prefix)
  }

  @Test("the word is what follows its offset")
  func cutsWord() {
    #expect(CompletionRequest(line: "siapa wak", wordOffset: 6).word == "wak")
  }
}

struct PromptTests {
  @Test("colours stand between the marks that keep readline from counting them")
  func marksEscapes() {
    #expect(Prompt("a> ").readlineForm == "a> ")
    #expect(
      Prompt("a> ", style: "\u{1B}[1m").readlineForm
        == "\u{1}\u{1B}[1m\u{2}a> \u{1}\u{1B}[0m\u{2}")
  }
}
