public import Bytes
public import Platform

/// The passages of a segment that no longer belong to the index, and the counts that statistics
/// subtract for them. The segment itself never changes.
///
///     "TANYADEL" │ u32 version │ u32 zero │ u32 passages of the segment │ u32 deleted passages
///     │ u32 deleted documents │ u32 zero │ u64 terms in the deleted passages
///     │ ⌈passages / 64⌉ × u64, a bit for each deleted passage
///     │ `TermDictionary`: for each term of a deleted passage, the number of those that contain it
///
/// The dictionary's lists are empty, and every surface form has its own entry.
///
/// History: version 1 had a dictionary with two numbers before each key.
public final class Deletions {
  public static let version: UInt32 = 2
  static let magic = Array("TANYADEL".utf8)
  static let headerSize = 40

  public let path: String
  /// The number of deleted passages.
  public let passageCount: Int
  /// The number of documents whose passages are all deleted.
  public let documentCount: Int
  /// The number of terms in the deleted passages.
  public let totalLength: UInt64
  public let frequencies: TermDictionaryReader
  private let words: UnsafeRawBufferPointer
  private let file: MappedFile

  /// - Parameters:
  ///   - file: The mapped file.
  ///   - path: The path that errors name.
  ///   - segment: The properties of the segment to which the deletions belong.
  /// - Throws: `FormatError` if the file is damaged, of another version, or of another segment.
  public init(
    _ file: MappedFile, path: String, of segment: SegmentLayout.Properties
  ) throws(FormatError) {
    do throws(FormatError) {
      var reader = ByteReader(file.bytes)
      try reader.readHeader(Deletions.magic, version: Deletions.version)
      let all = Int(try reader.read(UInt32.self))
      passageCount = Int(try reader.read(UInt32.self))
      documentCount = Int(try reader.read(UInt32.self))
      _ = try reader.read(UInt32.self)
      totalLength = try reader.read(UInt64.self)
      words = try reader.readBytes((all + 63) / 64 * 8)
      frequencies = try TermDictionaryReader(try reader.readBytes(reader.remaining))
      var found = 0
      for offset in stride(from: 0, to: words.count, by: 8) {
        found += words.loadUnaligned(fromByteOffset: offset, as: UInt64.self).nonzeroBitCount
      }
      guard all == segment.passageCount, found == passageCount, passageCount <= all,
        documentCount <= segment.documentCount, totalLength <= segment.totalLength
      else { throw FormatError(.malformed, offset: SegmentLayout.headerSize) }
      self.file = file
      self.path = path
    } catch {
      throw error.inFile(path)
    }
  }

  /// Returns whether a passage of the segment is deleted. A passage beyond the stored bits counts
  /// as deleted.
  @inline(__always)
  public func contains(_ passage: Int) -> Bool {
    guard passage >= 0, passage >> 3 < words.count else { return true }
    return words[passage >> 3] & (1 << UInt8(passage & 7)) != 0
  }

  /// Returns the number of deleted passages that contain a term.
  public func documentFrequency(
    form: TermForm, _ term: [UInt8]
  ) throws(FormatError) -> Int {
    do throws(FormatError) {
      return try frequencies.entry(form: form, term)?.documentFrequency ?? 0
    } catch {
      throw error.inFile(path)
    }
  }

  /// Returns the bytes of a deletions file.
  ///
  /// - Parameters:
  ///   - deleted: A flag for each passage of the segment, `true` if it is deleted.
  ///   - documentCount: The number of documents that have no passage left.
  ///   - totalLength: The number of terms in the deleted passages.
  ///   - frequencies: The terms of deleted passages in ascending order, each with the number of
  ///     deleted passages that contain it.
  public static func encode(
    _ deleted: [Bool], documentCount: Int, totalLength: UInt64,
    frequencies: [(form: TermForm, term: ArraySlice<UInt8>, count: Int)]
  ) -> [UInt8] {
    var words = [UInt64](repeating: 0, count: (deleted.count + 63) / 64)
    var count: UInt32 = 0
    for (passage, isDeleted) in deleted.enumerated() where isDeleted {
      words[passage >> 6] |= 1 << UInt64(passage & 63)
      count += 1
    }
    var writer = ByteWriter()
    writer.append(magic)
    writer.append(version)
    writer.append(UInt32(0))
    writer.append(UInt32(deleted.count))
    writer.append(count)
    writer.append(UInt32(documentCount))
    writer.append(UInt32(0))
    writer.append(totalLength)
    for word in words { writer.append(word) }
    var terms = TermDictionaryWriter()
    for (form, term, count) in frequencies {
      let entry = TermEntry(
        documentFrequency: count,
        postings: count == 1 ? .single(passage: 0, frequency: 1) : .list(offset: 0, length: 0))
      term.withUnsafeBytes { terms.append(form: form, term: $0, entry) }
    }
    writer.append(terms.finish())
    return writer.bytes
  }
}

extension ByteReader {
  /// Reads the header of a binary file: eight bytes that identify its kind, its version, and four
  /// zero bytes.
  ///
  /// - Throws: `FormatError` if the file is of another kind or version.
  mutating func readHeader(_ magic: [UInt8], version: UInt32) throws(FormatError) {
    guard try readBytes(8).elementsEqual(magic) else { throw FormatError(.foreign) }
    let found = try read(UInt32.self)
    guard found <= version else { throw FormatError(.newer(found), offset: 8) }
    guard found == version else { throw FormatError(.older(found), offset: 8) }
    guard try read(UInt32.self) == 0 else { throw FormatError(.malformed, offset: 12) }
  }
}
