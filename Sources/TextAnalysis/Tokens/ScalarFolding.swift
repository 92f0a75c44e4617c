import Bytes
import CUnicode

/// Folds scalars beyond ASCII: compatibility decomposition, full case folding, accents removed.
///
/// Lookups go through utf8proc and are remembered in a small direct-mapped cache, since a text
/// has few scalars beyond ASCII that differ.
struct ScalarFolding {
  private static let cacheSize = 512

  private var cache: [FoldedScalar] = []

  /// Not for ASCII, which `ASCIIFolding` folds.
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

  /// Thai, Lao, Myanmar, Khmer; kana, Bopomofo, Han (UAX #29 leaves their words to dictionaries).
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
    // Marked Cyrillic letters are letters of their own (й is not и), but ё is written е as well;
    // Hangul syllables would only grow.
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

  /// Some letters decompose into phrases with spaces (U+FDFA), which must not get into a word.
  private static func isPartOfWord(_ value: UInt32) -> Bool {
    value < 0x80 ? UInt8(value).asciiFolded != 0 : role(of: value) != .separator
  }

  /// A mark that only decorates: Latin, Greek, Arabic and Hebrew ones, but not the vowel signs and
  /// viramas of Indic scripts (classes 0, 7, 9), the voicing marks of kana (8) or Thai tones.
  private static func isAccent(_ value: UInt32) -> Bool {
    guard value >= 0x0300, let property = utf8proc_get_property(Int32(bitPattern: value)) else {
      return false
    }
    let combiningClass = property.pointee.combining_class
    return combiningClass >= 10 && !(84...132).contains(combiningClass)
  }

  /// Latin letters that have no decomposition but are typed as ASCII by those who lack the key.
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

/// The role of a scalar beyond ASCII in a text, and the bytes that stand for it in a folded word.
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
