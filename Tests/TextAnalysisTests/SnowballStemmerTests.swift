import CStemmer
import Model
import Testing

@testable import TextAnalysis

@Suite("Stems of plain words") struct SnowballStemmerTests {
  /// The languages that Snowball stems both in Latin 1 and in UTF-8.
  static let languages = [
    "en", "id", "de", "fr", "es", "it", "pt", "nl", "sv", "no", "da", "fi",
  ]

  /// Words that combine the prefixes and suffixes that the rules examine, and the frequent words of
  /// the language detector.
  static let words: [String] = {
    let stems = [
      "", "ne", "ratio", "hope", "kerja", "gehe", "trouv", "habl", "relat", "quy", "eai",
    ]
    let prefixes = ["", "me", "memper", "ber", "ge", "qu", "y", "un"]
    let endings = [
      "", "s", "ed", "ing", "ational", "fulness", "ies", "ly", "kan", "nya", "i", "ung", "heit",
      "isten", "issement", "euse", "erait", "ando", "aremos", "mente", "lijk", "heden", "igheten",
      "ene", "issa", "yy", "ough",
    ]
    let lists = [CommonWords.english, CommonWords.indonesian].flatMap {
      "\($0)".split(whereSeparator: \.isWhitespace).map(String.init)
    }
    return lists
      + prefixes.flatMap { prefix in
        stems.flatMap { stem in endings.map { prefix + stem + $0 } }
      }
  }()

  @Test("are those that Snowball's rules for UTF-8 give", arguments: languages)
  func plainWords(_ language: String) throws {
    let stemmer = try #require(SnowballStemmer(language: Language(rawValue: language)))
    let handle = try #require(sb_stemmer_new(language, nil))
    defer { sb_stemmer_delete(handle) }
    for word in Self.words where !word.isEmpty {
      let stem = stemmer.withStem(of: word.utf8.span) { stem in
        stem.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
      }
      let bytes = Array(word.utf8)
      let expected = try #require(sb_stemmer_stem(handle, bytes, Int32(bytes.count)))
      let length = Int(sb_stemmer_length(handle))
      #expect(
        stem == String(decoding: UnsafeBufferPointer(start: expected, count: length), as: UTF8.self)
      )
    }
  }
}
