import Corpus
import JSON
import Model
import TextAnalysis

/// A document as a cluster stores it.
struct ClusterDocument {
  /// The name of the index and the id, with a slash between them.
  var id: String
  /// The field that holds its text; nil if it has none.
  var textField: String?
  var document: Document?

  /// - Parameters:
  ///   - hit: The document with its `_index`, `_id` and `_source`.
  ///   - settings: The fields.
  init?(_ hit: JSONValue, _ settings: ClusterSettings) {
    guard let index = hit["_index"]?.string, let id = hit["_id"]?.string,
      let source = hit["_source"]
    else { return nil }
    self.id = "\(index)/\(id)"
    textField = settings.textFields.first { Self.text(of: $0, in: source) != nil }
    var facts: [MetadataKey: String] = [:]
    for (key, field) in settings.metadataFields {
      guard let value = Self.text(of: field, in: source, separator: ", ") else { continue }
      facts[key] = key == .language ? Self.language(value) : value
    }
    let title = settings.titleField.flatMap { Self.text(of: $0, in: source) } ?? ""
    let text = textField.flatMap { Self.text(of: $0, in: source) } ?? ""
    let format = settings.formatField.flatMap { Self.text(of: $0, in: source) }
    document =
      format == ClusterSchema.markdown
      ? Document(article: text, id: self.id, title: title, facts: facts)
      : Document(record: self.id, title: title, text: text, facts: facts)
  }

  /// Returns the text of a field, or nil if a document does not have it or if it is empty.
  ///
  /// - Parameters:
  ///   - field: The name, in which points lead into objects.
  ///   - source: The document as it was stored.
  ///   - separator: The text between two values of a field that has several.
  static func text(
    of field: String, in source: JSONValue, separator: String = "\n"
  ) -> String? {
    var value = source[field]
    if value == nil, field.utf8.contains(UInt8(ascii: ".")) {
      value = field.split(separator: ".").reduce(source) { $0?[String($1)] }
    }
    let text =
      value?.string ?? value?.number
      ?? value?.array?.compactMap { $0.string ?? $0.number }.joined(separator: separator)
    return text?.isEmpty ?? true ? nil : text
  }

  /// Returns the code of a language in a tag such as `en-GB`; nil for any other text.
  private static func language(_ tag: String) -> String? {
    let code = tag.lowercased().prefix { $0 != "-" && $0 != "_" }
    let isCode =
      (2...3).contains(code.utf8.count) && code.utf8.allSatisfy { $0 &- 0x61 < 26 }
    return isCode ? String(code) : nil
  }
}
