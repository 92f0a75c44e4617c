import Glibc
import Library
import Model
import Platform
import Retrieval
import TOML

/// The settings in effect: those of the user's configuration file, complemented by those of the
/// nearest project.
struct Configuration: Sendable {
  /// A value with the place at which it is set.
  struct Entry: Sendable, Equatable {
    var value: TOMLDocument.Value
    var path: String
    /// The line in the file, from 1.
    var line: Int
  }

  /// A file that was looked up, and its state.
  struct Source: Sendable, Equatable {
    enum State: String, Sendable {
      case read, missing
      /// The file belongs to another user.
      case foreign
    }
    var path: String
    var state: State
  }

  private(set) var sources: [Source] = []
  private(set) var entries: [ConfigurationKey: Entry] = [:]
  private(set) var libraries: [NamedLibrary] = []
  private(set) var clusters: [NamedCluster] = []
  private(set) var bindings: [KeySetting] = []
  private(set) var palette = Palette()
  /// The path of the user's own file, whether it exists or not; nil if there is no home folder.
  private(set) var userPath: String?

  /// Creates a configuration without settings.
  init() {}

  static let projectFileName = ".tanya.toml"
  /// The maximum size of a file, in bytes.
  private static let longestFile = 1 << 18

  /// Reads the user's file and that of the nearest project.
  ///
  /// - Parameter folder: The absolute path where the search for a project begins.
  init(environment: Environment, from folder: String) throws(ConfigurationError) {
    let home = environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    func base(_ variable: String, _ fallback: String) -> String? {
      environment[variable].flatMap { $0.hasPrefix("/") ? $0 : nil }
        ?? home.map { "\($0)/\(fallback)" }
    }
    let data = base("XDG_DATA_HOME", ".local/share") ?? ""
    let places = ConfigurationFile.Places(
      home: home ?? "", data: "\(data)/tanya/libraries")
    userPath = base("XDG_CONFIG_HOME", ".config").map { "\($0)/tanya/config.toml" }
    if let userPath { try read(userPath, isProject: false, places) }
    if let path = Self.projectFile(from: folder) { try read(path, isProject: true, places) }
  }

  private mutating func read(
    _ path: String, isProject: Bool, _ places: ConfigurationFile.Places
  ) throws(ConfigurationError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      guard errno == ENOENT || errno == ENOTDIR else {
        throw ConfigurationError(path: path, problem: .unreadable(code: errno))
      }
      return sources.append(Source(path: path, state: .missing))
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw ConfigurationError(path: path, problem: .unreadable(code: EINVAL))
    }
    // Anyone can put a file into a folder such as /tmp, which may be above the current one.
    guard !isProject || status.st_uid == getuid() else {
      return sources.append(Source(path: path, state: .foreign))
    }
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try readFile(path, atMost: Self.longestFile + 1)
    } catch {
      throw ConfigurationError(path: path, problem: .unreadable(code: error.code))
    }
    guard bytes.count <= Self.longestFile else {
      throw ConfigurationError(path: path, problem: .tooLarge(limit: Self.longestFile))
    }
    let file = try ConfigurationFile(
      parsing: bytes, path: path, isProject: isProject, places: places)
    sources.append(Source(path: path, state: .read))
    for (key, entry) in file.entries where entries[key] == nil { entries[key] = entry }
    guard !isProject else { return }
    (libraries, bindings, palette) = (file.libraries, file.bindings, file.palette)
    clusters = file.clusters
  }

  /// Returns the path of the project's file in a folder or in the nearest folder above it.
  private static func projectFile(from folder: String) -> String? {
    var folder = folder[...]
    while true {
      let path = "\(folder)/\(projectFileName)"
      if access(path, F_OK) == 0 { return path }
      guard let slash = folder.lastIndex(of: "/") else { return nil }
      folder = folder[..<slash]
    }
  }

  // MARK: Values

  func integer(_ key: ConfigurationKey) -> Int? {
    if case .integer(let number)? = entries[key]?.value { number } else { nil }
  }

  func text(_ key: ConfigurationKey) -> String? { texts(key).first }

  func texts(_ key: ConfigurationKey) -> [String] { entries[key]?.value.texts ?? [] }

  func boolean(_ key: ConfigurationKey) -> Bool? {
    if case .boolean(let flag)? = entries[key]?.value { flag } else { nil }
  }

  func choice<Choice: RawRepresentable<String>>(_ key: ConfigurationKey) -> Choice? {
    text(key).flatMap { Choice(rawValue: $0) }
  }

  /// Returns the language of questions; nil if it is to be detected.
  ///
  /// - Parameter choice: The choice on the command line.
  func language(_ choice: LanguageChoice?) -> Language? {
    (choice ?? text(.language).flatMap { LanguageChoice(argument: $0) } ?? .auto).language
  }

  /// Returns the typesetter for text on standard output.
  ///
  /// - Parameter color: The choice on the command line.
  func typesetter(_ color: ColorChoice?) -> Typesetter {
    var typesetter = Typesetter(
      forOutput: color ?? choice(.color) ?? .auto, links: choice(.links) ?? .auto)
    typesetter.palette = palette
    return typesetter
  }
}
