import Bytes
import Corpus
import JSON
import Model

/// A document, or a part of a long one, as it is sent to a cluster.
struct LoadedDocument {
  var id: String
  /// The members of the document, in JSON.
  var source: [UInt8]
  /// The hash of the members.
  var hash: String

  /// The length in bytes at which a part of a document ends. Each question gets the whole text of
  /// many documents, which a book would make slow.
  private static let partLength = 32 << 10
  /// The greatest length of an id in Elasticsearch, in bytes.
  private static let longestID = 512

  /// Returns the parts of a document: itself, if it is not long.
  static func parts(of document: Document) -> [LoadedDocument] {
    ranges(of: document).enumerated().map { number, range in
      LoadedDocument(document, part: number, range, language: language(of: document, in: range))
    }
  }

  /// Returns the ranges of the text that are sent. Each but the first begins with a passage.
  private static func ranges(of document: Document) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var current = 0..<0
    for passage in document.passages where passage.field == .text {
      let range = passage.range
      if range.upperBound - current.lowerBound > partLength, !current.isEmpty {
        ranges.append(current)
        current = range
      }
      current = current.lowerBound..<max(current.upperBound, range.upperBound)
    }
    return ranges + [current.lowerBound..<document.text.utf8.count]
  }

  /// Returns the language of most of a part's text.
  private static func language(of document: Document, in range: Range<Int>) -> Language {
    var lengths: [Language: Int] = [:]
    for passage in document.passages where passage.range.overlaps(range) || range.isEmpty {
      lengths[passage.language, default: 0] += passage.range.count
    }
    return lengths.max {
      ($0.value, $0.key.rawValue) < ($1.value, $1.key.rawValue)
    }?.key ?? .undetermined
  }

  private init(_ document: Document, part: Int, _ range: Range<Int>, language: Language) {
    let id = part == 0 ? document.id : "\(document.id)#\(part + 1)"
    let isMarkdown = document.collectionLine == nil
    let text =
      (part > 0 && isMarkdown ? Self.headings(above: range, of: document) : "")
      + document.text.utf8.span.extracting(range).withUnsafeBufferPointer {
        String(decoding: $0, as: UTF8.self)
      }
    func write(_ writer: inout JSONWriter, hash: String?) {
      writer.object { writer in
        writer.member(ClusterSchema.textField(for: language), text)
        writer.member("path", id)
        if isMarkdown { writer.member("format", ClusterSchema.markdown) }
        for (key, name) in Self.members {
          guard let value = document.metadata[key]?.value else { continue }
          if key == .tags {
            writer.key(name)
            writer.array(of: Self.tags(value)) { $0.string($1) }
          } else {
            writer.member(name, value)
          }
        }
        if let hash { writer.member(ClusterSchema.hashField, hash) }
      }
    }
    var bare = JSONWriter(capacity: text.utf8.count + 512)
    write(&bare, hash: nil)
    hash = Self.hash(bare.bytes)
    var whole = JSONWriter(capacity: bare.bytes.count + 64)
    write(&whole, hash: hash)
    source = whole.bytes
    self.id = Self.id(id)
  }

  /// Returns the headings under which a part begins, as Markdown.
  private static func headings(above range: Range<Int>, of document: Document) -> String {
    document.headings(above: range.lowerBound).reduce(into: "") { text, heading in
      text += String(repeating: "#", count: heading.level) + " \(heading.text)\n\n"
    }
  }

  private static let members: [(MetadataKey, String)] = [
    (.title, "title"), (.author, "author"), (.date, "date"), (.url, "url"),
    (.language, "language"), (.tags, "tags"),
  ]

  private static func tags(_ list: String) -> [String] {
    list.split(separator: ",").map { tag in
      let name = tag.drop { $0 == " " || $0 == "#" }
      return String(name.reversed().drop { $0 == " " }.reversed())
    }.filter { !$0.isEmpty }
  }

  /// Returns an id that an engine takes: a long one ends with its hash.
  private static func id(_ id: String) -> String {
    guard id.utf8.count > longestID else { return id }
    var start = String(decoding: id.utf8.prefix(longestID - 20), as: UTF8.self)
    while start.utf8.count > longestID - 20 { start.removeLast() }
    return "\(start)~\(hash(Array(id.utf8)))"
  }

  private static func hash(_ bytes: [UInt8]) -> String {
    String(bytes.withUnsafeBytes { StreamHash.value(of: $0) }, radix: 36)
  }
}
