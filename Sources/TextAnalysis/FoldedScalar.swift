import Model

/// What a scalar beyond ASCII does in a text, and the bytes that stand for it in a folded word.
struct FoldedScalar {
  enum Role: UInt8 {
    /// Ends a word and is none.
    case separator
    /// Part of a word.
    case letter
    /// Part of a word that has begun, never its start: a combining mark.
    case mark
    /// Neither ends a word nor shows in it: soft hyphen, joiners, variation selectors,
    /// enclosing marks.
    case ignorable
    /// A word of its own, with the marks after it: scripts written without spaces.
    case ideograph
    /// U+2019 and its like, treated as `'`.
    case apostrophe
  }

  var value: UInt32
  var role: Role
  var count: UInt8 = 0
  var bytes = InlineArray<12, UInt8>(repeating: 0)

  init(_ value: UInt32, role: Role) {
    self.value = value
    self.role = role
  }

  /// Adds a scalar in UTF-8, or nothing where it has no room.
  mutating func append(_ scalar: Unicode.Scalar) {
    let encoded = UTF8.encode(scalar)
    guard let encoded, Int(count) + encoded.count <= 12 else { return }
    for byte in encoded {
      bytes[Int(count)] = byte
      count += 1
    }
  }
}
