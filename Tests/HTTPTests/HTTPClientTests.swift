import Glibc
import HTTP
import TestSupport
import Testing

struct HTTPClientTests {
  private static let curl = "/usr/bin/curl"

  private func client(_ change: (inout HTTPClient) -> Void = { _ in }) -> HTTPClient {
    var client = HTTPClient(program: Self.curl)
    change(&client)
    return client
  }

  @Test("a request arrives with its method, path, body and type, byte for byte")
  func sends() throws {
    let body = #"{"words": "\"a\\b\" – kopi ☕, 'tak'"}"# + "\n"
    let server = try LoopbackServer { .init(201, "<\($0.body)>") }
    let request = HTTPRequest(
      "PUT", "\(server.url)/a/b?c=%20[1-3]{x}", body: Array(body.utf8),
      contentType: "application/x-ndjson")
    let response = try #require(try client().send([request]).first).get()
    #expect(response == HTTPResponse(status: 201, body: Array("<\(body)>".utf8)))
    let arrived = try #require(server.requests.first)
    #expect(arrived.method == "PUT" && arrived.path == "/a/b?c=%20[1-3]{x}")
    #expect(arrived.body == body && arrived.headers["content-type"] == "application/x-ndjson")
    #expect(arrived.headers["authorization"] == nil && arrived.headers["expect"] == nil)
  }

  @Test("several requests are sent together, and their responses are in their order")
  func sendsTogether() throws {
    let server = try LoopbackServer { .init(200, $0.path, delay: $0.path == "/0" ? 400 : 200) }
    let clock = ContinuousClock.now
    let replies = try client().send((0..<4).map { HTTPRequest("GET", "\(server.url)/\($0)") })
    #expect(clock.duration(to: .now) < .milliseconds(1_000), "one after the other takes a second")
    let paths = replies.map { (try? $0.get()).map { String(decoding: $0.body, as: UTF8.self) } }
    #expect(paths == ["/0", "/1", "/2", "/3"])
  }

  @Test("connections are kept from one request to the next")
  func keepsConnections() throws {
    let server = try LoopbackServer { _ in .init() }
    let replies = try client { $0.parallel = 2 }
      .send((0..<12).map { HTTPRequest("GET", "\(server.url)/\($0)") })
    #expect(replies.allSatisfy { (try? $0.get().status) == 200 })
    #expect(server.connections <= 3, "\(server.connections)")
  }

  @Test("the key is sent, and no process shows it in its arguments")
  func hidesKey() throws {
    let secret = "ApiKey c2VjcmV0LXdvcmRz\"\\"
    let server = try LoopbackServer { request in
      let isShown = Self.commandLines().contains { $0.contains("c2VjcmV0LXdvcmRz") }
      return .init(isShown ? 500 : 200, request.headers["authorization"] ?? "")
    }
    let replies = try client { $0.authorization = secret }
      .send([HTTPRequest("GET", server.url + "/")])
    let response = try #require(replies.first).get()
    #expect(response == HTTPResponse(status: 200, body: Array(secret.utf8)))
  }

  private static func commandLines() -> [String] {
    guard let folder = opendir("/proc") else { return [] }
    defer { closedir(folder) }
    var lines: [String] = []
    while let entry = readdir(folder) {
      let number = entry.pointee.d_name.0
      guard number >= 0x30, number <= 0x39 else { continue }
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      let file = open("/proc/\(name)/cmdline", O_RDONLY)
      guard file >= 0 else { continue }
      defer { close(file) }
      var bytes = [UInt8](repeating: 0, count: 1 << 14)
      let count = bytes.withUnsafeMutableBytes { read(file, $0.baseAddress, $0.count) }
      lines.append(String(decoding: bytes.prefix(max(count, 0)), as: UTF8.self))
    }
    return lines
  }

  @Test("a redirect is returned, not followed")
  func followsNothing() throws {
    let server = try LoopbackServer { _ in .init(302, "", headers: ["Location": "/elsewhere"]) }
    let replies = try client().send([HTTPRequest("GET", server.url + "/")])
    #expect(try #require(replies.first).get().status == 302)
    #expect(server.requests.map(\.path) == ["/"])
  }

  @Test("a body over the limit is an error, and one within it beside it is not")
  func limits() throws {
    let server = try LoopbackServer { request in
      .init(200, String(repeating: "x", count: request.path == "/long" ? 300_000 : 100))
    }
    let replies = try client { $0.responseLimit = 100_000 }
      .send(["/long", "/short"].map { HTTPRequest("GET", server.url + $0) })
    #expect(replies.count == 2)
    #expect(replies[0] == .failure(.tooLarge(limit: 100_000)))
  }

  @Test("a server that does not answer in time is an error within that time")
  func timesOut() throws {
    let server = try LoopbackServer { _ in .init(delay: 3_000) }
    let clock = ContinuousClock.now
    let replies = try client { $0.milliseconds = 300 }
      .send([HTTPRequest("GET", server.url + "/")])
    #expect(replies == [.failure(.timedOut)])
    #expect(clock.duration(to: .now) < .seconds(2))
  }

  @Test("a port at which nobody listens, and a connection that breaks, are errors with a reason")
  func reportsConnections() throws {
    let port = try LoopbackServer { _ in .init() }.port
    let broken = try LoopbackServer { _ in
      var response = LoopbackServer.Response(200, String(repeating: "x", count: 1000))
      response.breaks = true
      return response
    }
    for url in ["http://127.0.0.1:\(port)/", broken.url] {
      let reply = try #require(try client().send([HTTPRequest("GET", url)]).first)
      guard case .failure(.unreachable(let reason)) = reply else {
        Issue.record("\(url): \(reply)")
        continue
      }
      #expect(!reason.isEmpty)
    }
  }

  @Test("other schemes are refused")
  func refusesSchemes() throws {
    for url in ["file:///etc/passwd", "ftp://127.0.0.1/", "gopher://127.0.0.1/"] {
      let reply = try #require(try client().send([HTTPRequest("GET", url)]).first)
      #expect(throws: HTTPError.self) { try reply.get() }
    }
  }

  @Test("a helper that is not there is an error")
  func lacksHelper() throws {
    let client = HTTPClient(program: "/nonexistent/curl")
    #expect(throws: HTTPError.notStarted(code: ENOENT)) {
      try client.send([HTTPRequest("GET", "http://127.0.0.1:1/")])
    }
  }

  @Test("no request is no process")
  func sendsNothing() throws {
    #expect(try HTTPClient(program: "/nonexistent/curl").send([]).isEmpty)
  }
}
