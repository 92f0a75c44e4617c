import JSON
import Model

/// Asks an engine what the words of a question weigh in its index: how many documents contain each,
/// how many there are, and how long they are.
///
/// The engine analyses the words itself, as it analysed the documents, and tells for each of its
/// terms where in the text it was. So its frequencies belong to words, whatever stemmer it uses.
struct TermVectorsRequest {
  let settings: ClusterSettings
  /// The words, each on a line of its own.
  let words: [WordForms]
  /// A text that determines the shard that answers.
  var routing: String

  /// The parts of the response that are read; engines leave out all others. Each document has an
  /// index, without which one that has nothing else would be left out, too.
  static let filter =
    "filter_path=docs._index,docs.error,docs.status,docs.term_vectors.*.field_statistics,"
    + "docs.term_vectors.*.terms.*.doc_freq,docs.term_vectors.*.terms.*.tokens"

  /// A last word that every analyzer keeps, so that the counts of a field are told even if it drops
  /// all others as stop words.
  private static let probe = "tanya"

  private var fields: [String] { settings.textFields + [settings.titleField].compactMap(\.self) }

  private var text: String {
    words.reduce(into: "") { $0 += $1.surface + "\n" } + Self.probe
  }

  /// Writes the request, as an element of the array of several.
  func write(to writer: inout JSONWriter) {
    let text = text
    writer.object { writer in
      writer.key("doc")
      writer.object { writer in for field in fields { writer.member(field, text) } }
      writer.key("fields")
      writer.array(of: fields) { $0.string($1) }
      writer.member("routing", routing)
      writer.member("term_statistics", true)
      writer.member("field_statistics", true)
      writer.member("offsets", true)
      writer.member("positions", false)
      writer.member("payloads", false)
    }
  }

  /// Reads the response.
  ///
  /// - Returns: The counts of each field that the index has.
  func counts(in response: JSONValue) -> [String: FieldCounts] {
    var counts: [String: FieldCounts] = [:]
    for field in fields {
      guard let vector = response["term_vectors"]?[field],
        let documents = vector["field_statistics"]?["doc_count"]?.integer, documents >= 0
      else { continue }
      let length = vector["field_statistics"]?["sum_ttf"]?.integer ?? 0
      let bounded = min(documents, FieldCounts.most)
      counts[field] = FieldCounts(
        documents: bounded, terms: min(max(length, 0), FieldCounts.most),
        frequencies: frequencies(vector["terms"]?.object ?? [:], of: bounded))
    }
    return counts
  }

  /// Returns the number of documents that contain each word. A word that has several terms is as
  /// frequent as the rarest of them, and one that has none is a stop word of the engine.
  private func frequencies(_ terms: [String: JSONValue], of documents: Int) -> [Int] {
    // Offsets count code units of UTF-16.
    var starts: [Int] = []
    var offset = 0
    for word in words {
      starts.append(offset)
      offset += word.surface.utf16.count + 1
    }
    var found = [Int?](repeating: nil, count: words.count)
    for term in terms.values {
      let frequency = min(max(term["doc_freq"]?.integer ?? 0, 0), documents)
      for token in term["tokens"]?.array ?? [] {
        guard let start = token["start_offset"]?.integer, let end = token["end_offset"]?.integer,
          let word = starts.lastIndex(where: { $0 <= start }),
          end <= starts[word] + words[word].surface.utf16.count
        else { continue }
        found[word] = min(frequency, found[word] ?? .max)
      }
    }
    return found.map { $0 ?? documents }
  }
}

/// The counts of an engine for one field of its documents.
struct FieldCounts: Sendable, Equatable {
  /// The number of documents that have the field.
  var documents: Int
  /// The number of terms in all of them.
  var terms: Int
  /// The number of documents that contain each word of the question.
  var frequencies: [Int]

  /// The greatest count that is believed; far more than any cluster holds.
  static let most = 1 << 40
}
