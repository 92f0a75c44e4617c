import Bytes
import Platform

/// The sections of a segment, located by its header and footer. See `SegmentLayout`.
struct SegmentFooter {
  let file: UnsafeRawBufferPointer
  let sections: [(section: SegmentLayout.Section, checksum: UInt32, range: Range<Int>)]
  private let start: Int
  /// The number of bytes to verify before their pages are released.
  private static let stretch = 4 << 20

  init(_ file: UnsafeRawBufferPointer) throws(FormatError) {
    self.file = file
    try SegmentFooter.checkHeader(file)
    let tail = file.count - SegmentLayout.footerTailSize
    guard tail >= SegmentLayout.headerSize,
      file[(file.count - 8)...].elementsEqual(SegmentLayout.endMagic)
    else {
      throw FormatError(
        .truncated(
          expected: max(
            file.count + 1, SegmentLayout.headerSize + SegmentLayout.footerTailSize),
          found: file.count),
        section: "footer", offset: max(tail, 0))
    }
    var reader = ByteReader(file, at: tail)
    let count = Int(try reader.read(UInt32.self))
    let expected = try reader.read(UInt32.self)
    start = tail - count * SegmentLayout.footerEntrySize
    guard start >= SegmentLayout.headerSize else {
      throw FormatError(.malformed, section: "footer", offset: tail)
    }
    let found = CRC32.sum(of: UnsafeRawBufferPointer(rebasing: file[start..<tail + 4]))
    guard found == expected else {
      throw FormatError(
        .checksum(expected: expected, found: found), section: "footer", offset: start)
    }
    var sections: [(section: SegmentLayout.Section, checksum: UInt32, range: Range<Int>)] = []
    reader = ByteReader(file, at: start)
    var end = SegmentLayout.headerSize
    for _ in 0..<count {
      let kind = try reader.read(UInt32.self)
      let checksum = try reader.read(UInt32.self)
      let offset = try reader.read(UInt64.self)
      let length = try reader.read(UInt64.self)
      guard let section = SegmentLayout.Section(rawValue: kind), offset >= UInt64(end),
        offset <= UInt64(start), length <= UInt64(start) - offset
      else { throw FormatError(.malformed, section: "footer", offset: reader.offset) }
      end = Int(offset + length)
      sections.append((section, checksum, Int(offset)..<end))
    }
    self.sections = sections
  }

  private static func checkHeader(_ file: UnsafeRawBufferPointer) throws(FormatError) {
    guard file.count >= SegmentLayout.headerSize else {
      throw FormatError(.truncated(expected: SegmentLayout.headerSize, found: file.count))
    }
    guard file[..<8].elementsEqual(SegmentLayout.magic) else { throw FormatError(.foreign) }
    let version = UInt32(littleEndian: file.loadUnaligned(fromByteOffset: 8, as: UInt32.self))
    guard version <= SegmentLayout.version else { throw FormatError(.newer(version), offset: 8) }
    guard version == SegmentLayout.version else { throw FormatError(.older(version), offset: 8) }
  }

  func bytes(of section: SegmentLayout.Section) throws(FormatError) -> UnsafeRawBufferPointer {
    guard let found = sections.first(where: { $0.section == section }) else {
      throw FormatError(.malformed, section: section.name)
    }
    return UnsafeRawBufferPointer(rebasing: file[found.range])
  }

  /// Decodes a section. Errors get its name and an offset from the start of the file.
  func decode<T>(
    _ section: SegmentLayout.Section,
    _ body: (UnsafeRawBufferPointer) throws(FormatError) -> T
  ) throws(FormatError) -> T {
    let bytes = try self.bytes(of: section)
    do throws(FormatError) {
      return try body(bytes)
    } catch {
      let start = sections.first { $0.section == section }?.range.lowerBound ?? 0
      throw error.inSection(section.name, startingAt: start)
    }
  }

  /// Asks the system to read small sections from disk, and both ends of larger ones, which describe
  /// their layout. Postings and vector lengths are excluded.
  func prefetchHeads() {
    var wanted = 0..<0
    for (section, _, range) in sections where ![.postings, .vectorLengths].contains(section) {
      let isSmall = range.count <= SegmentFooter.readAsWhole
      let end = max(SegmentFooter.shortestEnd, range.count >> SegmentFooter.endBits)
      for part in isSmall ? [range] : [range.prefix(end), range.suffix(end)] {
        if part.lowerBound - wanted.upperBound > SegmentLayout.alignment {
          prefetch(UnsafeRawBufferPointer(rebasing: file[wanted]))
          wanted = part
        } else {
          wanted = wanted.lowerBound..<part.upperBound
        }
      }
    }
    prefetch(UnsafeRawBufferPointer(rebasing: file[wanted]))
  }

  /// The size in bytes up to which a section or a file is read in full. Reading it takes about as
  /// long as reading eight separate pages.
  static let readAsWhole = 512 << 10
  /// The least number of bytes to read at either end of a larger section. The columns of a store
  /// are at its end, with about one byte for every 500 bytes of texts, or for every 100 bytes of
  /// records.
  private static let shortestEnd = 32 << 10
  private static let endBits = 8

  /// Verifies the checksum of each section, and that the gaps between sections are zero.
  ///
  /// - Parameter release: A closure that receives ranges of the file that will not be read again.
  func verify(release: (Range<Int>) -> Void = { _ in }) throws(FormatError) {
    // The header's magic and version were compared when the file was opened.
    var end = SegmentLayout.headerSize - 4
    for (section, _, range) in sections {
      try verifyZeros(end..<range.lowerBound)
      try verify(section, release: release)
      end = range.upperBound
    }
    try verifyZeros(end..<start)
  }

  /// Verifies the checksum of one section.
  private func verify(
    _ section: SegmentLayout.Section, release: (Range<Int>) -> Void
  ) throws(FormatError) {
    guard let (_, expected, range) = sections.first(where: { $0.section == section }) else {
      throw FormatError(.malformed, section: section.name)
    }
    var found: UInt32 = 0
    for start in stride(from: range.lowerBound, to: range.upperBound, by: Self.stretch) {
      let stretch = start..<min(start + Self.stretch, range.upperBound)
      found = CRC32.sum(of: UnsafeRawBufferPointer(rebasing: file[stretch]), continuing: found)
      release(stretch)
    }
    guard found == expected else {
      throw FormatError(
        .checksum(expected: expected, found: found), section: section.name,
        offset: range.lowerBound)
    }
  }

  private func verifyZeros(_ range: Range<Int>) throws(FormatError) {
    for offset in range where file[offset] != 0 {
      throw FormatError(.malformed, section: "padding", offset: offset)
    }
  }
}
