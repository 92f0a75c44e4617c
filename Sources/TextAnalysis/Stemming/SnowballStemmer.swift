import CStemmer
import Model

/// A Snowball stemmer (libstemmer) for folded words; not thread-safe.
final class SnowballStemmer {
  private let handle: OpaquePointer
  /// A stemmer with the same rules for Latin 1, which stems ASCII words a quarter faster, or nil
  /// for languages that are not written in Latin 1.
  private let latin: OpaquePointer?

  /// Creates a stemmer, or returns nil if Snowball has none for the language.
  init?(language: Language) {
    guard let algorithm = Self.algorithm(of: language), let handle = sb_stemmer_new(algorithm, nil)
    else { return nil }
    self.handle = handle
    latin = sb_stemmer_new(algorithm, "ISO_8859_1")
  }

  deinit {
    sb_stemmer_delete(handle)
    sb_stemmer_delete(latin)
  }

  /// Returns Snowball's name for the stemmer of a language, which may be its ISO 639 code. Malay
  /// uses the stemmer of Indonesian.
  static func algorithm(of language: Language) -> String? {
    switch language.primarySubtag {
    case "und", "": nil
    case "ms": "id"
    case "nb", "nn": "no"
    case let subtag: subtag.utf8.count <= 3 ? subtag : nil
    }
  }

  func withStem<R>(of word: Span<UInt8>, _ body: (Span<UInt8>) -> R) -> R {
    if let latin, word.isASCII, let stem = stem(of: word, latin), stem.span.isASCII {
      return body(stem.span)
    }
    guard let stem = stem(of: word, handle) else { return body(word) }
    return body(stem.span)
  }

  /// Returns the stem, which is valid until the next call, or nil if the word itself is its stem:
  /// because memory is exhausted, the only failure, or because the stem is empty and thus useless.
  private func stem(
    of word: Span<UInt8>, _ handle: OpaquePointer
  ) -> UnsafeBufferPointer<UInt8>? {
    let stem = word.withUnsafeBufferPointer {
      sb_stemmer_stem(handle, $0.baseAddress, Int32($0.count))
    }
    guard let stem, case let length = Int(sb_stemmer_length(handle)), length > 0 else { return nil }
    return UnsafeBufferPointer(start: stem, count: length)
  }
}

extension Span<UInt8> {
  var isASCII: Bool {
    var all: UInt8 = 0
    for index in indices { all |= self[index] }
    return all < 0x80
  }
}
