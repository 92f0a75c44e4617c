/// An encoding of texts that are not UTF-8.
enum Charset: Hashable {
  case utf8
  case utf16(isBigEndian: Bool)
  case utf32(isBigEndian: Bool)
  /// A single-byte encoding, by its name in `SingleByteTables`.
  case singleByte(String)

  static let windows1252 = Charset.singleByte("windows-1252")

  /// Creates the encoding with a label (WHATWG, Encoding Standard, 4.2). Returns nil if it is
  /// unknown.
  init?(label: some StringProtocol) {
    let label = label.lowercased().filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
    switch label {
    case "utf-8", "utf8", "us-ascii-8bit": self = .utf8
    // The labels of ASCII and Latin-1 mean Windows-1252, which includes both.
    case "us-ascii", "ascii", "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "l1", "cp1252",
      "x-cp1252", "ansi_x3.4-1968", "windows-1252":
      self = .windows1252
    case "utf-16", "utf-16le", "unicode": self = .utf16(isBigEndian: false)
    case "utf-16be": self = .utf16(isBigEndian: true)
    case "utf-32", "utf-32le": self = .utf32(isBigEndian: false)
    case "utf-32be": self = .utf32(isBigEndian: true)
    case "iso-8859-9", "iso8859-9", "latin5": self = .singleByte("windows-1254")
    case "iso-8859-11", "tis-620": self = .singleByte("windows-874")
    case "iso-8859-8-i": self = .singleByte("iso-8859-8")
    case "latin2", "l2": self = .singleByte("iso-8859-2")
    case "latin9": self = .singleByte("iso-8859-15")
    case "koi8", "koi": self = .singleByte("koi8-r")
    case "cp866", "866": self = .singleByte("ibm866")
    case "mac", "x-mac-roman": self = .singleByte("macintosh")
    default:
      var name = label
      if name.hasPrefix("cp125") { name = "windows-" + name.dropFirst(2) }
      if name.hasPrefix("iso8859-") { name = "iso-" + name.dropFirst(3) }
      if name.hasPrefix("iso_8859-") { name = "iso-" + name.dropFirst(4) }
      guard SingleByteTables.all.contains(where: { $0.key == name }) else { return nil }
      self = .singleByte(name)
    }
  }

  /// Returns text as UTF-8. Invalid bytes become U+FFFD.
  ///
  /// - Complexity: O(*n*), where *n* is the number of bytes.
  func decode(_ bytes: some Collection<UInt8>) -> [UInt8] {
    switch self {
    case .utf8: return Array(String(decoding: bytes, as: UTF8.self).utf8)
    case .utf16(let isBigEndian):
      let units = Self.units(bytes, size: 2, isBigEndian).map { UInt16(truncatingIfNeeded: $0) }
      return Array(String(decoding: units, as: UTF16.self).utf8)
    case .utf32(let isBigEndian):
      return Array(String(decoding: Self.units(bytes, size: 4, isBigEndian), as: UTF32.self).utf8)
    case .singleByte(let name):
      guard let table = Self.tables[name] else { return [] }
      var text: [UInt8] = []
      text.reserveCapacity(bytes.count + bytes.count / 8)
      for byte in bytes {
        if byte < 0x80 { text.append(byte) } else { text += table[Int(byte) - 0x80] }
      }
      return text
    }
  }

  private static func units(
    _ bytes: some Collection<UInt8>, size: Int, _ isBigEndian: Bool
  ) -> [UInt32] {
    var units: [UInt32] = []
    units.reserveCapacity(bytes.count / size)
    var unit: UInt32 = 0
    var count = 0
    for byte in bytes {
      unit = isBigEndian ? unit << 8 | UInt32(byte) : unit | UInt32(byte) << UInt32(8 * count)
      count += 1
      if count == size {
        units.append(unit)
        (unit, count) = (0, 0)
      }
    }
    return units
  }

  /// The tables by their names, made once: formats such as RTF decode a few bytes at a time.
  private static let tables = Dictionary(
    uniqueKeysWithValues: SingleByteTables.all.map { ($0.key, table($0.value)) })

  /// Returns the UTF-8 of each byte from 128 on, which is U+FFFD for an undefined byte.
  private static func table(_ text: String) -> [[UInt8]] {
    var table: [[UInt8]] = []
    for run in text.split(separator: " ") {
      let parts = run.split(separator: "+")
      let first = UInt32(parts[0], radix: 16) ?? 0
      for offset in 0...(parts.count > 1 ? UInt32(parts[1]) ?? 0 : 0) {
        let scalar = first == 0 ? nil : Unicode.Scalar(first + offset)
        table.append(Array(String(Character(scalar ?? "\u{FFFD}")).utf8))
      }
    }
    while table.count < 128 { table.append([0xEF, 0xBF, 0xBD]) }
    return table
  }
}
