public import Model

/// A cluster of Elasticsearch or OpenSearch as the user's configuration describes it.
public struct ClusterSettings: Sendable, Equatable {
  /// The name in the configuration.
  public var name: String
  /// The address, without a slash at its end.
  public var url = ""
  /// The name of the index, or of an alias or a pattern of several.
  public var index = ""
  /// The fields that hold the text of documents. The first of them that a document has is its text.
  /// These and all others are those of an index that ``ClusterLoad`` makes, unless the configuration
  /// names some.
  public var textFields = ["text_en", "text_id", "text"]
  public var titleField: String? = "title"
  /// The fields of further facts about documents.
  public var metadataFields: [MetadataKey: String] = [
    .author: "author", .date: "date", .url: "url", .language: "language", .tags: "tags",
  ]
  /// The field with the path of a document, a keyword, which `--in` matches; nil for none.
  public var pathField: String? = "path"
  /// The field with the format of a document's text, `markdown` for one with headings and the like;
  /// nil for an index all of whose texts are plain.
  var formatField: String? = "format"
  /// A Boolean value that indicates whether the configuration names the fields, so that the index has
  /// to have all of them.
  public var namesFields = false
  /// The user whose password the key is; nil if it is an API key.
  public var user: String?
  public var key = Key.none
  /// The path of a file of certificates that stands in for the system's; nil for none.
  public var certificates: String?
  /// The languages of the documents, the most frequent first.
  public var languages: [Language] = [.english, .indonesian]
  /// The number of documents to ask for.
  public var candidates = Self.standardCandidates
  /// The greatest time for a question, in milliseconds.
  public var milliseconds = 10_000
  /// The greatest time for connecting, in milliseconds.
  public var connectMilliseconds = 3_000
  /// The greatest length of a response, in bytes.
  public var responseLimit = 64 << 20

  /// The place of the key.
  public enum Key: Sendable, Equatable {
    case none
    /// The name of a variable of the environment.
    case variable(String)
    /// The path of a file that only its owner may read.
    case file(String)
  }

  /// The number of candidates if the configuration does not say it: among 32 is the document that
  /// tanya's own index puts first for 97.5 % of 1,000 questions over 40,482 passages; among 24 for
  /// 97.1 %, and among 100 for 98.5 %.
  public static let standardCandidates = 32

  public init(name: String) { self.name = name }

  /// The fields of a document that are read.
  var storedFields: [String] { fields + [formatField].compactMap(\.self) }

  /// All fields that are looked for in the index, each once.
  var fields: [String] {
    let facts = MetadataKey.allCases.map { metadataFields[$0] }
    var all = textFields
    for case let field? in [titleField, pathField] + facts where !all.contains(field) {
      all.append(field)
    }
    return all
  }

  /// Returns whether an address can be one of a cluster: `http` or `https`, a host, and neither a
  /// user nor a query.
  public static func isAddress(_ url: String) -> Bool {
    guard let host = host(of: url) else { return false }
    return !host.isEmpty
      && url.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"@?#\"\\".utf8.contains($0) }
  }

  /// Returns whether a name can be that of one index or alias, which is part of addresses.
  public static func isIndexName(_ name: String) -> Bool {
    let isPlain = name.utf8.allSatisfy { byte in
      byte &- 0x61 < 26 || byte &- 0x30 < 10 || "_-.".utf8.contains(byte)
    }
    return isPlain && !name.isEmpty && name.utf8.count <= 255
      && !"_-.".utf8.contains(name.utf8.first ?? 0)
  }

  /// Returns whether a name can be that of a field.
  public static func isFieldName(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && !"*^,\"".utf8.contains($0) }
  }

  /// Removes the names of all fields but that of the text, which becomes `text`.
  public mutating func dropFields() {
    namesFields = true
    textFields = ["text"]
    (titleField, pathField, formatField, metadataFields) = (nil, nil, nil, [:])
  }

  /// Returns the host of an address, or nil if its scheme is another.
  static func host(of url: String) -> Substring? {
    for scheme in ["http://", "https://"] where url.hasPrefix(scheme) {
      let rest = url.dropFirst(scheme.count)
      let authority = rest.prefix { $0 != "/" }
      if authority.hasPrefix("[") {
        return authority.dropFirst().prefix { $0 != "]" }
      }
      return authority.prefix { $0 != ":" }
    }
    return nil
  }

  /// A Boolean value that indicates whether what is sent can be read on the way.
  var isInClear: Bool {
    guard url.hasPrefix("http://"), let host = Self.host(of: url) else { return false }
    return host != "localhost" && host != "::1" && !host.hasPrefix("127.")
  }
}
