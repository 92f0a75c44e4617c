import JSON
import Model

/// A request or notification of JSON-RPC 2.0.
struct RPCRequest {
  /// A string or an integer; nil for a notification, which gets no response.
  var id: JSONValue?
  var method: String
  var params: JSONValue?

  /// Parses a line.
  ///
  /// - Returns: The request; nil for a response, which is ignored because the server sends no
  ///   requests.
  static func parse(_ line: [UInt8]) throws(RPCError) -> RPCRequest? {
    let message: JSONValue
    do throws(JSONError) {
      message = try line.withUnsafeBufferPointer { bytes in
        Result { () throws(JSONError) in try JSONValue(parsing: bytes) }
      }.get()
    } catch {
      throw RPCError(.parseError, "the line is not JSON: see byte \(error.offset)")
    }
    // Revisions since 2025-06-18 have no batches.
    guard let object = message.object else {
      throw RPCError(.invalidRequest, "a message is one JSON object; batches are not supported")
    }
    let id = object["id"]
    guard object["jsonrpc"]?.string == "2.0" else {
      throw RPCError(.invalidRequest, "\"jsonrpc\" must be \"2.0\"", id: id)
    }
    guard let method = object["method"] else {
      if object["result"] != nil || object["error"] != nil { return nil }
      throw RPCError(.invalidRequest, "the message has no \"method\"", id: id)
    }
    guard let method = method.string else {
      throw RPCError(.invalidRequest, "\"method\" must be a string", id: id)
    }
    if let id, id.string == nil, id.integer == nil {
      throw RPCError(.invalidRequest, "\"id\" must be a string or an integer", id: id)
    }
    if let params = object["params"], params.object == nil {
      throw RPCError(.invalidRequest, "\"params\" must be an object", id: id)
    }
    return RPCRequest(id: id, method: method, params: object["params"])
  }

  /// Accesses the member of `params` with the given name.
  subscript(name: String) -> JSONValue? { params?[name] }
}

/// An error of JSON-RPC 2.0, or of the Model Context Protocol.
struct RPCError: Error {
  enum Code: Int {
    case parseError = -32700
    case invalidRequest = -32600
    case methodNotFound = -32601
    case invalidParams = -32602
    case internalError = -32603
    /// The resource does not exist (revisions with a handshake).
    case resourceNotFound = -32002
    /// The request names a revision that the server does not speak (since 2026-07-28).
    case unsupportedVersion = -32022
  }

  var code: Code
  var message: String
  /// The id of the request, if it could be read.
  var id: JSONValue?
  /// Details for programs.
  var data: [(name: String, value: JSONValue)]

  init(
    _ code: Code, _ message: String, id: JSONValue? = nil, data: [(String, JSONValue)] = []
  ) {
    self.code = code
    self.message = message
    self.id = id
    self.data = data.map { ($0.0, $0.1) }
  }

  /// Writes the response.
  ///
  /// - Parameter id: The id of the request, which is used if the error has none.
  func write(id known: JSONValue?, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("jsonrpc", "2.0")
      writer.key("id")
      let id = id ?? known
      if let id, id.string != nil || id.integer != nil { writer.value(id) } else { writer.null() }
      writer.key("error")
      writer.object { writer in
        writer.member("code", code.rawValue)
        writer.member("message", message)
        guard !data.isEmpty else { return }
        writer.key("data")
        writer.object { writer in
          for (name, value) in data {
            writer.key(name)
            writer.value(value)
          }
        }
      }
    }
    writer.newline()
  }
}

extension JSONWriter {
  /// Writes a parsed value; the members of objects are sorted by name.
  mutating func value(_ value: JSONValue) {
    if let text = value.string {
      string(text)
    } else if let flag = value.bool {
      boolean(flag)
    } else if let number = value.integer {
      integer(number)
    } else if let number = value.double {
      double(number)
    } else if let elements = value.array {
      array(of: elements) { $0.value($1) }
    } else if let members = value.object {
      object { writer in
        for (name, member) in members.sorted(by: { $0.key < $1.key }) {
          writer.key(name)
          writer.value(member)
        }
      }
    } else {
      null()
    }
  }
}
