import Model
import TextAnalysis

extension Metadata {
  /// Creates the metadata that front matter states. If several fields state the same fact, the one
  /// whose name comes first in `fieldNames` is used.
  init(_ frontMatter: FrontMatter) {
    self.init()
    for (key, names) in Self.fieldNames {
      for name in names {
        guard self[key] == nil,
          let field = frontMatter.fields.last(where: { $0.key == name })
        else { continue }
        add(field, as: key)
      }
    }
  }

  private mutating func add(_ field: FrontMatter.Field, as key: MetadataKey) {
    let value =
      switch key {
      case .basedOn: field.value.citation
      case .tags: field.value.tags
      default: field.value.names
      }
    let text = Self.withoutWikilinks(
      value.split(whereSeparator: \.isNewline).joined(separator: " "))
    guard text.utf8.span.hasWord, !Self.emptyValues.contains(text.lowercased()) else { return }
    switch key {
    case .date:
      self[.date] = Entry(value: CalendarDate(in: text)?.description ?? text, range: field.range)
    case .language:
      self[.language] = Entry(value: Self.languageTag(text), range: field.range)
    case .publisher where text.hasPrefix("http://") || text.hasPrefix("https://"):
      if self[.url] == nil { self[.url] = Entry(value: text, range: field.range) }
    // Documents are narrowed to by their tags; nothing quotes them.
    case .tags: self[.tags] = Entry(value: text)
    default:
      self[key] = Entry(value: text, range: field.range)
    }
  }

  /// The values with which generators fill unknown fields.
  private static let emptyValues: Set<String> = ["null", "~", "nil", "none", "undefined", "n/a"]

  /// Returns `text` with wikilinks replaced by their labels: `Mira` for `[[people/m|Mira]]`.
  private static func withoutWikilinks(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let open = rest.firstRange(of: "[["),
      let close = rest[open.upperBound...].firstRange(of: "]]")
    {
      let target = rest[open.upperBound..<close.lowerBound]
      result += rest[..<open.lowerBound] + (target.split(separator: "|").last ?? "")
      rest = rest[close.upperBound...]
    }
    return result + rest
  }

  /// Returns the language's tag: `en` for `en-US`, `English` and `bahasa Inggris`.
  static func languageTag(_ text: String) -> String {
    let name = text.lowercased()
    if let tag = languageNames[name] { return tag }
    return String(name.prefix { $0 != "-" && $0 != "_" })
  }

  private static let languageNames = [
    "english": "en", "inggris": "en", "bahasa inggris": "en", "indonesian": "id",
    "indonesia": "id", "bahasa": "id", "bahasa indonesia": "id",
  ]

  /// The names of the fields for each fact, the most likely first.
  private static let fieldNames: [(key: MetadataKey, names: [String])] = [
    (.title, ["title", "judul", "headline"]),
    (.author, ["author", "authors", "penulis", "byline", "creator"]),
    (
      .date,
      [
        "date", "publish_date", "published", "published_at", "date_published", "publishdate",
        "pubdate", "tanggal", "created", "created_date", "created_at",
      ]
    ),
    (.publisher, ["publisher", "source", "site", "site_name", "penerbit", "sumber"]),
    (.language, ["language", "lang", "locale", "bahasa"]),
    (.url, ["url", "link", "canonical", "canonical_url", "source_url"]),
    (.basedOn, ["based_on"]),
    (.tags, ["tags", "tag", "keywords", "categories", "label", "labels", "kata_kunci", "topik"]),
  ]
}

extension FrontMatter {
  /// The passages of lines that state metadata, so that a question about author or date finds them,
  /// and of calls to action.
  var passages: [Passage] {
    let stated = Set(Metadata(self).entries.values.compactMap(\.range))
    return fields.compactMap { field in
      let role: Role
      if stated.contains(field.range) {
        role = .metadata
      } else if field.key == "cta" || field.key == "call_to_action" || field.key == "newsletter" {
        role = .boilerplate
      } else {
        return nil
      }
      return Passage(field: .text, range: field.range, role: role, language: .undetermined)
    }
  }
}

extension FrontMatter.Value {
  /// The value as one text: the items of a list separated by commas, or the name in a map.
  var names: String {
    switch self {
    case .text(let text): text
    case .list(let values):
      values.map(\.names).filter { !$0.isEmpty }.joined(separator: ", ")
    case .map(let pairs):
      (pairs.first { $0.key == "name" || $0.key == "nama" } ?? pairs.first)?.value.names ?? ""
    }
  }

  /// Tags separated by commas. A text such as `#budget #2026` holds several.
  var tags: String {
    guard case .text(let text) = self else { return names }
    let words = text.split(whereSeparator: \.isWhitespace)
    let areMarked = words.count > 1 && words.allSatisfy { $0.hasPrefix("#") }
    return areMarked ? words.joined(separator: ", ") : text
  }

  /// The title, author, publisher and date of an original, separated by commas.
  var citation: String {
    guard case .map(let pairs) = self else { return names }
    return ["title", "author", "publisher", "date"].compactMap { name in
      pairs.last { $0.key == name }?.value.names
    }.filter { !$0.isEmpty }.joined(separator: ", ")
  }
}
