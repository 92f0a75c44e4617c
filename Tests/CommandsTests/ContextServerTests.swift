import Indexing
import JSON
import Library
import TestSupport
import Testing

@testable import Commands

struct ContextServerTests {
  private func respond(_ lines: String..., to location: LibraryLocation = .builtIn) throws
    -> [JSONValue]
  {
    var server = ContextServer(ContextLibrary(location))
    return try lines.map { server.respond(to: Array($0.utf8)) }.filter { !$0.isEmpty }
      .map { bytes in
        #expect(bytes.last == UInt8(ascii: "\n") && !bytes.dropLast().contains(10))
        return try JSONValue(parsing: String(decoding: bytes, as: UTF8.self))
      }
  }

  private func call(_ tool: String, _ arguments: String) throws -> JSONValue {
    let line = """
      {"jsonrpc": "2.0", "id": 1, "method": "tools/call", \
      "params": {"name": "\(tool)", "arguments": \(arguments)}}
      """
    return try #require(try respond(line).first?["result"])
  }

  private func text(_ result: JSONValue) -> String {
    result["content"]?[0]?["text"]?.string ?? ""
  }

  @Test(
    "the handshake agrees on a revision that both speak, or offers the newest",
    arguments: [
      ("2025-11-25", "2025-11-25"), ("2025-06-18", "2025-06-18"), ("1999-01-01", "2025-11-25"),
    ])
  func shakesHands(requested: String, agreed: String) throws {
    let answers = try respond(
      """
      {"jsonrpc":"2.0","id":"a","method":"initialize","params":{"protocolVersion":"\(requested)",\
      "capabilities":{},"clientInfo":{"name":"test","version":"1"}}}
      """,
      #"{"jsonrpc":"2.0","method":"notifications/initialized"}"#,
      #"{"jsonrpc":"2.0","id":2,"method":"ping"}"#)
    #expect(answers.count == 2)
    let result = try #require(answers[0]["result"])
    #expect(answers[0]["id"]?.string == "a" && answers[1]["id"]?.integer == 2)
    #expect(result["protocolVersion"]?.string == agreed)
    #expect(result["serverInfo"]?["name"]?.string == "tanya")
    #expect(result["capabilities"]?["tools"] != nil)
    #expect(result["instructions"]?.string?.contains("documents, for example") == true)
    #expect(answers[1]["result"]?.object?.isEmpty == true)
  }

  @Test("the stateless revision is discovered, and its results are complete")
  func discovers() throws {
    let meta = #""_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28"}"#
    let answers = try respond(
      #"{"jsonrpc":"2.0","id":1,"method":"server/discover","params":{\#(meta)}}"#,
      #"{"jsonrpc":"2.0","id":2,"method":"tools/list","params":{\#(meta)}}"#,
      """
      {"jsonrpc":"2.0","id":3,"method":"ping","params":\
      {"_meta":{"io.modelcontextprotocol/protocolVersion":"2031-01-01"}}}
      """)
    #expect(answers[0]["result"]?["supportedVersions"]?[0]?.string == "2026-07-28")
    for answer in answers.prefix(2) {
      #expect(answer["result"]?["resultType"]?.string == "complete")
      #expect(answer["result"]?["ttlMs"]?.integer == 0)
    }
    #expect(answers[2]["error"]?["code"]?.integer == -32022)
    #expect(answers[2]["error"]?["data"]?["supported"]?[0]?.string == "2026-07-28")
  }

  @Test("every tool has schemas, and only reads")
  func listsTools() throws {
    let result = try respond(#"{"jsonrpc":"2.0","id":1,"method":"tools/list"}"#)[0]["result"]
    let tools = try #require(result?["tools"]?.array)
    #expect(
      tools.compactMap { $0["name"]?.string } == ["ask", "passage", "sources", "facts", "status"])
    for tool in tools {
      #expect(tool["inputSchema"]?["additionalProperties"]?.bool == false)
      #expect(tool["outputSchema"]?["type"]?.string == "object")
      #expect(tool["annotations"]?["readOnlyHint"]?.bool == true)
    }
  }

  @Test("an answer is quoted exactly, with its place")
  func asks() throws {
    let result = try call("ask", #"{"question": "Who founded OpenAI?", "top": 2}"#)
    let answer = try #require(result["structuredContent"])
    #expect(answer["verdict"]?.string == "answered")
    let citation = try #require(answer["citations"]?[0])
    let snippet = try #require(citation["snippet"]?.string)
    let source = try #require(citation["source"]?.string)
    let shown = RevealedText.line(snippet)
    #expect(text(result).contains("“\(shown)”") && text(result).contains("(\(source):"))
    let passage = try call(
      "passage",
      """
      {"document": "\(citation["document"]?.string ?? "")", \
      "lines": "\(citation["lines"]?[0]?.integer ?? 0)-\(citation["lines"]?[1]?.integer ?? 0)"}
      """)
    let lines = passage["structuredContent"]?["passages"]?[0]?["text"]?.string ?? ""
    #expect(lines.contains(snippet))
  }

  @Test("that nothing supports a question is an answer, not an error")
  func refuses() throws {
    let result = try call("ask", #"{"question": "Who repaired the zeppelin of Zanzibar?"}"#)
    #expect(result["isError"]?.bool == false)
    #expect(result["structuredContent"]?["verdict"]?.string != "answered")
    #expect(text(result).contains("supports"))
  }

  @Test("documents are listed page by page, facts by value, the status in numbers")
  func lists() throws {
    let sources = try call("sources", #"{"in": ["ai-hub"]}"#)["structuredContent"]
    #expect(sources?["total"]?.integer == 1)
    #expect(sources?["sources"]?[0]?["document"]?.string == "sample/ai-hub.md")
    let facts = try call("facts", #"{"kind": "dates", "topic": "AI"}"#)["structuredContent"]
    #expect((facts?["facts"]?.array?.count ?? 0) > 0)
    let status = try call("status", "{}")["structuredContent"]
    #expect((status?["documents"]?.integer ?? 0) > 0)
  }

  @Test(
    "wrong arguments are told to the model",
    arguments: [
      ("ask", "{}", "question"), ("ask", #"{"question": " "}"#, "empty"),
      ("ask", #"{"question": 7}"#, "string"), ("ask", #"{"question": "a", "top": 0}"#, "1 to 50"),
      ("ask", #"{"question": "a", "topic": "b"}"#, "unknown argument topic"),
      ("ask", #"{"question": "a", "since": "May"}"#, "date"),
      ("ask", #"{"question": "a", "in": ["zzz"]}"#, "no document matches"),
      ("passage", #"{"document": "zzz"}"#, "zzz"),
      ("passage", #"{"document": "ai-hub.md", "lines": "9-2"}"#, "range"),
      ("sources", #"{"cursor": "x"}"#, "cursor"), ("facts", #"{"topic": "a"}"#, "kind"),
    ])
  func reportsArguments(tool: String, arguments: String, words: String) throws {
    let result = try call(tool, arguments)
    #expect(result["isError"]?.bool == true)
    #expect(text(result).contains(words), "\(text(result))")
  }

  @Test(
    "a wrong request gets the protocol's own error",
    arguments: [
      ("{", -32700, false), ("[]", -32600, false), ("7", -32600, false),
      (#"{"id": 1, "method": "ping"}"#, -32600, true),
      (#"{"jsonrpc": "2.0", "id": 1}"#, -32600, true),
      (#"{"jsonrpc": "2.0", "id": 1, "method": 2}"#, -32600, true),
      (#"{"jsonrpc": "2.0", "id": 1.5, "method": "ping"}"#, -32600, false),
      (#"{"jsonrpc": "2.0", "id": {}, "method": "ping"}"#, -32600, false),
      (#"{"jsonrpc": "2.0", "id": null, "method": "ping"}"#, -32600, false),
      (#"{"jsonrpc": "2.0", "id": 1, "method": "ping", "params": 3}"#, -32600, true),
      (#"{"jsonrpc": "2.0", "id": 1, "method": "prompts/list"}"#, -32601, true),
      (#"{"jsonrpc": "2.0", "id": 1, "method": "tools/call"}"#, -32602, true),
      (
        #"{"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": "rm"}}"#, -32602,
        true
      ),
      (
        #"{"jsonrpc": "2.0", "id": 1, "method": "resources/read", "params": {"uri": "file:///etc"}}"#,
        -32002, true
      ),
    ] as [(String, Int, Bool)])
  func reportsRequests(line: String, code: Int, hasID: Bool) throws {
    let answer = try #require(try respond(line).first)
    #expect(answer["error"]?["code"]?.integer == code)
    #expect((answer["id"]?.integer == 1) == hasID && answer["id"] != nil)
  }

  @Test("a response or a notification is not answered")
  func ignores() throws {
    let answers = try respond(
      #"{"jsonrpc": "2.0", "id": 1, "result": {}}"#,
      #"{"jsonrpc": "2.0", "method": "notifications/cancelled", "params": {"requestId": 1}}"#,
      #"{"jsonrpc": "2.0", "method": "unknown"}"#)
    #expect(answers.isEmpty)
  }

  @Test("every document is a resource, whatever its name")
  func readsResources() throws {
    let folder = try TemporaryFolder()
    folder.write("notes/a b/ünï %41.txt", "The dam was built in 1998.\n")
    try Library.update(
      .init(folder: folder.path + "/index", adding: [folder.path + "/notes"], threads: 1))
    let location = LibraryLocation.folder(folder.path + "/index")
    let list = try respond(
      #"{"jsonrpc":"2.0","id":1,"method":"resources/list"}"#, to: location)[0]["result"]
    let uri = try #require(list?["resources"]?[0]?["uri"]?.string)
    #expect(uri == "tanya://library/notes/a%20b/%C3%BCn%C3%AF%20%2541.txt")
    let read = try respond(
      #"{"jsonrpc":"2.0","id":1,"method":"resources/read","params":{"uri":"\#(uri)"}}"#,
      to: location)[0]["result"]
    #expect(read?["contents"]?[0]?["text"]?.string == "1  The dam was built in 1998.\n")
  }

  @Test("an updated index is opened again, and an unreadable one is reported")
  func reopens() throws {
    let folder = try TemporaryFolder()
    let index = folder.path + "/index"
    let line = Array(
      #"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"status"}}"#.utf8)
    var server = ContextServer(ContextLibrary(.folder(index)))
    func call() throws -> JSONValue? {
      try JSONValue(parsing: String(decoding: server.respond(to: line), as: UTF8.self))["result"]
    }
    #expect(try call()?["isError"]?.bool == true)
    for count in 1...2 {
      folder.write("notes/\(count).txt", "The dam was built in 1998.\n")
      try Library.update(
        .init(folder: index, adding: [folder.path + "/notes"], threads: 1))
      #expect(try call()?["structuredContent"]?["documents"]?.integer == count)
    }
  }

  @Test("hidden characters are written visibly in text, and kept in structured content")
  func showsHidden() throws {
    let folder = try TemporaryFolder()
    folder.write("notes/a.txt", "The dam\u{200B} was built\u{202E} in 1998\u{1B}[2J.\n")
    try Library.update(
      .init(folder: folder.path + "/index", adding: [folder.path + "/notes"], threads: 1))
    let line =
      #"{"jsonrpc":"2.0","id":1,"method":"tools/call","#
      + #""params":{"name":"ask","arguments":{"question":"When was the dam built?"}}}"#
    let result = try #require(
      try respond(line, to: .folder(folder.path + "/index"))[0]["result"])
    let snippet = result["structuredContent"]?["citations"]?[0]?["snippet"]?.string
    #expect(snippet?.contains("\u{202E}") == true)
    #expect(text(result).contains("⟨U+202E⟩") && text(result).contains("⟨U+200B⟩"))
    #expect(!text(result).unicodeScalars.contains("\u{1B}"))
  }
}

struct ByteLinesTests {
  private func lines(_ text: String, longest: Int) throws -> [String] {
    let folder = try TemporaryFolder(["input": text])
    var lines = ByteLines(try Input(folder.path + "/input"), longest: longest)
    var found: [String] = []
    while let line = try lines.next() {
      switch line {
      case .line(let bytes): found.append(String(decoding: bytes, as: UTF8.self))
      case .tooLong: found.append("–")
      }
    }
    return found
  }

  @Test(
    "lines come whole, and those that are too long are skipped to their end",
    arguments: [
      ("", []), ("a\nbc", ["a", "bc"]), ("a\n\nb\n", ["a", "", "b"]),
      ("abcdef\nab\n", ["–", "ab"]), ("ab\nabcdef", ["ab", "–"]),
      (String(repeating: "x", count: 300_000) + "\nab\n", ["–", "ab"]),
    ] as [(String, [String])])
  func reads(text: String, expected: [String]) throws {
    #expect(try lines(text, longest: 4) == expected)
  }
}
