import Conversion
import Glibc
import HTTP
import JSON
import Platform
import Retrieval

/// Sends requests to a cluster, and turns what comes back into JSON or an error.
struct ClusterConnection: Sendable {
  let settings: ClusterSettings
  private let client: HTTPClient

  /// - Parameter environment: The environment variables of the process.
  /// - Throws: `SourceError` if curl is not installed, or if there is no key as the settings
  ///   describe it.
  init(_ settings: ClusterSettings, environment: Environment) throws(SourceError) {
    guard let curl = HelperSearch.find("curl") else {
      throw SourceError(settings.name, .noHelper("curl"))
    }
    self.settings = settings
    var client = HTTPClient(program: curl)
    client.authorization = try settings.authorization(environment: environment)
    client.certificates = settings.certificates
    client.milliseconds = settings.milliseconds
    client.connectMilliseconds = settings.connectMilliseconds
    client.responseLimit = settings.responseLimit
    self.client = client
  }

  /// A request by the path below the cluster's address.
  struct Request {
    var method = "POST"
    var path: String
    var body: [UInt8] = []
    var contentType = "application/json"
  }

  /// The time of waiting before a request to a busy server is sent again, in milliseconds. It
  /// doubles each time.
  private static let firstPause = 100

  /// Sends requests together.
  ///
  /// A busy server (429) is asked again, with growing pauses, as long as the time of one request
  /// suffices. No other failure is tried again.
  ///
  /// - Returns: The response to each request, or the reason why it has none, in their order.
  func send(_ requests: [Request]) throws(SourceError) -> [Result<JSONValue, SourceError>] {
    var outcomes: [Result<JSONValue, SourceError>] = []
    let clock = Stopwatch()
    var pause = Self.firstPause
    var waiting = Array(requests.indices)
    outcomes = requests.map { _ in .failure(error(.busy)) }
    while !waiting.isEmpty {
      let sent = waiting.map { request(requests[$0]) }
      let replies: [Result<HTTPResponse, HTTPError>]
      var client = client
      // A request that is sent again has the time that is left.
      client.milliseconds = max(1, settings.milliseconds - clock.microseconds / 1000)
      do throws(HTTPError) { replies = try client.send(sent) } catch { throw self.error(error) }
      for (place, reply) in zip(waiting, replies) {
        // The time that was left says less than that the server was busy before.
        if case .failure(.timedOut) = reply, pause > Self.firstPause { continue }
        outcomes[place] = outcome(of: reply)
      }
      waiting = waiting.filter { outcomes[$0].problem == .busy }
      let passed = clock.microseconds / 1000
      guard !waiting.isEmpty, passed + pause < settings.milliseconds, !Interrupt.isRequested else {
        break
      }
      // Requests of several processes that were refused together do not come back together.
      usleep(UInt32(pause * 1000 + Int.random(in: 0...(pause * 500))))
      pause *= 2
    }
    return outcomes
  }

  /// Sends one request.
  func send(_ request: Request) throws(SourceError) -> JSONValue {
    guard let outcome = try send([request]).first else { throw error(.unexpected("response")) }
    return try outcome.get()
  }

  func error(_ problem: SourceError.Problem) -> SourceError { SourceError(settings.name, problem) }

  private func request(_ request: Request) -> HTTPRequest {
    HTTPRequest(
      request.method, "\(settings.url)/\(request.path)", body: request.body,
      contentType: request.contentType)
  }

  private func error(_ error: HTTPError) -> SourceError {
    let url = settings.url
    switch error {
    case .notStarted: return self.error(.noHelper("curl"))
    case .unreachable(let reason): return self.error(.unreachable(url: url, reason))
    case .untrusted(let reason): return self.error(.untrusted(url: url, reason))
    case .timedOut: return self.error(.timedOut(milliseconds: settings.milliseconds))
    case .tooLarge(let limit):
      return SourceError(settings.name, SourceError.Problem.tooLarge(limit: limit))
    case .failed(let status, let reason):
      return self.error(.helperFailed(status: status, reason))
    }
  }

  private func outcome(
    of reply: Result<HTTPResponse, HTTPError>
  ) -> Result<JSONValue, SourceError> {
    switch reply {
    case .failure(let error): return .failure(self.error(error))
    case .success(let response):
      let value = Result { () throws(JSONError) in
        try response.body.withUnsafeBufferPointer { bytes in
          Result { () throws(JSONError) in try JSONValue(parsing: bytes) }
        }.get()
      }
      if let problem = problem(ofStatus: response.status, try? value.get()) {
        return .failure(error(problem))
      }
      switch value {
      case .success(let value): return .success(value)
      case .failure(let failure): return .failure(error(.notJSON(offset: failure.offset)))
      }
    }
  }

  /// Returns the problem that a status means; nil for success.
  ///
  /// - Parameters:
  ///   - status: The status of a response, or of one of several in its body.
  ///   - body: The body, which may explain it.
  func problem(ofStatus status: Int, _ body: JSONValue?) -> SourceError.Problem? {
    switch status {
    case 200..<300: return nil
    case 300..<400: return .redirected(status: status)
    case 401: return .unauthorized
    case 403: return .forbidden(index: settings.index)
    case 404: return .noIndex(settings.index)
    case 429: return .busy
    case 502, 503, 504: return .unavailable(Self.reason(body))
    default: return .status(status, Self.reason(body))
    }
  }

  /// Returns the server's own words for an error.
  private static func reason(_ body: JSONValue?) -> String {
    let error = body?["error"]
    let cause = error?["root_cause"]?[0] ?? error
    let words = [cause?["type"]?.string, cause?["reason"]?.string ?? error?["reason"]?.string]
      .compactMap(\.self)
    return words.isEmpty ? error?.string ?? "" : words.joined(separator: ": ")
  }
}

extension Result where Failure == SourceError {
  /// The problem of a failure; nil for a success.
  var problem: SourceError.Problem? {
    if case .failure(let error) = self { error.problem } else { nil }
  }
}
