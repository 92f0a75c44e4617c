/// Returns a ZIP archive of uncompressed entries.
func zip(_ entries: KeyValuePairs<String, String>) -> [UInt8] {
  zip(entries.map { ($0.key, Array($0.value.utf8)) })
}

func zip(_ entries: [(name: String, bytes: [UInt8])]) -> [UInt8] {
  var archive: [UInt8] = []
  var directory: [UInt8] = []
  for (name, bytes) in entries {
    let offset = UInt32(archive.count)
    // Version, flags, method, time, date, CRC, sizes, and the lengths of the name and the extra
    // field.
    let common =
      le(20 as UInt16) + le(0 as UInt16) + le(0 as UInt16) + le(0 as UInt32) + le(crc32(bytes))
      + le(UInt32(bytes.count)) + le(UInt32(bytes.count)) + le(UInt16(name.utf8.count))
      + le(0 as UInt16)
    archive += [0x50, 0x4B, 3, 4] + common + name.utf8 + bytes
    directory += [0x50, 0x4B, 1, 2] + le(20 as UInt16) + common
    directory += [UInt8](repeating: 0, count: 10) + le(offset) + name.utf8
  }
  let start = UInt32(archive.count)
  return archive + directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + le(UInt16(entries.count))
    + le(UInt16(entries.count)) + le(UInt32(directory.count)) + le(start) + le(0 as UInt16)
}

private func le(_ value: some FixedWidthInteger) -> [UInt8] {
  withUnsafeBytes(of: value.littleEndian) { Array($0) }
}

private func crc32(_ bytes: [UInt8]) -> UInt32 {
  var crc = UInt32.max
  for byte in bytes {
    crc ^= UInt32(byte)
    for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
  }
  return ~crc
}
