import Bytes

/// The layout of a segment: the passages of one language, immutable once written.
///
///     ┌──────────────────────────────────────────────────────────────────────────┐
///     │ "TANYASEG" │ u32 version │ u32 zero                                      │  header
///     ├──────────────────────────────────────────────────────────────────────────┤
///     │ section │ section │ …            each begins at a multiple of 8 bytes    │
///     ├──────────────────────────────────────────────────────────────────────────┤
///     │ sections × (u32 kind, u32 CRC-32, u64 offset, u64 length)                │  footer
///     │ u32 sections │ u32 CRC-32 of the footer before it │ "TANYAEND"           │
///     └──────────────────────────────────────────────────────────────────────────┘
///
/// | section | holds |
/// |---|---|
/// | properties | language, analyzer fingerprint, counts, total length |
/// | terms | `TermDictionary` |
/// | termFilter | `TermFilter` of its keys |
/// | postings | `PostingList`, one after the other, then 16 zero bytes |
/// | lengths | `LengthCode` of each passage |
/// | vectorLengths | `LengthCode` of 16 times each passage's length as a vector of 1 + ln tf |
/// | passage … | a `Column` each: document, byte offset in its field, first line, flags |
/// | text | `BlockStore`: headings and text of each passage |
/// | document … | `StringTable` of ids; `Column`s of source and line |
/// | documents | `BlockStore` of metadata |
/// | sources | `BlockStore` of source files |
///
/// All numbers are little-endian.
///
/// History: version 1 stored texts in blocks of 32 KB without a dictionary; version 2 packed
/// postings without exceptions; version 3 stored all values of a column at the same width; version
/// 4 had no filter of its terms, stored the titles of documents without a text twice, and began
/// each block with a magic number; version 5 stored a name and a length with every value in a
/// record; version 6 had no beginnings of stems in the filter, and two numbers before each key;
/// version 7 had two numbers before each id; version 8 had no tags.
public enum SegmentLayout {
  /// The version that this program writes, and the only one that it reads.
  public static let version: UInt32 = 9
  static let magic: [UInt8] = Array("TANYASEG".utf8)
  static let endMagic: [UInt8] = Array("TANYAEND".utf8)
  static let headerSize = 16
  static let footerEntrySize = 24
  static let footerTailSize = 16
  static let alignment = 8
  static let vectorLengthScale = 16.0
  /// The greatest number of passages in a segment. It keeps the sum of 128 gaps within 32 bits.
  public static let largestPassageCount = 1 << BitPacking.maximumBits

  /// The sections of a segment.
  public enum Section: UInt32, CaseIterable, Sendable {
    case properties = 1
    case terms, postings, lengths, vectorLengths
    case passageDocument, passageOffset, passageLine, passageFlags
    case text
    case documentID, documentSource, documentLine, documents
    case sources
    case termFilter

    public var name: String { String(describing: self) }
  }

  /// The contents of the properties section.
  public struct Properties: Hashable, Sendable {
    /// The BCP 47 tag of the passages' language.
    public var language: String
    /// The `Analyzer.fingerprint` of the analysis that produced the terms.
    public var fingerprint: UInt64
    public var passageCount: Int
    public var documentCount: Int
    /// The number of terms in all passages (title, headings and text), without stop words.
    public var totalLength: UInt64

    public init(
      language: String, fingerprint: UInt64, passageCount: Int, documentCount: Int,
      totalLength: UInt64
    ) {
      self.language = language
      self.fingerprint = fingerprint
      self.passageCount = passageCount
      self.documentCount = documentCount
      self.totalLength = totalLength
    }

    func encode() -> [UInt8] {
      var writer = ByteWriter()
      writer.appendString(language)
      writer.append(fingerprint)
      writer.append(UInt32(passageCount))
      writer.append(UInt32(documentCount))
      writer.append(totalLength)
      return writer.bytes
    }

    init(_ bytes: UnsafeRawBufferPointer) throws(FormatError) {
      var reader = ByteReader(bytes)
      language = try reader.readString()
      fingerprint = try reader.read(UInt64.self)
      passageCount = Int(try reader.read(UInt32.self))
      documentCount = Int(try reader.read(UInt32.self))
      totalLength = try reader.read(UInt64.self)
      // The bound of the total keeps sums over segments from overflowing.
      guard passageCount <= SegmentLayout.largestPassageCount,
        documentCount <= SegmentLayout.largestPassageCount,
        totalLength <= UInt64(passageCount) << 32
      else { throw FormatError(.malformed) }
    }
  }
}
