/// The key of a term in a dictionary: the form's byte and the term's UTF-8.
///
/// - Important: The term's bytes must outlive the key.
struct TermKey {
  private let form: UInt8
  private let term: UnsafeRawBufferPointer

  init(_ form: TermForm, _ term: UnsafeRawBufferPointer) {
    self.form = form.rawValue
    self.term = term
  }

  var count: Int { term.count &+ 1 }

  @inline(__always)
  subscript(index: Int) -> UInt8 { index == 0 ? form : term[index &- 1] }

  /// The first eight bytes of the key as a number: see `TermDictionary.leadingBytes`.
  var leadingBytes: UInt64 {
    UInt64(form) << 56 | TermDictionary.leadingBytes(term) >> 8
  }

  /// A hash of the key. It is the same on every machine, because it determines the bits that
  /// `TermFilter` stores.
  @inline(__always)
  var hash: UInt32 {
    var hash = UInt64(form) << 32 | UInt64(term.count)
    var offset = 0
    while offset &+ 8 <= term.count {
      let word = term.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      hash = Self.mix(hash ^ UInt64(littleEndian: word))
      offset &+= 8
    }
    var rest: UInt64 = 0
    while offset < term.count {
      rest = rest << 8 | UInt64(term[offset])
      offset &+= 1
    }
    return UInt32(truncatingIfNeeded: Self.mix(Self.mix(hash ^ rest)) >> 32)
  }

  /// Mixes the bits of a word reversibly, so that every bit affects the upper half of the next
  /// product.
  @inline(__always)
  static func mix(_ word: UInt64) -> UInt64 {
    let product = word &* 0xBF58_476D_1CE4_E5B9
    return product ^ product >> 32
  }

  /// Returns the number of leading bytes of `other` that equal the key's bytes from `start` on.
  @inline(__always)
  func commonCount(from start: Int, with other: UnsafeRawBufferPointer) -> Int {
    let limit = min(count &- start, other.count)
    var common = 0
    while common < limit, other[common] == self[start &+ common] { common &+= 1 }
    return common
  }
}

/// A form in which an index stores each word of a passage. A term is a form and its letters.
public enum TermForm: UInt8, Sendable, CaseIterable {
  /// The stem, counted in title, headings and text.
  case stem = 0
  /// The folded word without stemming, counted in title, headings and text.
  case surface = 1
  /// The stem, counted in title and headings only.
  case title = 2
}
