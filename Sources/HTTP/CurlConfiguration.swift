/// The options and requests for curl, in the syntax of its configuration files.
struct CurlConfiguration {
  private(set) var bytes: [UInt8] = []
  private let client: HTTPClient
  private var count = 0

  init(_ client: HTTPClient) {
    self.client = client
    line("parallel")
    line("parallel-immediate")
    line("parallel-max", "\(max(client.parallel, 1))")
  }

  /// Adds a request.
  ///
  /// - Parameters:
  ///   - request: The request.
  ///   - body: The number of the descriptor from which curl reads the body, or nil for none.
  ///   - response: The number of the descriptor to which curl writes the body of the response.
  mutating func add(_ request: HTTPRequest, body: Int32?, response: Int32) {
    // Each request has options of its own, which end with `next`.
    if count > 0 { line("next") }
    line("url", request.url)
    line("globoff")
    line("silent")
    line("proto", "=http,https")
    line("request", request.method)
    if let body {
      line("data-binary", "@/dev/fd/\(body)")
      line("header", "Content-Type: \(request.contentType)")
      // Without it, curl asks the server's permission to send a large body, and waits.
      line("header", "Expect:")
    }
    line("header", "Accept: application/json")
    if let authorization = client.authorization {
      line("header", "Authorization: \(authorization)")
    }
    if let certificates = client.certificates { line("cacert", certificates) }
    line("connect-timeout", Self.seconds(client.connectMilliseconds))
    line("max-time", Self.seconds(client.milliseconds))
    line("output", "/dev/fd/\(response)")
    line("write-out", "\(count) %{http_code} %{exitcode} %{errormsg}\n")
    count += 1
  }

  private static func seconds(_ milliseconds: Int) -> String {
    let rest = String(milliseconds % 1000)
    return "\(milliseconds / 1000)." + String(repeating: "0", count: 3 - rest.utf8.count) + rest
  }

  private mutating func line(_ name: String) { bytes += Array("\(name)\n".utf8) }

  private mutating func line(_ name: String, _ value: String) {
    bytes += Array("\(name) = \"".utf8)
    for byte in value.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case UInt8(ascii: "\n"): bytes += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
      // No value has another control character, which would end the line.
      case 0..<0x20: continue
      default: bytes.append(byte)
      }
    }
    bytes += Array("\"\n".utf8)
  }
}
