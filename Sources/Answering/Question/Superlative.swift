import Model
import Retrieval

/// The words of a question that ask for the first or last of an order: *youngest*, *paling muda*.
enum Superlative {
  /// Returns whether the word at an index is a superlative.
  static func isOne(at index: Int, of query: Query) -> Bool {
    let word = query.terms[index].surface
    switch query.language {
    case .english:
      return word.utf8.count > 5 && word.hasSuffix("est")
        && !endings.contains { word.hasSuffix($0) }
    case .indonesian:
      if index > 0, query.terms[index - 1].surface == "paling" { return true }
      return adjectives.contains { word == "ter" + $0 }
    default:
      return false
    }
  }

  /// The ends of English words that end in *est* without being superlatives.
  private static let endings = [
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
  ]
}
