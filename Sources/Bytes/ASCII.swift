/// The classes of ASCII bytes. Bytes of other characters belong to none of them.
extension UInt8 {
  @inlinable public var isASCIIDigit: Bool { self &- UInt8(ascii: "0") < 10 }
  @inlinable public var isASCIIUpper: Bool { self &- UInt8(ascii: "A") < 26 }
  @inlinable public var isASCIILower: Bool { self &- UInt8(ascii: "a") < 26 }
  @inlinable public var isASCIILetter: Bool { (self | 0x20) &- UInt8(ascii: "a") < 26 }
  @inlinable public var isASCIILetterOrDigit: Bool { isASCIILetter || isASCIIDigit }

  /// Space, tab, line feed, vertical tab, form feed, carriage return.
  @inlinable public var isASCIIWhiteSpace: Bool { self == 0x20 || self &- 9 < 5 }

  /// A byte that a terminal may act on: U+0000…U+001F and U+007F.
  @inlinable public var isASCIIControl: Bool { self < 0x20 || self == 0x7F }

  /// The lower-case form of an ASCII capital; every other byte as it is.
  @inlinable public var asciiLowercased: UInt8 { isASCIIUpper ? self | 0x20 : self }

  /// The lower-case letter or digit for an ASCII letter or digit; 0 for every other byte.
  @inlinable public var asciiFolded: UInt8 {
    isASCIILetter ? self | 0x20 : isASCIIDigit ? self : 0
  }
}
