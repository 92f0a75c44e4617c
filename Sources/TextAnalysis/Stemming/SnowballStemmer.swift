import CStemmer
import Model

/// A Snowball stemmer (libstemmer) for folded words; not thread-safe.
final class SnowballStemmer {
  private let handle: OpaquePointer
  /// The same rules over bytes of Latin 1, which stem plain words a quarter faster; nil for
  /// languages that are not written in it.
  private let latin: OpaquePointer?

  /// Nil for languages that Snowball has no stemmer for.
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

  /// Snowball knows its algorithms by ISO 639 codes as well; Malay goes with Indonesian.
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

  /// Valid until the next stem; nil where the word stands for itself: no memory is the only
  /// failure, and an empty stem says nothing.
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
