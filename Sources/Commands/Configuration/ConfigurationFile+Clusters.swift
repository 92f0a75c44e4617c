import Cluster
import Model
import TOML

/// The tables `[clusters.NAME]` and `[clusters.NAME.fields]`.
extension ConfigurationFile {
  private static let keys = [
    "url", "index", "languages", "user", "key-variable", "key-file", "certificates", "timeout",
    "candidates", "fields.text",
  ]

  private static let facts: [String: MetadataKey] = [
    "author": .author, "date": .date, "url": .url, "language": .language, "tags": .tags,
  ]

  mutating func takeCluster(_ setting: TOMLDocument.Setting) throws(ConfigurationError) {
    let path = setting.path
    let full = path.joined(separator: ".")
    let isField = path.count == 4 && path[2] == "fields"
    guard path.count == 3 || isField, NamedLibrary.isName(path[1]) else {
      throw problem(.unknown(full, known: ["clusters.NAME.url"]), setting.line)
    }
    let place = clusters.firstIndex { $0.settings.name == path[1] } ?? clusters.count
    if place == clusters.count {
      let settings = ClusterSettings(name: path[1])
      clusters.append(NamedCluster(settings: settings, line: setting.line))
    }
    if isField {
      try takeField(path[3], setting, full, into: &clusters[place])
    } else {
      try takeMember(path[2], setting, full, into: &clusters[place].settings)
    }
  }

  private func takeMember(
    _ key: String, _ setting: TOMLDocument.Setting, _ full: String,
    into cluster: inout ClusterSettings
  ) throws(ConfigurationError) {
    switch key {
    case "url":
      var url = try text(setting, full)
      while url.hasSuffix("/") { url.removeLast() }
      guard ClusterSettings.isAddress(url) else {
        throw problem(.expected(full, .address), setting.line)
      }
      cluster.url = url
    case "index":
      cluster.index = try text(setting, full)
      guard ClusterSettings.isIndexName(cluster.index) else {
        throw problem(.expected(full, .indexName), setting.line)
      }
    case "languages":
      let codes = setting.value.texts ?? []
      let languages = codes.compactMap { LanguageChoice(argument: $0)?.language }
      guard !codes.isEmpty, languages.count == codes.count else {
        throw problem(.expected(full, .language), setting.line)
      }
      cluster.languages = languages
    case "user": cluster.user = try text(setting, full)
    case "key-variable": cluster.key = .variable(try text(setting, full))
    case "key-file":
      cluster.key = .file(try absolute(try text(setting, full), full, setting))
    case "certificates":
      cluster.certificates = try absolute(try text(setting, full), full, setting)
    case "timeout": cluster.milliseconds = try integer(setting, full, in: 100...600_000)
    case "candidates": cluster.candidates = try integer(setting, full, in: 1...1000)
    default:
      let known = Self.keys.map { "clusters.\(cluster.name).\($0)" }
      throw problem(.unknown(full, known: known), setting.line)
    }
  }

  private func takeField(
    _ key: String, _ setting: TOMLDocument.Setting, _ full: String, into cluster: inout NamedCluster
  ) throws(ConfigurationError) {
    // An index with fields of its own has only those that are named.
    if !cluster.settings.namesFields { cluster.settings.dropFields() }
    guard let names = setting.value.texts, !names.isEmpty,
      names.allSatisfy({ ClusterSettings.isFieldName($0) }), key == "text" || names.count == 1
    else { throw problem(.expected(full, key == "text" ? .names : .text), setting.line) }
    switch key {
    case "text": cluster.settings.textFields = names
    case "title": cluster.settings.titleField = names[0]
    case "path": cluster.settings.pathField = names[0]
    default:
      guard let fact = Self.facts[key] else {
        let known = ["text", "title", "path"] + Self.facts.keys.sorted()
        throw problem(
          .unknown(full, known: known.map { "clusters.\(cluster.settings.name).fields.\($0)" }),
          setting.line)
      }
      cluster.settings.metadataFields[fact] = names[0]
    }
  }

  private func integer(
    _ setting: TOMLDocument.Setting, _ name: String, in range: ClosedRange<Int>
  ) throws(ConfigurationError) -> Int {
    guard case .integer(let number) = setting.value, range.contains(number) else {
      throw problem(.expected(name, .integer(range)), setting.line)
    }
    return number
  }

  /// Checks that each cluster has an address and an index.
  func checkClusters() throws(ConfigurationError) {
    for cluster in clusters {
      let name = "clusters.\(cluster.settings.name)"
      if cluster.settings.url.isEmpty {
        throw problem(.expected("\(name).url", .address), cluster.line)
      }
      if cluster.settings.index.isEmpty {
        throw problem(.expected("\(name).index", .indexName), cluster.line)
      }
    }
  }
}
