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

  /// How many bytes of `other` are the key's from `start` on.
  @inline(__always)
  func commonCount(from start: Int, with other: UnsafeRawBufferPointer) -> Int {
    let limit = min(count &- start, other.count)
    var common = 0
    while common < limit, other[common] == self[start &+ common] { common &+= 1 }
    return common
  }
}
