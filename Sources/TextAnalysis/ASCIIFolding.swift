/// Lower-case letter or digit for each ASCII letter or digit, 0 for every other byte.
struct ASCIIFolding {
  private var folded = InlineArray<256, UInt8>(repeating: 0)

  init() {
    for digit in UInt8(ascii: "0")...UInt8(ascii: "9") { folded[Int(digit)] = digit }
    for letter in UInt8(ascii: "a")...UInt8(ascii: "z") {
      folded[Int(letter)] = letter
      folded[Int(letter ^ 0x20)] = letter
    }
  }

  subscript(byte: UInt8) -> UInt8 { folded[Int(byte)] }
}

extension UInt8 {
  var isASCIIDigit: Bool { self &- UInt8(ascii: "0") < 10 }
  var isASCIIUpper: Bool { self &- UInt8(ascii: "A") < 26 }
  var isASCIILetter: Bool { (self | 0x20) &- UInt8(ascii: "a") < 26 }
  var asciiLowercased: UInt8 { isASCIIUpper ? self | 0x20 : self }
}
