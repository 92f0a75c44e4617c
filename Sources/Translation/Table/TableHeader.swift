import Bytes
import Model
import TextAnalysis

/// The beginning of a table's file: what the table was compiled from, and where its sections are.
///
///     "tanyaTT2" │ u64 hash of the rest of the header │ u32 length of the header │ u64 length of
///     the file │ u64 rules │ u16 dictionaries │ u16 sections │ dictionaries │ sections
///
/// Each section has its languages, u8 bits and u8 words of its shape, u64 offset and u64 length.
/// The last character of the magic is the version of the format. Tables of other versions are
/// rebuilt.
struct TableHeader {
  struct Section {
    var languages: LanguagePair
    var shape: TableSection.Shape
    /// The range of the section in the file, in bytes.
    var range: Range<Int>
  }

  private static let magic: StaticString = "tanyaTT2"
  private static let fixedSize = 40
  private static let largestSize = 1 << 20

  private(set) var entries: [DictionaryReport.Entry] = []
  private(set) var sections: [Section] = []
  /// The number of the rules of the languages' analyzers. See `rules(of:)`.
  private(set) var rules: UInt64 = 0

  /// Creates the header of a table that translates nothing.
  init() {}

  init(_ file: UnsafeRawBufferPointer) throws(FormatError) {
    var reader = ByteReader(file)
    let magic = try reader.readBytes(8)
    let hash = try reader.read(UInt64.self)
    let length = Int(try reader.read(UInt32.self))
    guard magic.elementsEqual(UnsafeRawBufferPointer(start: Self.magic.utf8Start, count: 8)),
      Self.fixedSize...Self.largestSize ~= length, length <= file.count
    else { throw FormatError(.malformed) }
    let rest = UnsafeRawBufferPointer(rebasing: file[16..<length])
    guard ContentHash.value(of: rest) == hash,
      try reader.read(UInt64.self) == UInt64(file.count)
    else { throw FormatError(.malformed) }
    rules = try reader.read(UInt64.self)
    let counts = (try reader.read(UInt16.self), try reader.read(UInt16.self))
    for _ in 0..<counts.0 { entries.append(try DictionaryReport.Entry(&reader)) }
    for _ in 0..<counts.1 { sections.append(try Section(&reader, fileLength: file.count)) }
  }

  /// Returns the bytes of a whole table.
  static func encode(entries: [DictionaryReport.Entry], sections: [SectionWriter]) -> [UInt8] {
    let contents = sections.map(\.bytes)
    var records: [UInt8] = []
    for entry in entries { entry.encode(into: &records) }
    let sectionsSize = sections.reduce(0) { sum, section in
      sum + section.languages.encodedSize + 18
    }
    let length = fixedSize + records.count + sectionsSize
    var offset = length
    for (section, content) in zip(sections, contents) {
      section.languages.encode(into: &records)
      records.append(UInt8(section.shape.bucketBits))
      records.append(UInt8(section.shape.longestKey))
      records.append(integer: UInt64(offset))
      records.append(integer: UInt64(content.count))
      offset += content.count
    }
    var rest: [UInt8] = []
    rest.append(integer: UInt32(length))
    rest.append(integer: UInt64(offset))
    rest.append(integer: rules(of: sections.map(\.languages)))
    rest.append(integer: UInt16(entries.count))
    rest.append(integer: UInt16(sections.count))
    rest.append(contentsOf: records)
    var file = magic.withUTF8Buffer { Array($0) }
    file.append(integer: rest.hash())
    file.append(contentsOf: rest)
    for content in contents { file.append(contentsOf: content) }
    return file
  }

  /// Returns a number that identifies the rules by which the words of some languages are folded and
  /// stemmed.
  static func rules(of languages: [LanguagePair]) -> UInt64 {
    var hash = ContentHash()
    var seen: Set<Language> = []
    for language in languages.flatMap({ [$0.source, $0.target] })
    where seen.insert(language).inserted {
      hash.combine(Analyzer.fingerprint(of: language))
    }
    return hash.value
  }
}

extension TableHeader.Section {
  fileprivate init(_ reader: inout ByteReader, fileLength: Int) throws(FormatError) {
    languages = try LanguagePair(&reader)
    shape = TableSection.Shape(
      bucketBits: Int(try reader.read(UInt8.self)), longestKey: Int(try reader.read(UInt8.self)))
    let offset = try reader.read(UInt64.self)
    let length = try reader.read(UInt64.self)
    guard offset <= UInt64(fileLength), length <= UInt64(fileLength) - offset,
      shape.bucketBits < 32
    else {
      throw FormatError(.malformed)
    }
    range = Int(offset)..<Int(offset + length)
  }
}
