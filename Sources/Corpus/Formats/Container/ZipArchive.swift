import CMinizip

/// Reads the entries of a ZIP archive in memory with minizip.
///
/// Damage and decompression bombs are errors: the number of entries, the size of each entry, and
/// the total size of unpacked entries are limited, and the CRC of each entry is verified.
final class ZipArchive {
  /// The greatest number of entries.
  static let maximumEntries = 10_000
  /// The greatest size of an unpacked entry, in bytes.
  static let maximumEntrySize = 256 << 20
  /// The greatest total size of the unpacked entries of an archive, in bytes.
  static let maximumTotal = 1 << 30
  /// The greatest ratio of the unpacked to the packed size of an entry of more than a megabyte.
  /// Deflate itself reaches about 1,030.
  static let maximumRatio: UInt64 = 1000

  private struct Entry {
    var position: unz64_file_pos
    var size: UInt64
    var packedSize: UInt64
    var isEncrypted: Bool
  }

  private let memory: ZipMemory
  private let handle: unzFile
  private var entries: [String: Entry] = [:]
  private var total = 0
  /// The names of the entries, in the order of the archive.
  private(set) var names: [String] = []

  /// - Complexity: O(*n*), where *n* is the number of entries.
  init(_ bytes: [UInt8]) throws(ReadingError) {
    // Office programs put encrypted documents into a compound file.
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw ReadingError(.encrypted) }
    memory = ZipMemory(bytes)
    var functions = memory.functions
    guard let handle = unzOpen2_64(nil, &functions) else {
      // The directory of an archive is at its end.
      throw ReadingError(bytes.starts(with: [0x50, 0x4B, 3, 4]) ? .cutOff : .damaged)
    }
    self.handle = handle
    try list()
  }

  deinit { unzClose(handle) }

  private func list() throws(ReadingError) {
    var status = unzGoToFirstFile(handle)
    var name = [CChar](repeating: 0, count: 1025)
    while status == UNZ_OK {
      guard names.count < Self.maximumEntries else { throw ReadingError(.unpacksTooLarge) }
      var info = unz_file_info64()
      var position = unz64_file_pos()
      guard
        unzGetCurrentFileInfo64(handle, &info, &name, uLong(name.count - 1), nil, 0, nil, 0)
          == UNZ_OK,
        unzGetFilePos64(handle, &position) == UNZ_OK
      else { throw ReadingError(.damaged) }
      let path = String(
        decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      names.append(path)
      entries[path] = Entry(
        position: position, size: info.uncompressed_size, packedSize: info.compressed_size,
        isEncrypted: info.flag & 1 != 0)
      status = unzGoToNextFile(handle)
    }
    guard status == UNZ_END_OF_LIST_OF_FILE, !names.isEmpty else { throw ReadingError(.damaged) }
  }

  /// Returns whether the archive contains an entry.
  func contains(_ name: String) -> Bool { entries[name] != nil }

  /// Returns the bytes of an entry, or nil if there is none with that name.
  func bytes(of name: String) throws(ReadingError) -> [UInt8]? {
    guard var entry = entries[name] else { return nil }
    guard !entry.isEncrypted else { throw ReadingError(.encrypted) }
    guard entry.size <= Self.maximumEntrySize, total + Int(entry.size) <= Self.maximumTotal,
      entry.size <= 1 << 20 || entry.size / Self.maximumRatio <= entry.packedSize
    else { throw ReadingError(.unpacksTooLarge) }
    guard unzGoToFilePos64(handle, &entry.position) == UNZ_OK,
      unzOpenCurrentFile(handle) == UNZ_OK
    else { throw ReadingError(.damaged) }
    // One byte more than the stated size, so that a wrong size is detected.
    let capacity = Int(entry.size) + 1
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      count = 0
      while count < capacity, let start = buffer.baseAddress {
        let read = unzReadCurrentFile(
          handle, start + count, UInt32(clamping: min(capacity - count, 1 << 20)))
        if read < 0 { failed = true }
        guard read > 0 else { return }
        count += Int(read)
      }
    }
    // Closing the entry verifies the CRC.
    let closed = unzCloseCurrentFile(handle)
    guard !failed, closed == UNZ_OK, bytes.count == Int(entry.size) else {
      throw ReadingError(.damaged)
    }
    total += bytes.count
    return bytes
  }
}

/// The bytes of an archive in memory, which minizip reads like a file.
private final class ZipMemory {
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  private var offset = 0

  init(_ bytes: [UInt8]) {
    self.bytes = .allocate(capacity: bytes.count)
    _ = self.bytes.initialize(from: bytes)
  }

  deinit { bytes.deallocate() }

  fileprivate static func at(_ stream: voidpf?) -> ZipMemory? {
    stream.map { Unmanaged<ZipMemory>.fromOpaque($0).takeUnretainedValue() }
  }

  /// The functions for minizip, which are valid while the object exists.
  var functions: zlib_filefunc64_def {
    zlib_filefunc64_def(
      zopen64_file: { opaque, _, _ in opaque },
      zread_file: { _, stream, buffer, size in
        guard let memory = ZipMemory.at(stream), let buffer else { return 0 }
        let count = min(Int(clamping: size), memory.bytes.count - memory.offset)
        let part = memory.bytes[memory.offset..<memory.offset + count]
        UnsafeMutableRawBufferPointer(start: buffer, count: count).copyBytes(from: part)
        memory.offset += count
        return uLong(count)
      },
      zwrite_file: { _, _, _, _ in 0 },
      ztell64_file: { _, stream in ZPOS64_T(ZipMemory.at(stream)?.offset ?? 0) },
      zseek64_file: { _, stream, offset, origin in
        guard let memory = ZipMemory.at(stream) else { return -1 }
        let start =
          origin == ZLIB_FILEFUNC_SEEK_CUR
          ? memory.offset : origin == ZLIB_FILEFUNC_SEEK_END ? memory.bytes.count : 0
        let (target, overflow) = start.addingReportingOverflow(Int(truncatingIfNeeded: offset))
        guard !overflow, (0...memory.bytes.count).contains(target) else { return -1 }
        memory.offset = target
        return 0
      },
      zclose_file: { _, _ in 0 },
      zerror_file: { _, _ in 0 },
      opaque: Unmanaged.passUnretained(self).toOpaque())
  }
}
