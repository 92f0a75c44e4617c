/// Classes of ASCII bytes. Bytes of other characters belong to none of them.
extension UInt8 {
  @inlinable public var isASCIIDigit: Bool { self &- UInt8(ascii: "0") < 10 }
  @inlinable public var isASCIIUpper: Bool { self &- UInt8(ascii: "A") < 26 }
  @inlinable public var isASCIILower: Bool { self &- UInt8(ascii: "a") < 26 }
  @inlinable public var isASCIILetter: Bool { (self | 0x20) &- UInt8(ascii: "a") < 26 }
  @inlinable public var isASCIILetterOrDigit: Bool { isASCIILetter || isASCIIDigit }

  /// A Boolean value that indicates whether the byte is a space, tab, line feed, vertical tab, form
  /// feed or carriage return.
  @inlinable public var isASCIIWhiteSpace: Bool { self == 0x20 || self &- 9 < 5 }

  /// A Boolean value that indicates whether the byte is a control character, on which a terminal
  /// may act: U+0000…U+001F or U+007F.
  @inlinable public var isASCIIControl: Bool { self < 0x20 || self == 0x7F }

  /// The lowercase form of an ASCII uppercase letter. Every other byte is unchanged.
  @inlinable public var asciiLowercased: UInt8 { isASCIIUpper ? self | 0x20 : self }

  /// The lowercase form of an ASCII letter, the digit itself for an ASCII digit, and 0 for every
  /// other byte.
  @inlinable public var asciiFolded: UInt8 {
    isASCIILetter ? self | 0x20 : isASCIIDigit ? self : 0
  }
}

extension Span<UInt8> {
  /// A Boolean value that indicates whether one of the bytes is a control character
  /// (`isASCIIControl`).
  public var hasASCIIControl: Bool {
    withUnsafeBufferPointer { bytes in
      // Without an early exit, the compiler compares sixteen bytes at once.
      var found: UInt8 = 0
      for byte in bytes { found |= (byte < 0x20 ? 1 : 0) | (byte == 0x7F ? 1 : 0) }
      return found != 0
    }
  }
}
