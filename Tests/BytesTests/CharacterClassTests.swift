import Testing

@testable import Bytes

@Suite("Classes of bytes and characters") struct CharacterClassTests {
  @Test("each ASCII class has the characters that Unicode gives it, and none beyond ASCII")
  func asciiClasses() {
    for byte in UInt8.min...UInt8.max {
      let character = Character(Unicode.Scalar(byte))
      let isASCII = byte < 0x80
      #expect(byte.isASCIIDigit == (isASCII && character.isNumber), "\(byte)")
      #expect(byte.isASCIILetter == (isASCII && character.isLetter), "\(byte)")
      #expect(byte.isASCIIUpper == (isASCII && character.isUppercase), "\(byte)")
      #expect(byte.isASCIILower == (isASCII && character.isLowercase), "\(byte)")
      #expect(byte.isASCIIWhiteSpace == (isASCII && character.isWhitespace), "\(byte)")
    }
    #expect("aZ09 .\u{E9}".utf8.map(\.asciiFolded) == Array("az09\0\0\0\0".utf8))
    #expect("aZ09 .".utf8.map(\.asciiLowercased) == Array("az09 .".utf8))
  }

  /// Beside what Unicode calls white space.
  private static let invisible: Set<UInt32> = [0x200B, 0xFEFF]

  @Test("white space is what Unicode calls so, found from either end")
  func whiteSpace() {
    for value in UInt32(0)...0xFFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let isSpace = scalar.properties.isWhitespace || Self.invisible.contains(value)
      let bytes = Array("x\(scalar)y".utf8)
      let length = isSpace ? bytes.count - 2 : 0
      let text = bytes.span
      if text.whiteSpaceLength(at: 1, before: bytes.count) != length
        || text.whiteSpaceLength(endingAt: bytes.count - 1, after: 0) != length
      {
        Issue.record("U+\(String(value, radix: 16))")
      }
    }
  }

  @Test("a character that is cut off is no white space")
  func cutOff() {
    let bytes = Array("\u{3000}".utf8)
    #expect(bytes.span.whiteSpaceLength(at: 0, before: 2) == 0)
    #expect(bytes.span.whiteSpaceLength(endingAt: 3, after: 1) == 0)
    #expect(bytes.span.whiteSpaceLength(endingAt: 0, after: 0) == 0)
    #expect(bytes.span.whiteSpaceLength(at: 3, before: 3) == 0)
  }

  @Test(
    "the FNV-1a hash has the published values",
    arguments: [
      ("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c), ("foobar", 0x8594_4171_f739_67e8),
    ] as [(String, UInt64)])
  func hash(text: String, value: UInt64) {
    var hash = FNVHash()
    hash.combine(text.utf8)
    #expect(hash.value == value)
  }
}
