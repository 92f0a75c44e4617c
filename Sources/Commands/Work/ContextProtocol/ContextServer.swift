import JSON
import Library
import Model
import Retrieval
import TextAnalysis

/// A server of the Model Context Protocol over lines of JSON-RPC: read-only tools and resources.
///
/// It speaks the revisions with a handshake (`initialize`) and the stateless one of 2026-07-28, in
/// which each request names its revision.
struct ContextServer {
  /// The revisions with a handshake, the newest first.
  static let handshakeVersions = ["2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05"]
  static let statelessVersion = "2026-07-28"
  /// The longest line that is read, in bytes.
  static let longestLine = 4 << 20

  private var library: ContextLibrary

  init(_ library: ContextLibrary) { self.library = library }

  /// Answers one line.
  ///
  /// - Returns: A line of output; empty if the line needs no response.
  mutating func respond(to line: [UInt8]) -> [UInt8] {
    var writer = JSONWriter(capacity: 4096)
    var id: JSONValue?
    do throws(RPCError) {
      guard let request = try RPCRequest.parse(line) else { return [] }
      id = request.id
      guard let id else { return [] }
      let result = try result(of: request)
      writer.object { writer in
        writer.member("jsonrpc", "2.0")
        writer.key("id")
        writer.value(id)
        writer.key("result")
        writer.object { writer in result(&writer) }
      }
      writer.newline()
    } catch {
      writer = JSONWriter(capacity: 512)
      error.write(id: id, to: &writer)
    }
    return writer.bytes
  }

  /// The response to a line that is longer than ``longestLine``.
  static var tooLong: [UInt8] {
    var writer = JSONWriter(capacity: 256)
    RPCError(.invalidRequest, "the message is longer than \(longestLine >> 20) MiB")
      .write(id: nil, to: &writer)
    return writer.bytes
  }

  /// A closure that writes the members of a result.
  typealias Members = (inout JSONWriter) -> Void

  private mutating func result(of request: RPCRequest) throws(RPCError) -> Members {
    let isStateless = try isStateless(request)
    let members: Members
    var isCacheable = true
    switch request.method {
    case "initialize": return initialize(request)
    case "server/discover": members = discover()
    case "ping":
      isCacheable = false
      members = { _ in }
    case "tools/list":
      try requireNoCursor(request)
      members = { ContextTool.writeAll(to: &$0) }
    case "tools/call":
      isCacheable = false
      members = try ContextTool.call(request, &library)
    case "resources/list": members = try ContextResources.list(request, &library)
    case "resources/templates/list":
      try requireNoCursor(request)
      members = { ContextResources.writeTemplates(to: &$0) }
    case "resources/read":
      members = try ContextResources.read(request, &library, isStateless: isStateless)
    default: throw RPCError(.methodNotFound, "unknown method \(request.method)")
    }
    guard isStateless else { return members }
    return { writer in
      members(&writer)
      writer.member("resultType", "complete")
      // An index may be updated at any time.
      if isCacheable {
        writer.member("ttlMs", 0)
        writer.member("cacheScope", "private")
      }
      writer.key("_meta")
      writer.object { writer in
        writer.key("io.modelcontextprotocol/serverInfo")
        Self.writeInfo(to: &writer)
      }
    }
  }

  /// Returns whether a request belongs to the stateless revision.
  private func isStateless(_ request: RPCRequest) throws(RPCError) -> Bool {
    let key = "io.modelcontextprotocol/protocolVersion"
    guard request.method != "initialize", let version = request["_meta"]?[key] else {
      return request.method == "server/discover"
    }
    guard version.string == Self.statelessVersion else {
      let supported = try? JSONValue(parsing: "[\"\(Self.statelessVersion)\"]")
      throw RPCError(
        .unsupportedVersion, "unsupported protocol version",
        data: [("requested", version)] + (supported.map { [("supported", $0)] } ?? []))
    }
    return true
  }

  private func requireNoCursor(_ request: RPCRequest) throws(RPCError) {
    if let cursor = request["cursor"], !cursor.isNull {
      throw RPCError(.invalidParams, "invalid cursor")
    }
  }

  private mutating func initialize(_ request: RPCRequest) -> Members {
    let requested = request["protocolVersion"]?.string ?? ""
    let version =
      Self.handshakeVersions.contains(requested) ? requested : Self.handshakeVersions[0]
    let instructions = library.instructions()
    return { writer in
      writer.member("protocolVersion", version)
      Self.writeCapabilities(to: &writer)
      writer.key("serverInfo")
      Self.writeInfo(to: &writer)
      writer.member("instructions", instructions)
    }
  }

  private mutating func discover() -> Members {
    let instructions = library.instructions()
    return { writer in
      writer.key("supportedVersions")
      writer.array { $0.string(Self.statelessVersion) }
      Self.writeCapabilities(to: &writer)
      writer.member("instructions", instructions)
    }
  }

  private static func writeCapabilities(to writer: inout JSONWriter) {
    writer.key("capabilities")
    writer.object { writer in
      for name in ["tools", "resources"] {
        writer.key(name)
        writer.object { _ in }
      }
    }
  }

  private static func writeInfo(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("name", "tanya")
      writer.member("title", "tanya")
      writer.member("version", ProgramVersion.number)
    }
  }
}
