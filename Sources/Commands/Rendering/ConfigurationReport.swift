import Cluster
import JSON
import Library
import Model
import Platform
import TOML
import TextAnalysis

/// A report on the settings in effect, each with its value and the place that sets it. Of a cluster,
/// it shows the address and the index, and neither the key nor its place.
struct ConfigurationReport {
  /// A setting as text.
  struct Line: Equatable {
    var name: String
    /// The value; nil if none is set.
    var value: String?
    /// The origin of the value: a file with a line, or an environment variable; nil for the default
    /// of tanya.
    var origin: String?
  }

  private let configuration: Configuration
  let lines: [Line]

  init(_ configuration: Configuration, environment: Environment) {
    self.configuration = configuration
    var lines = ConfigurationKey.allCases.map { key in
      Self.line(key, configuration, environment)
    }
    let path = configuration.userPath ?? ""
    lines += configuration.bindings.map {
      Line(name: "keys.\($0.keys)", value: $0.function, origin: "\(path):\($0.line)")
    }
    self.lines = lines
  }

  private static func line(
    _ key: ConfigurationKey, _ configuration: Configuration, _ environment: Environment
  ) -> Line {
    // A variable of tanya's own takes precedence over the files; others only complement the files.
    if key == .pager, let command = environment["TANYA_PAGER"] {
      return Line(name: key.rawValue, value: command, origin: "$TANYA_PAGER")
    }
    if let entry = configuration.entries[key] {
      let value = entry.value.texts?.joined(separator: ", ") ?? text(entry.value)
      return Line(name: key.rawValue, value: value, origin: "\(entry.path):\(entry.line)")
    }
    for name in variables[key] ?? [] {
      if let value = environment[name], !value.isEmpty {
        return Line(name: key.rawValue, value: value, origin: "$\(name)")
      }
    }
    return Line(name: key.rawValue, value: standard[key])
  }

  private static func text(_ value: TOMLDocument.Value) -> String {
    switch value {
    case .integer(let number): "\(number)"
    case .boolean(let flag): flag ? "true" : "false"
    case .string(let text): text
    case .array(let values): values.map(text).joined(separator: ", ")
    }
  }

  private static let variables: [ConfigurationKey: [String]] = [
    .pager: ["PAGER"], .editor: ["VISUAL", "EDITOR"],
  ]

  /// The defaults of tanya itself.
  private static let standard: [ConfigurationKey: String] = [
    .top: "3", .language: "auto", .format: "text", .color: "auto", .refresh: "true",
    .patience: "\(Library.refreshPatience)",
    .width: "auto", .links: "auto", .paging: "auto", .timing: "false", .pager: "less",
    .editor: "editor",
  ]

  // MARK: Output

  func text(_ typesetter: Typesetter, in language: Language) -> String {
    var text = ""
    for source in configuration.sources {
      let line =
        switch source.state {
        case .read: VisibleText.line(source.path)
        case .missing: ConfigurationMessage.missing(source.path).text(in: language)
        case .foreign: ConfigurationMessage.foreign(source.path).text(in: language)
        }
      text += typesetter.lines([StyledText(line, .quiet)])
    }
    text += table(
      lines.map { line in
        [
          line.name, line.value ?? "–",
          line.origin ?? ConfigurationMessage.standard.text(in: language),
        ]
      })
    for library in configuration.libraries {
      let origin = "\(configuration.userPath ?? ""):\(library.line)"
      text +=
        "\n"
        + table([
          ["libraries.\(library.name).index", library.index, origin],
          ["libraries.\(library.name).sources", library.sources.joined(separator: ", "), ""],
        ])
    }
    for cluster in configuration.clusters {
      text +=
        "\n"
        + table([
          ["clusters.\(cluster.settings.name).url", cluster.settings.url, origin(of: cluster)],
          ["clusters.\(cluster.settings.name).index", cluster.settings.index, ""],
        ])
    }
    return text
  }

  private func origin(of cluster: NamedCluster) -> String {
    "\(configuration.userPath ?? ""):\(cluster.line)"
  }

  /// Returns the rows in columns that are as wide as their longest value, up to a limit.
  private func table(_ rows: [[String]]) -> String {
    let rows = rows.map { $0.map(VisibleText.line) }
    let widths = (0..<2).map { column in
      min(40, rows.map { DisplayWidth.columns(of: $0[column]) }.max() ?? 0)
    }
    return rows.map { row in
      var line = ""
      for column in 0..<2 {
        let gap = max(0, widths[column] - DisplayWidth.columns(of: row[column]))
        line += row[column] + String(repeating: " ", count: gap + 2)
      }
      line += row[2]
      while line.hasSuffix(" ") { line.removeLast() }
      return line + "\n"
    }.joined()
  }

  var json: [UInt8] {
    var writer = JSONWriter(capacity: 2048)
    writer.object { writer in
      writer.member("version", AnswerJSON.reportVersion)
      writer.key("files")
      writer.array(of: configuration.sources) { writer, source in
        writer.object {
          $0.member("path", source.path)
          $0.member("state", source.state.rawValue)
        }
      }
      writer.key("settings")
      writer.array(of: lines) { writer, line in
        writer.object {
          $0.member("name", line.name)
          $0.member("value", line.value)
          $0.member("origin", line.origin)
        }
      }
      writer.key("libraries")
      writer.array(of: configuration.libraries) { writer, library in
        writer.object {
          $0.member("name", library.name)
          $0.member("index", library.index)
          $0.key("sources")
          $0.array(of: library.sources) { $0.string($1) }
        }
      }
      writer.key("clusters")
      writer.array(of: configuration.clusters) { writer, cluster in
        writer.object {
          $0.member("name", cluster.settings.name)
          $0.member("url", cluster.settings.url)
          $0.member("index", cluster.settings.index)
          $0.member("origin", origin(of: cluster))
        }
      }
    }
    writer.newline()
    return writer.bytes
  }
}
