extension UInt8 {
  var isASCIIDigit: Bool { self &- UInt8(ascii: "0") < 10 }
  var isASCIIUpper: Bool { self &- UInt8(ascii: "A") < 26 }
  var isASCIILetter: Bool { (self | 0x20) &- UInt8(ascii: "a") < 26 }

  /// Space, tab, line feed, vertical tab, form feed, carriage return.
  var isASCIIWhiteSpace: Bool { self == 0x20 || self &- 9 < 5 }

  var asciiLowercased: UInt8 { isASCIIUpper ? self | 0x20 : self }

  /// The lower-case letter or digit for an ASCII letter or digit, 0 for every other byte.
  var asciiFolded: UInt8 {
    isASCIILetter ? self | 0x20 : isASCIIDigit ? self : 0
  }
}
