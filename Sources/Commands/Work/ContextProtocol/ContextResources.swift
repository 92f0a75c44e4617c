import JSON
import Library
import Model
import Retrieval

/// The documents of the library as resources. Their URIs are `tanya://library/` and the id of the
/// document.
enum ContextResources {
  private static let prefix = "tanya://library/"

  static func list(
    _ request: RPCRequest, _ library: inout ContextLibrary
  ) throws(RPCError) -> ContextServer.Members {
    let documents = try documents(of: &library)
    let cursor = request["cursor"].flatMap { $0.isNull ? nil : $0.string ?? "" }
    guard let page = Page(of: documents, cursor: cursor, size: ContextTool.pageSize) else {
      throw RPCError(.invalidParams, "invalid cursor")
    }
    return { writer in
      writer.key("resources")
      writer.array(of: page.items) { writer, document in
        writer.object { writer in
          writer.member("uri", uri(of: document.id))
          writer.member("name", document.id)
          if let title = document.title { writer.member("title", RevealedText.line(title.value)) }
          writer.member("mimeType", "text/plain")
        }
      }
      if let next = page.next { writer.member("nextCursor", next) }
    }
  }

  static func writeTemplates(to writer: inout JSONWriter) {
    writer.key("resourceTemplates")
    writer.array { writer in
      writer.object { writer in
        writer.member("uriTemplate", "\(prefix){+document}")
        writer.member("name", "document")
        writer.member("title", "A document of the library")
        writer.member("description", "The text of a document as it was indexed, by its id.")
        writer.member("mimeType", "text/plain")
      }
    }
  }

  static func read(
    _ request: RPCRequest, _ library: inout ContextLibrary, isStateless: Bool
  ) throws(RPCError) -> ContextServer.Members {
    guard let uri = request["uri"]?.string else {
      throw RPCError(.invalidParams, "resources/read needs a \"uri\"")
    }
    let documents = try documents(of: &library)
    guard let id = id(of: uri), documents.contains(where: { $0.id == id }) else {
      throw RPCError(
        isStateless ? .invalidParams : .resourceNotFound, "resource not found",
        data: request["uri"].map { [("uri", $0)] } ?? [])
    }
    let shown: ShownDocument
    do throws(CommandError) {
      shown = try ShownDocument(id, lines: nil, in: library.current().reader)
    } catch {
      throw RPCError(.internalError, ErrorMessage.phrase(error).english)
    }
    return { writer in
      writer.key("contents")
      writer.array { writer in
        writer.object { writer in
          writer.member("uri", uri)
          writer.member("mimeType", "text/plain")
          writer.member("text", shown.readableText)
        }
      }
    }
  }

  private static func documents(
    of library: inout ContextLibrary
  ) throws(RPCError) -> [StoredDocument] {
    do throws(CommandError) {
      let library = try library.current().library
      return try asking { () throws(IndexError) in try library.documents() }
    } catch {
      throw RPCError(.internalError, ErrorMessage.phrase(error).english)
    }
  }

  /// Returns the URI of a document, in which everything but unreserved characters and slashes is
  /// percent-encoded (RFC 3986).
  static func uri(of id: String) -> String { prefix + FileLink.encoded(id) }

  /// Returns the id in a URI; nil if the URI is not one of this server or is malformed.
  static func id(of uri: String) -> String? {
    guard uri.hasPrefix(prefix) else { return nil }
    var bytes: [UInt8] = []
    var rest = uri.utf8.dropFirst(prefix.utf8.count)
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      guard digits.utf8.count == 2, let value = UInt8(digits, radix: 16) else { return nil }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    return try? String(copying: UTF8Span(validating: bytes.span))
  }
}
