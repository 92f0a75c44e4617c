import JSON
import TestSupport
import Testing

/// Tests of tanya as other programs use it: as a server, and with answers in formats for editors
/// and scripts.
struct OtherProgramTests {
  private static let question = "How many employees were retrained?"

  private func request(_ method: String, _ params: String = "{}", id: Int = 1) -> String {
    "{\"jsonrpc\": \"2.0\", \"id\": \(id), \"method\": \"\(method)\", \"params\": \(params)}\n"
  }

  @Test("the server answers each request with a line, and ends with its input")
  func serves() throws {
    let sample = try SampleFolder()
    let ask = #"{"name": "ask", "arguments": {"question": "\#(Self.question)"}}"#
    let result = try sample.run(
      "mcp",
      input: request("initialize", #"{"protocolVersion": "2025-11-25", "capabilities": {}}"#)
        + #"{"jsonrpc": "2.0", "method": "notifications/initialized"}"# + "\n\n"
        + "no JSON\n" + request("tools/call", ask, id: 2))
    #expect(result.status == 0 && result.errors == "")
    let lines = try result.output.split(separator: "\n").map { try JSONValue(parsing: String($0)) }
    #expect(lines.count == 3)
    #expect(lines[1]["error"]?["code"]?.integer == -32700 && lines[1]["id"]?.isNull == true)
    let answer = lines[2]["result"]?["structuredContent"]
    #expect(answer?["answer"]?.string == "5,000")
    let citation = answer?["citations"]?[0]
    #expect(citation?["path"]?.string == "\(sample.folder.path)/docs/bank.txt")
    #expect(lines[2]["id"]?.integer == 2)
  }

  @Test("a request that is too long is refused, and the next one answered")
  func refusesLongRequests() throws {
    let sample = try SampleFolder()
    let long = String(repeating: "x", count: 5 << 20)
    let result = try sample.run("mcp", input: long + "\n" + request("ping", id: 7))
    let lines = try result.output.split(separator: "\n").map { try JSONValue(parsing: String($0)) }
    #expect(lines.map { $0["error"]?["code"]?.integer } == [-32600, nil])
    #expect(lines.last?["id"]?.integer == 7)
  }

  @Test("a program that sends one request and waits gets its answer")
  func answersAtOnce() throws {
    let sample = try SampleFolder()
    let program = try RunningProgram(["mcp"], in: sample.folder)
    for id in 1...3 {
      program.send(request("ping", id: id))
      #expect(program.nextLine()?.contains("\"id\":\(id)") == true)
    }
    program.closeInput()
    #expect(program.finish().status == 0)
  }

  @Test("only words that are sure are an answer")
  func answerAlone() throws {
    let sample = try SampleFolder()
    let sure = try sample.run("ask", "--format", "answer", Self.question)
    #expect(sure.status == 0 && sure.output == "5,000\n")
    let none = try sample.run("ask", "--format", "answer", "Who repaired the zeppelin?")
    #expect(none.status == 1 && none.output == "")
  }

  @Test("an editor can jump to the first byte of a quotation")
  func places() throws {
    let sample = try SampleFolder()
    let result = try sample.run("ask", "--format", "vimgrep", "--top", "1", Self.question)
    let sentence = "Bank Sejahtera retrained 5,000 employees for new roles last year."
    #expect(result.output.hasPrefix("docs/bank.txt:3:1: \(sentence)"))
    #expect(result.output.count { $0 == "\n" } == 1)
    let opened = try sample.run("ask", "--format", "vimgrep", "--top", "1", "Who opened the event?")
    #expect(opened.output.hasPrefix("docs/talent.txt:3:1: The ministry wants"))
    sample.folder.write("empty/x")
    let builtIn = try RunningProgram.run(
      ["ask", "--format", "vimgrep", "--top", "1", "Who founded OpenAI?"],
      in: try TemporaryFolder())
    #expect(builtIn.output == "" && builtIn.errors.contains("1 citation without a file"))
  }

  @Test("a page holds the answer and nothing that a browser would run")
  func page() throws {
    let folder = try TemporaryFolder([
      "docs/a.txt": "The <script>alert(1)</script> & \"dam\" was built by Wijaya in 1998.\n"
    ])
    #expect(try RunningProgram.run(["index", "docs"], in: folder).status == 0)
    let result = try RunningProgram.run(
      ["ask", "--format", "html", "When was the dam built?"], in: folder)
    #expect(result.output.hasPrefix("<!DOCTYPE html>"))
    #expect(result.output.contains("&quot;") && !result.output.contains("<script"))
    #expect(result.output.contains("<mark>1998</mark>"))
  }

  @Test("a question is asked in one argument, or read from standard input")
  func questions() throws {
    let sample = try SampleFolder()
    let plain = try sample.run("ask", Self.question)
    #expect(plain.status == 0)
    #expect(try sample.run(Self.question) == plain)
    #expect(try sample.run("ask", "-", input: Self.question + "\n") == plain)
    #expect(try sample.run("ask", "-").status == 2)
    #expect(try sample.run("ask", "-", input: "").errors.contains("empty"))
  }

  @Test("lines of a document are shown as they were indexed")
  func shows() throws {
    let sample = try SampleFolder()
    let line = "Bank Sejahtera retrained 5,000 employees for new roles last year."
    let result = try sample.run("show", "bank.txt:3")
    #expect(result.status == 0 && result.output.hasPrefix(line))
    let json = try JSONValue(
      parsing: try sample.run("show", "--json", "docs/bank.txt").output)
    #expect(json["document"]?.string == "docs/bank.txt")
    let passages = try #require(json["passages"]?.array)
    let source = Array(SampleFolder.bank.utf8)
    for passage in passages {
      let bytes = try #require(passage["bytes"]?.array).compactMap(\.integer)
      let text = try #require(passage["text"]?.string)
      #expect(source[bytes[0]..<bytes[1]].elementsEqual(text.utf8))
    }
    #expect(try sample.run("show", "nothing.txt").status == 2)
    #expect(try sample.run("show", "bank.txt:900").status == 1)
  }
}
