/// Sends requests to a server by the helper program `curl`, several at a time over connections that
/// are kept from one to the next.
///
/// ```swift
/// let client = HTTPClient(program: "/usr/bin/curl")
/// let replies = try client.send([HTTPRequest("GET", "https://search.example.org/")])
/// ```
///
/// Names are resolved, certificates checked and proxies used as the system's administrator has set
/// them up, and by a library that the system updates: none of it is part of this program, which is
/// linked statically. What curl is told, the key included, it reads from its standard input, and
/// what it receives stays in memory. Redirects are not followed, nothing is tried again, and no
/// file of curl's own configuration is read.
public struct HTTPClient: Sendable {
  /// The absolute path of curl.
  public var program: String
  /// The value of the header `Authorization`, or nil if there is none.
  public var authorization: String?
  /// The path of a file of certificates that stands in for the system's, or nil.
  public var certificates: String?
  /// The greatest time for connecting, in milliseconds.
  public var connectMilliseconds = 3_000
  /// The greatest time for one request, in milliseconds.
  public var milliseconds = 10_000
  /// The greatest length of a body in a response, in bytes.
  public var responseLimit = 64 << 20
  /// The greatest number of requests at the same time.
  public var parallel = 8

  public init(program: String) { self.program = program }

  /// Sends requests and waits for all responses.
  ///
  /// - Parameter requests: The requests, which do not depend on each other.
  /// - Returns: The response to each request, or the reason why it has none, in their order.
  /// - Throws: `HTTPError` if the helper program cannot be started.
  public func send(
    _ requests: [HTTPRequest]
  ) throws(HTTPError) -> [Result<HTTPResponse, HTTPError>] {
    guard !requests.isEmpty else { return [] }
    var files: [(body: MemoryFile?, response: MemoryFile)] = []
    for request in requests {
      let body = request.body.isEmpty ? nil : try MemoryFile(request.body)
      files.append((body, try MemoryFile([])))
    }
    var inherited: [Int32] = []
    for (body, response) in files {
      if let body { inherited.append(body.descriptor) }
      inherited.append(response.descriptor)
    }
    // The numbers that the descriptors have in the helper lie above all of those here.
    let first = (inherited.max() ?? 2) + 2
    var configuration = CurlConfiguration(self)
    var number = first
    for (request, file) in zip(requests, files) {
      let body = file.body.map { _ in number }
      if body != nil { number += 1 }
      configuration.add(request, body: body, response: number)
      number += 1
    }
    let input = try MemoryFile(configuration.bytes)
    let rounds = (requests.count + parallel - 1) / max(parallel, 1)
    let process = try CurlProcess(
      program: program, input: input, inherited: inherited, from: first,
      fileSizeLimit: responseLimit)
    let end = process.finish(within: (milliseconds + 500) * rounds + 500)
    var outcomes = [Result<HTTPResponse, HTTPError>](
      repeating: .failure(end.failure(limit: responseLimit)), count: requests.count)
    for report in CurlReport.all(in: end.output) where files.indices.contains(report.request) {
      outcomes[report.request] = report.outcome(limit: responseLimit) {
        files[report.request].response.contents()
      }
    }
    return outcomes
  }
}
