/// Decodes the transfer encodings of mail (RFC 2045, 6.7 and 6.8), as leniently as mail programs.
enum TransferEncoding {
  static func base64(_ text: some Sequence<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var bits: UInt32 = 0
    var count: UInt32 = 0
    for byte in text {
      let value: UInt8
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = byte - 65
      case UInt8(ascii: "a")...UInt8(ascii: "z"): value = byte - 71
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = byte + 4
      case UInt8(ascii: "+"), UInt8(ascii: "-"): value = 62
      case UInt8(ascii: "/"), UInt8(ascii: "_"): value = 63
      case UInt8(ascii: "="): return bytes
      default: continue
      }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> count))
      }
    }
    return bytes
  }

  static func quotedPrintable(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      index += 1
      guard byte == UInt8(ascii: "=") else {
        bytes.append(byte)
        continue
      }
      if let high = index < text.endIndex ? PercentCoding.hexDigit(text[index]) : nil,
        let low = index + 1 < text.endIndex ? PercentCoding.hexDigit(text[index + 1]) : nil
      {
        bytes.append(high << 4 | low)
        index += 2
      } else if let end = text[index...].firstIndex(where: { $0 > 0x20 || $0 == 0x0A }),
        text[end] == 0x0A
      {
        // A soft line break.
        index = end + 1
      } else {
        bytes.append(byte)
      }
    }
    return bytes
  }
}

/// Decodes encoded words of header fields (RFC 2047): `=?utf-8?Q?caf=C3=A9?=`.
enum EncodedWords {
  static func decoded(_ field: [UInt8]) -> String {
    var text: [UInt8] = []
    var rest = field[...]
    var isAfterWord = false
    while !rest.isEmpty {
      if rest.starts(with: "=?".utf8), let (word, end) = word(rest) {
        // White space between two encoded words is not part of the text.
        if isAfterWord { while text.last.map({ $0 <= 0x20 }) == true { text.removeLast() } }
        text += word
        rest = rest[end...]
        isAfterWord = true
      } else {
        let byte = rest.removeFirst()
        if byte > 0x20 { isAfterWord = false }
        text.append(byte)
      }
    }
    if (try? TextReader.check(text.span)) == nil { text = Charset.windows1252.decode(text) }
    return String(decoding: text, as: UTF8.self)
  }

  private static func word(_ rest: ArraySlice<UInt8>) -> (text: [UInt8], end: Int)? {
    // A word has at most 75 bytes, but some programs write longer ones.
    let window = rest.prefix(1 << 10)
    let parts = window.dropFirst(2).split(
      separator: UInt8(ascii: "?"), maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count == 4, parts[3].first == UInt8(ascii: "="), parts[1].count == 1,
      let charset = Charset(label: String(decoding: parts[0].prefix { $0 != 0x2A }, as: UTF8.self))
    else { return nil }
    let bytes: [UInt8]
    switch parts[1].first.map({ $0 | 0x20 }) {
    case UInt8(ascii: "b"): bytes = TransferEncoding.base64(parts[2])
    case UInt8(ascii: "q"):
      bytes = TransferEncoding.quotedPrintable(
        parts[2].map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }[...])
    default: return nil
    }
    return (charset.decode(bytes), parts[3].startIndex + 1)
  }
}
