/// A request to a server.
public struct HTTPRequest: Sendable, Equatable {
  public var method: String
  /// The address, whose scheme is `http` or `https`.
  public var url: String
  public var body: [UInt8]
  /// The media type of the body.
  public var contentType: String

  public init(
    _ method: String, _ url: String, body: [UInt8] = [], contentType: String = "application/json"
  ) {
    self.method = method
    self.url = url
    self.body = body
    self.contentType = contentType
  }
}

/// The response to a request, whatever its status.
public struct HTTPResponse: Sendable, Equatable {
  public var status: Int
  public var body: [UInt8]

  public init(status: Int, body: [UInt8]) {
    self.status = status
    self.body = body
  }
}

/// The reason why a request has no response.
public enum HTTPError: Error, Hashable, Sendable {
  /// The helper program could not be started; the value of `errno`.
  case notStarted(code: Int32)
  /// The server was not reached, or the connection broke. The text is curl's own.
  case unreachable(String)
  /// The server's certificate, or the file of certificates, was not accepted. The text is curl's own.
  case untrusted(String)
  case timedOut
  /// The body is longer than the limit, in bytes.
  case tooLarge(limit: Int)
  /// The helper program failed in another way, with its exit status.
  case failed(status: Int, String)
}
