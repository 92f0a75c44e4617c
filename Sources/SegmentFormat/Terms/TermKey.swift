/// The key of a term in a dictionary: the form's byte and the term's UTF-8.
///
/// - Important: It is a view; the term's bytes must outlive it.
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

  /// The key's `TermDictionary.leadingBytes`.
  var leadingBytes: UInt64 {
    UInt64(form) << 56 | TermDictionary.leadingBytes(term) >> 8
  }

  /// A hash that is the same on every machine, because `TermFilter` stores what it leads to.
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

  /// Mixes bits one-to-one, so that every bit counts in the upper half of the next product.
  @inline(__always)
  static func mix(_ word: UInt64) -> UInt64 {
    let product = word &* 0xBF58_476D_1CE4_E5B9
    return product ^ product >> 32
  }

  /// Returns how many leading bytes of `other` are equal to the key's from `start` on.
  @inline(__always)
  func commonCount(from start: Int, with other: UnsafeRawBufferPointer) -> Int {
    let limit = min(count &- start, other.count)
    var common = 0
    while common < limit, other[common] == self[start &+ common] { common &+= 1 }
    return common
  }
}

/// The forms in which an index stores each word of a passage; a term is a form and its letters.
public enum TermForm: UInt8, Sendable, CaseIterable {
  /// Stemmed, counted over title, headings and text together.
  case stem = 0
  /// Folded but not stemmed, counted likewise.
  case surface = 1
  /// Stemmed, counted in title and headings only.
  case title = 2
}
