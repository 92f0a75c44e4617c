import Glibc
import Synchronization

/// A small HTTP server on the loopback interface, for tests of what is sent and received.
///
/// Each connection has a thread of its own and stays open until the other side closes it. The
/// server stops with its last reference.
public final class LoopbackServer: Sendable {
  public struct Request: Sendable {
    public var method: String
    /// The path with what follows a question mark.
    public var path: String
    public var headers: [String: String]
    public var body: String
  }

  public struct Response: Sendable {
    public var status: Int
    public var body: [UInt8]
    public var headers: [String: String]
    /// The time before the response, in milliseconds.
    public var delay: Int
    /// A Boolean value that indicates whether the connection is closed in the middle of the body.
    public var breaks = false

    public init(
      _ status: Int = 200, _ body: String = "{}", headers: [String: String] = [:], delay: Int = 0
    ) {
      self.status = status
      self.body = Array(body.utf8)
      self.headers = headers
      self.delay = delay
    }
  }

  public let port: Int
  private let listener: Int32
  private let state = Mutex<(requests: [Request], connections: Int)>(([], 0))

  /// The address of the server, without a slash at its end.
  public var url: String { "http://127.0.0.1:\(port)" }

  /// The requests so far.
  public var requests: [Request] { state.withLock { $0.requests } }

  /// The number of connections so far.
  public var connections: Int { state.withLock { $0.connections } }

  struct Failure: Error {
    var code: Int32
  }

  /// - Parameter respond: A closure that answers requests. Several threads may call it at a time.
  public init(_ respond: @escaping @Sendable (Request) -> Response) throws {
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard listener >= 0 else { throw Failure(code: errno) }
    _ = fcntl(listener, F_SETFD, FD_CLOEXEC)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let socket = listener
    let code = withUnsafeMutablePointer(to: &address) { address in
      address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(socket, address, length) != 0 || listen(socket, 64) != 0
          || getsockname(socket, address, &length) != 0 ? errno : 0
      }
    }
    guard code == 0 else { throw Failure(code: code) }
    port = Int(UInt16(bigEndian: address.sin_port))
    let accepting = Accepting(listener: listener, server: self, respond: respond)
    Self.thread { accepting.run() }
  }

  deinit { shutdown(listener, Int32(SHUT_RDWR)) }

  /// Accepts connections without keeping the server alive.
  private struct Accepting: @unchecked Sendable {
    let listener: Int32
    weak var server: LoopbackServer?
    let respond: @Sendable (Request) -> Response

    func run() {
      while true {
        let connection = accept(listener, nil, nil)
        guard connection >= 0 else { break }
        _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
        server?.state.withLock { $0.connections += 1 }
        let serving = self
        LoopbackServer.thread { serving.serve(connection) }
      }
      close(listener)
    }

    private func serve(_ connection: Int32) {
      defer { close(connection) }
      var bytes: [UInt8] = []
      while let request = LoopbackServer.request(from: connection, &bytes) {
        server?.state.withLock { $0.requests.append(request) }
        let response = respond(request)
        if response.delay > 0 { usleep(UInt32(response.delay * 1000)) }
        var head =
          "HTTP/1.1 \(response.status) Status\r\nContent-Length: \(response.body.count)\r\n"
        for (name, value) in response.headers { head += "\(name): \(value)\r\n" }
        let body =
          response.breaks ? Array(response.body.prefix(response.body.count / 2)) : response.body
        guard LoopbackServer.write(Array((head + "\r\n").utf8) + body, to: connection),
          !response.breaks
        else { return }
      }
    }
  }

  /// Reads a request. Bytes of the next one stay in `bytes`.
  private static func request(from connection: Int32, _ bytes: inout [UInt8]) -> Request? {
    let end = Array("\r\n\r\n".utf8)
    func headEnd(_ bytes: [UInt8]) -> Int? {
      guard bytes.count >= end.count else { return nil }
      return (0...(bytes.count - end.count)).first { bytes[$0...].starts(with: end) }
    }
    while headEnd(bytes) == nil { guard receive(connection, &bytes) else { return nil } }
    let length = headEnd(bytes) ?? 0
    let lines = String(decoding: bytes[..<length], as: UTF8.self).split(separator: "\r\n")
    bytes.removeFirst(length + end.count)
    let words = lines.first?.split(separator: " ") ?? []
    guard words.count == 3 else { return nil }
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1)
      headers[parts[0].lowercased()] =
        parts.count > 1 ? String(parts[1].drop { $0 == " " }) : ""
    }
    let count = headers["content-length"].flatMap { Int($0) } ?? 0
    while bytes.count < count { guard receive(connection, &bytes) else { return nil } }
    let body = String(decoding: bytes[..<count], as: UTF8.self)
    bytes.removeFirst(count)
    return Request(
      method: String(words[0]), path: String(words[1]), headers: headers, body: body)
  }

  private static func receive(_ connection: Int32, _ bytes: inout [UInt8]) -> Bool {
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    let count = chunk.withUnsafeMutableBytes { recv(connection, $0.baseAddress, $0.count, 0) }
    guard count > 0 else { return false }
    bytes += chunk[..<count]
    return true
  }

  private static func write(_ bytes: [UInt8], to connection: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  /// Runs a closure on a thread of its own.
  private static func thread(_ body: @escaping @Sendable () -> Void) {
    let box = Unmanaged.passRetained(Body(body))
    var thread = pthread_t()
    let code = pthread_create(
      &thread, nil,
      { argument in
        if let argument { Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run() }
        return nil
      }, box.toOpaque())
    if code == 0 { pthread_detach(thread) } else { box.release() }
  }

  private final class Body: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }
}
