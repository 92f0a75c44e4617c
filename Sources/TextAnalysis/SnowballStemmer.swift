import CStemmer

/// A Snowball stemmer (libstemmer) for folded words; not thread-safe.
final class SnowballStemmer {
  private let handle: OpaquePointer

  /// Nil for languages that Snowball has no stemmer for.
  init?(language: Language) {
    guard let algorithm = Self.algorithm(of: language), let handle = sb_stemmer_new(algorithm, nil)
    else { return nil }
    self.handle = handle
  }

  deinit { sb_stemmer_delete(handle) }

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
    let stem = word.withUnsafeBufferPointer {
      sb_stemmer_stem(handle, $0.baseAddress, Int32($0.count))
    }
    // No memory is the only failure, and an empty stem says nothing: the word stands for itself.
    guard let stem, case let length = Int(sb_stemmer_length(handle)), length > 0 else {
      return body(word)
    }
    return body(UnsafeBufferPointer(start: stem, count: length).span)
  }
}
