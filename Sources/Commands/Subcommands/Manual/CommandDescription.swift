import ArgumentParser
import JSON

/// A command as described by ArgumentParser's dump of the help texts.
struct CommandDescription: Equatable {
  var name: String
  var abstract: String
  var discussion: String
  var arguments: [ArgumentDescription]
  var subcommands: [CommandDescription]

  /// - Parameter value: A `CommandInfoV0` of ArgumentParser's `ToolInfo`.
  init?(_ value: JSONValue) {
    guard let name = value["commandName"]?.string else { return nil }
    self.name = name
    abstract = value["abstract"]?.string ?? ""
    discussion = value["discussion"]?.string ?? ""
    arguments = (value["arguments"]?.array ?? []).compactMap { ArgumentDescription($0) }
    // ArgumentParser adds the subcommand `help` by itself.
    subcommands = (value["subcommands"]?.array ?? []).compactMap { Self($0) }
      .filter { $0.name != "help" }
  }

  /// Returns the description of `tanya` and its commands; nil if the dump cannot be parsed.
  static func program() -> CommandDescription? {
    guard let dump = try? JSONValue(parsing: RootCommand._dumpHelp()) else { return nil }
    return dump["command"].flatMap { CommandDescription($0) }
  }
}

/// An argument, option or flag.
struct ArgumentDescription: Equatable {
  /// The names with their dashes, the shortest first; empty for a positional argument.
  var names: [String]
  /// The name of the value in the help text; nil for flags.
  var valueName: String?
  var abstract: String
  var values: [String]
  var defaultValue: String?
  var isOptional: Bool
  var isRepeating: Bool

  init?(_ value: JSONValue) {
    guard value["shouldDisplay"]?.bool != false else { return nil }
    names = (value["names"]?.array ?? []).compactMap { name in
      guard let text = name["name"]?.string else { return nil }
      return name["kind"]?.string == "long" ? "--\(text)" : "-\(text)"
    }.sorted { $0.utf8.count < $1.utf8.count }
    valueName = value["kind"]?.string == "flag" ? nil : value["valueName"]?.string
    abstract = value["abstract"]?.string ?? ""
    values = (value["allValues"]?.array ?? []).compactMap(\.string)
    defaultValue = value["defaultValue"]?.string
    isOptional = value["isOptional"]?.bool ?? false
    isRepeating = value["isRepeating"]?.bool ?? false
  }

  var isPositional: Bool { names.isEmpty }

  /// The abstract, followed by the possible values and the default.
  var explanation: String {
    var remarks: [String] = []
    if !values.isEmpty { remarks.append("values: \(values.joined(separator: ", "))") }
    if let defaultValue { remarks.append("default: \(defaultValue)") }
    return remarks.isEmpty ? abstract : "\(abstract) (\(remarks.joined(separator: "; ")))"
  }
}
