import JSON
import Model

/// A tool of the server, with its schemas. The server lists the tools in ``all`` and calls them by
/// name.
struct ContextTool: Sendable {
  var name: String
  var title: String
  var description: String
  /// The JSON Schema of the arguments. In each, `additionalProperties` is `false`.
  var input: String
  /// The JSON Schema of the structured content.
  var output: String
  var call:
    @Sendable (ContextArguments, inout ContextLibrary) throws(ContextFailure) -> ContextResult

  static let all = [ask, passage, sources, facts, status]

  static func writeAll(to writer: inout JSONWriter) {
    writer.key("tools")
    writer.array(of: all) { $1.write(to: &$0) }
  }

  private func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("name", name)
      writer.member("title", title)
      writer.member("description", description)
      for (key, schema) in [("inputSchema", input), ("outputSchema", output)] {
        writer.key(key)
        if let schema = try? JSONValue(parsing: schema) { writer.value(schema) }
      }
      writer.key("annotations")
      writer.object { writer in
        writer.member("title", title)
        writer.member("readOnlyHint", true)
        writer.member("destructiveHint", false)
        writer.member("idempotentHint", true)
        writer.member("openWorldHint", false)
      }
    }
  }

  /// Calls the tool that a request names.
  ///
  /// A tool that fails returns a result that says so, to which a model can react. Only a request
  /// without a known tool, or with arguments that are not an object, is a protocol error.
  static func call(
    _ request: RPCRequest, _ library: inout ContextLibrary
  ) throws(RPCError) -> ContextServer.Members {
    guard let name = request["name"]?.string else {
      throw RPCError(.invalidParams, "tools/call needs the \"name\" of a tool")
    }
    guard let tool = all.first(where: { $0.name == name }) else {
      throw RPCError(.invalidParams, "unknown tool: \(name)")
    }
    let arguments = request["arguments"]
    if let arguments, arguments.object == nil, !arguments.isNull {
      throw RPCError(.invalidParams, "\"arguments\" must be an object")
    }
    do throws(ContextFailure) {
      let given = ContextArguments(arguments?.object ?? [:])
      try given.check(tool.input)
      let result = try tool.call(given, &library)
      return { result.write(to: &$0) }
    } catch {
      let message = error.message
      return { writer in
        ContextResult.writeContent(message, to: &writer)
        writer.member("isError", true)
      }
    }
  }
}

/// The result of a tool: a text for reading, and the same facts as structured content.
struct ContextResult {
  var text: String
  /// Writes the members of the structured content.
  var structured: (inout JSONWriter) -> Void

  func write(to writer: inout JSONWriter) {
    Self.writeContent(text, to: &writer)
    writer.key("structuredContent")
    structured(&writer)
    writer.member("isError", false)
  }

  static func writeContent(_ text: String, to writer: inout JSONWriter) {
    writer.key("content")
    writer.array { writer in
      writer.object { writer in
        writer.member("type", "text")
        writer.member("text", text)
      }
    }
  }
}

/// The reason why a tool failed, in a sentence for the model.
struct ContextFailure: Error {
  var message: String

  init(_ message: String) { self.message = message }

  init(_ error: CommandError) { message = ErrorMessage.phrase(error).english }

  /// Calls a closure and converts the error of a command that it throws.
  static func converting<Value>(
    _ body: () throws(CommandError) -> Value
  ) throws(ContextFailure) -> Value {
    do throws(CommandError) { return try body() } catch { throw ContextFailure(error) }
  }
}
