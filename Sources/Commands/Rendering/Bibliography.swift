import Answering
import Library
import Model
import Retrieval

/// A bibliography with documents as entries of BibTeX.
struct Bibliography: Sendable, Equatable {
  struct Entry: Sendable, Equatable {
    /// The unique key by which a text cites the entry.
    var key: String
    /// The names and values in order. The values are escaped for BibTeX.
    var fields: [(name: String, value: String)]

    static func == (first: Self, second: Self) -> Bool {
      first.text == second.text
    }

    var text: String {
      let lines = fields.map { "  \($0.name) = {\($0.value)},\n" }
      return "@misc{\(key),\n\(lines.joined())}\n"
    }
  }

  private(set) var entries: [Entry] = []

  /// Creates an entry for the document of each citation, once, with all its cited places.
  init(of citations: [Citation]) {
    var places: [String: [Citation]] = [:]
    for citation in citations where citation.places != nil {
      places[citation.passage.document.id, default: []].append(citation)
    }
    self.init(of: citations.map(\.passage.document), places)
  }

  /// Creates an entry for each document, once, in the given order.
  ///
  /// - Parameters:
  ///   - documents: The documents, which may be repeated.
  ///   - places: The citations that have a place, by the ids of their documents.
  init(of documents: [StoredDocument], _ places: [String: [Citation]] = [:]) {
    var seen: Set<String> = []
    var keys: Set<String> = []
    for document in documents where seen.insert(document.id).inserted {
      let base = Self.key(of: document)
      var key = base
      // sari2026kopi, sari2026kopi-2, …
      var number = 2
      while !keys.insert(key).inserted {
        key = "\(base)-\(number)"
        number += 1
      }
      entries.append(Entry(key: key, fields: Self.fields(of: document, places[document.id] ?? [])))
    }
  }

  var text: String { entries.map(\.text).joined(separator: "\n") }

  /// Returns an ASCII key made of the author's last name, the year and the first word of the title
  /// with four letters or more, as far as they are known.
  private static func key(of document: StoredDocument) -> String {
    let name = document.author.map { words(of: $0.value) }?.last ?? ""
    let year = year(of: document) ?? ""
    let titleWords = document.title.map { words(of: $0.value) } ?? []
    let word = titleWords.first { $0.utf8.count >= 4 } ?? titleWords.first ?? ""
    let key = name + year + word
    return key.isEmpty ? "source" : key
  }

  private static func words(of text: String) -> [String] {
    text.lowercased().utf8.split { !(0x61...0x7A).contains($0) && !$0.isDigit }
      .map { String(decoding: $0, as: UTF8.self) }
  }

  private static func year(of document: StoredDocument) -> String? {
    guard let date = document.date?.value, DateBorder(String(date.prefix(4))) != nil else {
      return nil
    }
    return String(date.prefix(4))
  }

  private static func fields(
    of document: StoredDocument, _ places: [Citation]
  ) -> [(name: String, value: String)] {
    var fields: [(name: String, value: String)] = []
    func add(_ name: String, _ value: String?) {
      if let value, !value.isEmpty { fields.append((name, escaped(value))) }
    }
    add("title", document.title?.value ?? document.source)
    add("author", document.author?.value)
    add("year", year(of: document))
    if year(of: document) != nil { add("date", document.date.map { String($0.value.prefix(10)) }) }
    add("publisher", document.publisher?.value)
    add("pages", pages(of: places))
    add("url", document.url)
    var source = document.source
    for place in places where place.places?.first.kind != .page {
      guard let text = PlaceText.short(place), !source.hasSuffix(", " + text) else { continue }
      source += ", " + text
    }
    add("note", document.basedOn.map { "Retold from \($0). \(source)" } ?? source)
    return fields
  }

  /// Returns the cited pages in the notation of BibTeX: `3, 12--13`.
  private static func pages(of citations: [Citation]) -> String? {
    let ranges = citations.compactMap(\.places).filter { $0.first.kind == .page }
      .map { $0.first.number...max($0.first.number, $0.last.number) }
    let ordered = Set(ranges).sorted {
      ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
    }
    guard !ordered.isEmpty else { return nil }
    return ordered.map { range in
      range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)--\(range.upperBound)"
    }.joined(separator: ", ")
  }

  /// Returns the text on one line, with the characters escaped that TeX would interpret as markup.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in VisibleText.line(text).unicodeScalars {
      switch scalar {
      case "\\": result += "\\textbackslash{}"
      case "~": result += "\\textasciitilde{}"
      case "^": result += "\\textasciicircum{}"
      // BibTeX counts braces whether or not a backslash precedes them.
      case "{": result += "\\textbraceleft{}"
      case "}": result += "\\textbraceright{}"
      case "%", "&", "$", "#", "_": result += "\\\(scalar)"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
