import JSON
import Model

/// The index that `tanya cluster load` makes: a field of text for each language with an analyzer, so
/// that its words are counted among passages of the same language, as in tanya's own index.
enum ClusterSchema {
  /// The field of the hash of a document, by which those are known that have not changed.
  static let hashField = "content_hash"
  /// The value of the field with the format of a text, if it is Markdown.
  static let markdown = "markdown"

  private static let textFields: [(name: String, analyzer: String)] = [
    ("text_en", "english"), ("text_id", "indonesian"), ("text", "standard"),
  ]
  /// Titles are of all languages, and are analysed for the two of most documents.
  private static let titleAnalyzer = "english"

  /// Returns the field for a text in a language.
  static func textField(for language: Language) -> String {
    switch language {
    case .english: "text_en"
    case .indonesian: "text_id"
    default: "text"
    }
  }

  /// Writes the body of the request that makes an index.
  static func write(shards: Int?, replicas: Int?, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("settings")
      writer.object { writer in
        if let shards { writer.member("number_of_shards", shards) }
        if let replicas { writer.member("number_of_replicas", replicas) }
      }
      writer.key("mappings")
      writer.object { writer in
        writer.member("dynamic", false)
        writer.key("properties")
        writer.object { writer in
          for (name, analyzer) in textFields {
            write(name, "text", ("analyzer", analyzer), to: &writer)
          }
          write("title", "text", ("analyzer", titleAnalyzer), to: &writer)
          write("author", "text", to: &writer)
          // A date that could not be read stays in the document, and is not found by its period.
          writer.key("date")
          writer.object { writer in
            writer.member("type", "date")
            writer.member("ignore_malformed", true)
          }
          for name in ["path", "url", "language", "tags", "format", hashField] {
            write(name, "keyword", to: &writer)
          }
        }
      }
    }
  }

  private static func write(
    _ name: String, _ type: String, _ option: (String, String)? = nil, to writer: inout JSONWriter
  ) {
    writer.key(name)
    writer.object { writer in
      writer.member("type", type)
      if let (key, value) = option { writer.member(key, value) }
    }
  }
}
