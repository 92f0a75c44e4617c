import JSON

/// The documents found for a question of a batch.
struct Ranking: Sendable {
  var id: String
  var hits: [(id: String, score: Double)]
  /// The time in microseconds from the decoded text of the question to the sorted ids.
  var microseconds: Int

  /// Writes a line of JSON: `{"id", "hits": [["document", score], …], "us"}`.
  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("id", id)
      writer.key("hits")
      writer.array(of: hits) { writer, hit in
        writer.array {
          $0.string(hit.id)
          $0.double(hit.score)
        }
      }
      writer.member("us", microseconds)
    }
    writer.newline()
  }

  /// The lines of a TREC run: `question Q0 document rank score run`. White space, which separates
  /// the columns, is replaced by `_` in ids, and so is an empty id.
  var trecRun: String {
    hits.enumerated().map { rank, hit in
      "\(Self.word(id)) Q0 \(Self.word(hit.id)) \(rank + 1) \(hit.score) tanya\n"
    }.joined()
  }

  static let tableHeader = "id\trank\tdocument\tscore\n"

  var tableRows: String {
    hits.enumerated().map { rank, hit in
      TabSeparatedText.row([id, "\(rank + 1)", hit.id, "\(hit.score)"])
    }.joined()
  }

  private static func word(_ text: String) -> String {
    guard !text.isEmpty else { return "_" }
    var result = VisibleText.line(text).unicodeScalars
    for index in result.indices where result[index] == " " {
      result.replaceSubrange(index...index, with: CollectionOfOne("_"))
    }
    return String(result)
  }
}
