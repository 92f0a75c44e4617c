import Model
import Retrieval

/// The words of a question that ask for the first or last of an order: *youngest*, *paling muda*.
enum Superlative {
  /// Returns whether the word at an index is a superlative.
  static func isOne(at index: Int, of query: Query) -> Bool {
    let word = query.terms[index].surface.utf8.span
    switch query.language {
    case .english:
      guard word.count > 5, word.ends(with: "est") else { return false }
      return !endings.contains { word.ends(with: $0) }
    case .indonesian:
      if index > 0, query.terms[index - 1].surface == "paling" { return true }
      guard word.begins(with: "ter") else { return false }
      return adjectives.contains(WordKey(word.extracting(droppingFirst: 3)))
    default:
      return false
    }
  }

  /// The ends of English words that end in *est* without being superlatives.
  private static let endings: [StaticString] = [
    "forest", "interest", "request", "harvest", "protest", "contest", "conquest", "midwest",
    "digest", "arrest", "manifest", "latest", "honest", "modest", "northwest", "southwest",
    "northeast", "southeast", "bequest", "inquest", "behest", "tempest", "suggest", "invest",
    "ingest", "attest", "detest", "everest", "bucharest", "budapest", "priest", "breast", "guest",
    "quest", "chest", "crest",
  ]

  /// The Indonesian adjectives whose form with *ter-* is not also a verb.
  private static let adjectives = [
    "baik", "besar", "kecil", "tinggi", "rendah", "panjang", "pendek", "tua", "muda", "cepat",
    "lambat", "kaya", "miskin", "kuat", "lemah", "luas", "sempit", "dalam", "dangkal", "berat",
    "ringan", "mahal", "murah", "banyak", "sedikit", "dingin", "panas", "indah", "cantik", "dekat",
    "jauh", "padat", "ramai", "sukses", "populer", "buruk", "bagus", "lama", "tebal", "tipis",
  ].map { WordKey($0) }
}
