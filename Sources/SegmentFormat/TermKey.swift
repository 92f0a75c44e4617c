/// The key of a term in a dictionary: the form's byte, and the term's UTF-8 behind it. A view; the
/// bytes have to outlive it.
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

  /// As `TermDictionary.leadingBytes` of the key's bytes.
  var leadingBytes: UInt64 {
    UInt64(form) << 56 | TermDictionary.leadingBytes(term) >> 8
  }

  /// The same on every machine: `TermFilter` keeps what it leads to.
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

  /// One-to-one, and every bit counts in the upper half of the next product.
  @inline(__always)
  static func mix(_ word: UInt64) -> UInt64 {
    let product = word &* 0xBF58_476D_1CE4_E5B9
    return product ^ product >> 32
  }

  /// How many bytes of `other` are the key's from `start` on.
  @inline(__always)
  func commonCount(from start: Int, with other: UnsafeRawBufferPointer) -> Int {
    let limit = min(count &- start, other.count)
    var common = 0
    while common < limit, other[common] == self[start &+ common] { common &+= 1 }
    return common
  }
}
