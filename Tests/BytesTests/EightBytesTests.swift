import Testing

@testable import Bytes

@Suite("Eight bytes at a time") struct EightBytesTests {
  @Test("the bytes at any place are read, with zeros after the end", arguments: 0...20)
  func reading(count: Int) {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 7 + 130) }
    for index in 0...(count + 9) {
      let expected = (0..<8).reduce(UInt64(0)) { sum, place in
        index + place < count ? sum | UInt64(bytes[index + place]) << UInt64(8 * place) : sum
      }
      #expect(bytes.span.eightBytes(at: index) == expected, "\(index)")
    }
  }

  @Test("in every place, white space is marked, and marks are counted")
  func whiteSpace() {
    for place in 0..<8 {
      for byte in UInt8.min...UInt8.max {
        let others = UInt64.repeating(UInt8(ascii: " ")) & ~(0xFF << UInt64(8 * place))
        let marks = (others | UInt64(byte) << UInt64(8 * place)).whiteSpaceMarks
        let isSpace = byte == 0x20 || 9...13 ~= byte
        let isMarked = marks & UInt64(0x80) << UInt64(8 * place) != 0
        #expect(isMarked == isSpace, "\(byte)")
        #expect(marks.markCount == (isSpace ? 8 : 7))
      }
    }
  }

  @Test("the first place of a byte within a range is found", arguments: 0...20)
  func search(count: Int) {
    let bytes = (0..<count).map { UInt8($0 % 3 == 2 ? 0x80 : $0 % 5) }
    for start in 0...count {
      for end in start...count {
        for byte: UInt8 in [0, 1, 4, 0x80, 0x81] {
          #expect(
            bytes.span.firstIndex(of: byte, in: start..<end)
              == bytes[start..<end].firstIndex(of: byte))
        }
      }
    }
  }

  @Test("in every place, each byte is told apart from letters and capitals")
  func classes() {
    for place in 0..<8 {
      for byte in UInt8.min...UInt8.max {
        let others = UInt64.repeating(UInt8(ascii: "q")) & ~(0xFF << UInt64(8 * place))
        let bytes = others | UInt64(byte) << UInt64(8 * place)
        let lower = others | UInt64(byte.asciiLowercased) << UInt64(8 * place)
        #expect(bytes.withLowercaseLetters == lower, "\(byte)")
        #expect(bytes.leadingLetterCount == (byte.isASCIILetter ? 8 : place), "\(byte)")
        if byte.isASCIILetter { #expect(bytes.capitalCount == (byte.isASCIIUpper ? 1 : 0)) }
      }
    }
  }

  @Test("the first bytes are kept, the capitals among them counted", arguments: 0...8)
  func beginnings(count: Int) {
    let text = Array("aBCdEFGh".utf8)
    let bytes = text.span.eightBytes(at: 0).firstBytes(count)
    #expect(
      bytes
        == text.prefix(count).enumerated().reduce(0) {
          $0 | UInt64($1.element) << UInt64(8 * $1.offset)
        })
    #expect(bytes.capitalCount == text.prefix(count).count(where: \.isASCIIUpper))
  }
}
