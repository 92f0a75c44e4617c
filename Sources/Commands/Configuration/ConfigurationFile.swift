import Library
import TOML

/// The contents of a configuration file.
struct ConfigurationFile: Sendable {
  let path: String
  private(set) var entries: [(key: ConfigurationKey, entry: Configuration.Entry)] = []
  private(set) var libraries: [NamedLibrary] = []
  var clusters: [NamedCluster] = []
  private(set) var bindings: [KeySetting] = []
  private(set) var palette = Palette()

  /// The folders to which paths in a file are relative.
  struct Places: Sendable {
    /// The home folder, for `~`.
    var home: String
    /// The folder of the libraries for which no index folder is set.
    var data: String
  }

  /// The tables that only the user's own file may have.
  private static let ownTables = ["keys", "colors", "libraries", "clusters"]

  private let isProject: Bool
  private let places: Places

  /// - Parameter isProject: `true` for the file of a project, which may only choose defaults.
  init(
    parsing bytes: [UInt8], path: String, isProject: Bool, places: Places
  ) throws(ConfigurationError) {
    self.path = path
    self.isProject = isProject
    self.places = places
    let document: TOMLDocument
    do throws(TOMLError) {
      document = try TOMLDocument(parsing: bytes)
    } catch {
      if case .repeated(let name) = error.kind, name.hasPrefix("libraries."),
        name.split(separator: ".").count == 2
      {
        throw problem(.repeatedLibrary(String(name.dropFirst("libraries.".count))), error.line)
      }
      throw problem(.syntax(error.kind), error.line)
    }
    for setting in document.settings { try take(setting) }
    try checkClusters()
  }

  private mutating func take(_ setting: TOMLDocument.Setting) throws(ConfigurationError) {
    let path = setting.path
    let name = path.joined(separator: ".")
    if let key = ConfigurationKey(rawValue: name) {
      guard !isProject || key.isOfProject else { throw problem(.notOfProject(name), setting.line) }
      try check(setting.value, name, key.kind, setting.line)
      let entry = Configuration.Entry(value: setting.value, path: self.path, line: setting.line)
      entries.append((key, entry))
      return
    }
    let isKnownTable = Self.ownTables.contains(path[0]) && path.count > 1
    if isProject, isKnownTable { throw problem(.notOfProject(name), setting.line) }
    switch path[0] {
    case "libraries" where path.count == 3: try takeLibrary(path[1], path[2], setting)
    case "clusters" where path.count > 2: try takeCluster(setting)
    case "keys" where path.count == 2:
      bindings.append(
        KeySetting(
          keys: path[1], function: try text(setting, name), line: setting.line))
    case "colors" where path.count == 2 && Palette.styles[path[1]] != nil:
      let description = try text(setting, name)
      guard let style = Palette.styles[path[1]], palette.choose(description, for: style) else {
        throw problem(.expected(name, .oneOf(Palette.words)), setting.line)
      }
    default: throw problem(.unknown(name, known: known(beside: path)), setting.line)
    }
  }

  private mutating func takeLibrary(
    _ name: String, _ key: String, _ setting: TOMLDocument.Setting
  ) throws(ConfigurationError) {
    let full = setting.path.joined(separator: ".")
    guard NamedLibrary.isName(name) else {
      throw problem(.unknown(full, known: ["libraries.NAME.index"]), setting.line)
    }
    var place = libraries.firstIndex { $0.name == name } ?? libraries.count
    if place == libraries.count {
      // On a file system that ignores case, both could have the same folder.
      guard !libraries.contains(where: { $0.name.lowercased() == name.lowercased() }) else {
        throw problem(.repeatedLibrary(name), setting.line)
      }
      libraries.append(
        NamedLibrary(name: name, index: "\(places.data)/\(name)", line: setting.line))
      place = libraries.count - 1
    }
    switch key {
    case "index": libraries[place].index = try absolute(try text(setting, full), full, setting)
    case "sources":
      guard let paths = setting.value.texts else {
        throw problem(.expected(full, .absolutePaths), setting.line)
      }
      for path in paths { libraries[place].sources.append(try absolute(path, full, setting)) }
    default:
      let known = ["index", "sources"].map { "libraries.\(name).\($0)" }
      throw problem(.unknown(full, known: known), setting.line)
    }
  }

  // MARK: Values

  func text(
    _ setting: TOMLDocument.Setting, _ name: String
  ) throws(ConfigurationError) -> String {
    guard case .string(let text) = setting.value, !text.utf8.allSatisfy(\.isBlank) else {
      throw problem(.expected(name, .text), setting.line)
    }
    return text
  }

  func absolute(
    _ path: String, _ name: String, _ setting: TOMLDocument.Setting
  ) throws(ConfigurationError) -> String {
    let expanded = path.expandingTilde(home: places.home)
    guard expanded.hasPrefix("/"), !expanded.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F })
    else {
      throw problem(.expected(name, .absolutePath), setting.line)
    }
    return LibraryLocation.absolute(expanded, from: "/")
  }

  private func check(
    _ value: TOMLDocument.Value, _ name: String, _ kind: ConfigurationKey.Kind, _ line: Int
  ) throws(ConfigurationError) {
    let expectation: ConfigurationError.Expectation
    switch (kind, value) {
    case (.integer(let range), .integer(let number)) where range.contains(number): return
    case (.integer(let range), _): expectation = .integer(range)
    case (.boolean, .boolean): return
    case (.boolean, _): expectation = .boolean
    case (.choice(let choices), .string(let text)) where choices.contains(text): return
    case (.choice(let choices), _): expectation = .oneOf(choices)
    case (.language, .string(let text)) where LanguageChoice(argument: text) != nil: return
    case (.language, _): expectation = .language
    case (.text, .string(let text)) where !text.utf8.allSatisfy(\.isBlank): return
    case (.text, _): expectation = .text
    case (.names, _):
      if let names = value.texts, !names.isEmpty { return }
      expectation = .names
    }
    throw problem(.expected(name, expectation), line)
  }

  /// Returns the names of the settings in the same table as an unknown one.
  private func known(beside path: [String]) -> [String] {
    let all =
      ConfigurationKey.allCases.filter { !isProject || $0.isOfProject }.map(\.rawValue)
      + (isProject ? [] : Palette.styles.keys.sorted().map { "colors.\($0)" })
    let same = all.filter { path.count > 1 && $0.hasPrefix("\(path[0]).") }
    return same.isEmpty
      ? ["defaults", "shell"] + (isProject ? [] : Self.ownTables) : same
  }

  func problem(_ problem: ConfigurationError.Problem, _ line: Int) -> ConfigurationError {
    ConfigurationError(path: path, line: line, problem: problem)
  }
}

/// A key sequence in readline's notation, and the function of readline that it calls.
struct KeySetting: Sendable, Equatable {
  var keys: String
  var function: String
  var line: Int
}

extension TOMLDocument.Value {
  /// The strings of a string or of an array of strings; nil for any other value.
  var texts: [String]? {
    switch self {
    case .string(let text): return [text]
    case .array(let values):
      let texts = values.compactMap { if case .string(let text) = $0 { text } else { nil } }
      return texts.count == values.count ? texts : nil
    case .integer, .boolean: return nil
    }
  }
}
