import Bytes
import Glibc
import JSON
import Platform
import Retrieval

/// A check that a cluster can be asked: its version, and the fields that its index has.
///
/// A field that an index lacks is never asked for, since an engine may add it to the index.
public struct ClusterCheck: Sendable, Equatable {
  /// The name and version of the engine; empty if the key may not see it.
  public var version: String
  /// The fields of the settings that the index has.
  public var fields: [String]

  /// The oldest version of Elasticsearch; of OpenSearch, any is new enough.
  static let oldestVersion = "7.0"

  /// Asks the cluster.
  init(_ connection: ClusterConnection) throws(SourceError) {
    let settings = connection.settings
    let names = settings.fields.map { PercentEncoding.encode($0) }.joined(separator: ",")
    let replies = try connection.send([
      ClusterConnection.Request(method: "GET", path: ""),
      ClusterConnection.Request(
        method: "GET", path: "\(settings.index)/_field_caps?fields=\(names)"),
    ])
    version = try Self.version(in: replies[0], connection)
    let known = try replies[1].get()["fields"]?.object
    guard let known else { throw connection.error(.unexpected("fields")) }
    fields = settings.fields.filter { known[$0] != nil }
    try check(settings, connection)
  }

  private func check(
    _ settings: ClusterSettings, _ connection: ClusterConnection
  ) throws(SourceError) {
    func missing(_ field: String) -> SourceError {
      connection.error(.missingField(field, index: settings.index))
    }
    if let text = settings.textFields.first, !settings.textFields.contains(where: fields.contains) {
      throw missing(text)
    }
    if settings.namesFields, let field = settings.fields.first(where: { !fields.contains($0) }) {
      throw missing(field)
    }
  }

  private static func version(
    in reply: Result<JSONValue, SourceError>, _ connection: ClusterConnection
  ) throws(SourceError) -> String {
    switch reply.problem {
    case .forbidden, .unauthorized: return ""
    default: break
    }
    guard let version = try reply.get()["version"], let number = version["number"]?.string else {
      throw connection.error(.unexpected("version"))
    }
    let engine = version["distribution"]?.string ?? "elasticsearch"
    let major = number.split(separator: ".").first.flatMap { Int($0) } ?? 0
    guard engine == "opensearch" || major >= 7 else {
      throw connection.error(.oldVersion(number, oldest: oldestVersion))
    }
    return "\(engine) \(number)"
  }
}

extension ClusterSettings {
  /// Returns the settings without the fields that the index lacks.
  func limited(to known: [String]) -> ClusterSettings {
    var settings = self
    settings.textFields = textFields.filter(known.contains)
    settings.titleField = titleField.flatMap { known.contains($0) ? $0 : nil }
    settings.pathField = pathField.flatMap { known.contains($0) ? $0 : nil }
    settings.metadataFields = metadataFields.filter { known.contains($0.value) }
    return settings
  }
}

/// The fields that an index had when it was last checked, in a file of the user's cache, so that a
/// single question takes no third request.
struct CheckedFields {
  private let path: String?
  /// The seconds for which a check counts.
  private static let validSeconds = 86_400

  init(_ settings: ClusterSettings, environment: Environment) {
    let cache =
      environment["XDG_CACHE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
      ?? environment["HOME"].flatMap { $0.hasPrefix("/") ? "\($0)/.cache" : nil }
    var hash = FNVHash()
    for part in [settings.url, settings.index] + settings.fields {
      hash.combine(part.utf8)
      hash.combine([0])
    }
    let name = String(hash.value, radix: 36)
    path = cache.map { "\($0)/tanya/clusters/\(name)" }
  }

  /// Returns the fields, or nil if they have to be asked for.
  func read() -> [String]? {
    guard let path, let info = try? FileInfo(path: path),
      case let age = Int(time(nil)) - Int(info.modified / 1_000_000_000),
      (0..<Self.validSeconds).contains(age), let bytes = try? readFile(path, atMost: 1 << 16)
    else { return nil }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    return lines.isEmpty ? nil : lines
  }

  /// Keeps the fields. If they cannot be written, they are asked for again.
  func write(_ fields: [String]) {
    guard let path else { return }
    let bytes = Array((fields.joined(separator: "\n") + "\n").utf8)
    do throws(FileError) {
      try Folder.create(
        String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]), permissions: 0o700)
      try OutputFile.replace(path, with: bytes)
    } catch {
      return
    }
  }
}

/// Percent-encoding of a part of an address (RFC 3986, section 2.1).
enum PercentEncoding {
  static func encode(_ text: String) -> String {
    var encoded: [UInt8] = []
    for byte in text.utf8 {
      if (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || "-_.~".utf8.contains(byte) {
        encoded.append(byte)
      } else {
        let digits = Array("0123456789ABCDEF".utf8)
        encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }
}
