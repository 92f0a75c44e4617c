/// A line that curl writes after each request: the request's number, the response's status, curl's
/// exit status for it, and a message.
struct CurlReport {
  /// The place of the request among those sent.
  var request: Int
  /// The status of the response; 0 if there is none.
  var status: Int
  /// The exit status of curl; 0 if all went well.
  var exit: Int
  var message: String

  /// Reads the reports in curl's output. Lines that are none are passed over.
  static func all(in output: [UInt8]) -> [CurlReport] {
    String(decoding: output, as: UTF8.self).split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ", maxSplits: 3, omittingEmptySubsequences: false)
      guard words.count >= 3, let request = Int(words[0]), let status = Int(words[1]),
        let exit = Int(words[2])
      else { return nil }
      return CurlReport(
        request: request, status: status, exit: exit,
        message: words.count > 3 ? String(words[3]) : "")
    }
  }

  func outcome(
    limit: Int, body: () -> [UInt8]
  ) -> Result<HTTPResponse, HTTPError> {
    switch exit {
    case 0: return .success(HTTPResponse(status: status, body: body()))
    case 5, 6, 7, 16, 18, 52, 55, 56, 92: return .failure(.unreachable(message))
    case 28: return .failure(.timedOut)
    // Writing fails if the file would exceed the limit on its size.
    case 23, 63: return .failure(.tooLarge(limit: limit))
    case 35, 51, 53, 54, 58, 59, 60, 66, 77, 80, 83, 90, 91: return .failure(.untrusted(message))
    default: return .failure(.failed(status: exit, message))
    }
  }
}
