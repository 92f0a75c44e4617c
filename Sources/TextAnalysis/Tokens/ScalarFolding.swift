import Bytes
import CUnicode

/// Folds scalars beyond ASCII: decomposes them by compatibility, folds their case and removes
/// accents.
///
/// Results of utf8proc are stored in a small direct-mapped cache because a text contains few
/// distinct scalars beyond ASCII.
struct ScalarFolding {
  private static let cacheSize = 512

  private var cache: [FoldedScalar] = []

  /// Returns the folding of a scalar beyond ASCII. (`asciiFolded` folds ASCII.)
  mutating func fold(_ value: UInt32) -> FoldedScalar {
    if cache.isEmpty {
      cache = Array(repeating: FoldedScalar(0, role: .separator), count: Self.cacheSize)
    }
    let slot = Int(value) & (Self.cacheSize - 1)
    if cache[slot].value != value { cache[slot] = Self.lookUp(value) }
    return cache[slot]
  }

  private static func lookUp(_ value: UInt32) -> FoldedScalar {
    let role = role(of: value)
    var folded = FoldedScalar(value, role: role)
    switch role {
    case .letter, .mark, .ideograph: appendFolding(of: value, to: &folded)
    case .separator, .ignorable, .apostrophe: break
    }
    // A letter that folds to nothing (a Hangul filler) must not become an empty word.
    if folded.count == 0, role == .letter || role == .ideograph { folded.role = .ignorable }
    return folded
  }

  private static func role(of value: UInt32) -> FoldedScalar.Role {
    switch value {
    case 0x2019, 0x02BC, 0xFF07: return .apostrophe
    case 0x200B, 0xFEFF: return .separator
    case 0x2080...0x2089: return .letter  // CO₂ is asked for as CO2
    default: break
    }
    guard let property = utf8proc_get_property(Int32(bitPattern: value)) else { return .separator }
    if property.pointee.ignorable != 0 { return .ignorable }
    switch utf8proc_category(Int32(bitPattern: value)) {
    case UTF8PROC_CATEGORY_LU, UTF8PROC_CATEGORY_LL, UTF8PROC_CATEGORY_LT, UTF8PROC_CATEGORY_LM,
      UTF8PROC_CATEGORY_LO, UTF8PROC_CATEGORY_ND, UTF8PROC_CATEGORY_NL:
      return isWrittenWithoutSpaces(value) ? .ideograph : .letter
    case UTF8PROC_CATEGORY_MN, UTF8PROC_CATEGORY_MC:
      return .mark
    case UTF8PROC_CATEGORY_CF, UTF8PROC_CATEGORY_ME:
      return .ignorable
    default:
      return .separator
    }
  }

  /// Returns whether a scalar belongs to a script without spaces between words: Thai, Lao, Myanmar,
  /// Khmer, kana, Bopomofo or Han (UAX #29 leaves their words to dictionaries).
  private static func isWrittenWithoutSpaces(_ value: UInt32) -> Bool {
    switch value {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x2E80...0x2FDF, 0x3005...0x3007,
      0x3021...0x3029, 0x3031...0x312F, 0x31A0...0x31BF, 0x31F0...0x31FF, 0x3400...0x4DBF,
      0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFF66...0xFF9F, 0x1B000...0x1B16F, 0x20000...0x3FFFF:
      return true
    default:
      return false
    }
  }

  private static func appendFolding(of value: UInt32, to folded: inout FoldedScalar) {
    if let latin = latinFolding(of: value) {
      latin.withUTF8Buffer { for byte in $0 { folded.append(Unicode.Scalar(byte)) } }
      return
    }
    // Cyrillic letters with marks are letters of their own (й is not и), but ё is often written as
    // е. Hangul syllables would only become longer.
    let keepsMarks = (0x0400...0x052F).contains(value) && value != 0x0401 && value != 0x0451
    let isHangul = (0xAC00...0xD7A3).contains(value)
    var options = UTF8PROC_CASEFOLD.rawValue
    if !keepsMarks && !isHangul {
      options |= UTF8PROC_DECOMPOSE.rawValue | UTF8PROC_COMPAT.rawValue
    }
    var scalars = InlineArray<18, Int32>(repeating: 0)
    var boundary: Int32 = 0
    var storage = scalars.mutableSpan
    let count = storage.withUnsafeMutableBufferPointer { buffer in
      utf8proc_decompose_char(
        Int32(bitPattern: value), buffer.baseAddress, buffer.count,
        utf8proc_option_t(rawValue: options), &boundary)
    }
    for index in 0..<max(0, min(count, 18)) {
      guard let scalar = Unicode.Scalar(UInt32(bitPattern: scalars[index])),
        isPartOfWord(scalar.value), !isAccent(scalar.value)
      else { continue }
      folded.append(scalar)
    }
  }

  /// Returns whether a scalar of a decomposition is part of a word. Some letters decompose into
  /// phrases with spaces (U+FDFA), which must not become part of a word.
  private static func isPartOfWord(_ value: UInt32) -> Bool {
    value < 0x80 ? UInt8(value).asciiFolded != 0 : role(of: value) != .separator
  }

  /// Returns whether a scalar is an accent: a mark of Latin, Greek, Arabic or Hebrew, but not a
  /// vowel sign or virama of Indic scripts (classes 0, 7, 9), a voicing mark of kana (8) or a Thai
  /// tone.
  private static func isAccent(_ value: UInt32) -> Bool {
    guard value >= 0x0300, let property = utf8proc_get_property(Int32(bitPattern: value)) else {
      return false
    }
    let combiningClass = property.pointee.combining_class
    return combiningClass >= 10 && !(84...132).contains(combiningClass)
  }

  /// Returns the usual ASCII spelling of a Latin letter that has no decomposition, or nil for other
  /// scalars.
  private static func latinFolding(of value: UInt32) -> StaticString? {
    switch value {
    case 0x00C6, 0x00E6: "ae"
    case 0x0152, 0x0153: "oe"
    case 0x00D8, 0x00F8: "o"
    case 0x0110, 0x0111, 0x00D0, 0x00F0: "d"
    case 0x0141, 0x0142: "l"
    case 0x0126, 0x0127: "h"
    case 0x0131: "i"
    default: nil
    }
  }
}

/// The role of a scalar beyond ASCII in a text, and its bytes in a folded word.
struct FoldedScalar {
  enum Role: UInt8 {
    /// Ends a word and is not part of one.
    case separator
    /// Part of a word.
    case letter
    /// A combining mark, which continues a word but never begins one.
    case mark
    /// Neither ends a word nor appears in its folded form: a soft hyphen, joiner, variation
    /// selector or enclosing mark.
    case ignorable
    /// A word of its own, together with the marks after it, in a script without spaces.
    case ideograph
    /// U+2019 or a similar scalar, treated as `'`.
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

  /// Appends a scalar in UTF-8, or nothing if it does not fit.
  mutating func append(_ scalar: Unicode.Scalar) {
    let encoded = UTF8.encode(scalar)
    guard let encoded, Int(count) + encoded.count <= 12 else { return }
    for byte in encoded {
      bytes[Int(count)] = byte
      count += 1
    }
  }
}
