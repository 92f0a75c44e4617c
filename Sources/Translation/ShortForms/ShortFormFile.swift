import Bytes
import Model
import Platform
import TextAnalysis

/// The short forms that texts explain, as stored beside an index. Each short form and its long
/// forms are stored once. They are found by the letters of the short form, and by the stems of the
/// long forms in each language.
///
///     "tanyaSF1" │ u16 indexes │ indexes × (language, shape) │ indexes │ records
///
/// The first `PhraseIndex` contains the short forms, each of the others the long forms in a
/// language. Both lead to the record of a short form, by its offset from the first record.
struct ShortFormFile {
  private static let magic: StaticString = "tanyaSF1"

  let shortForms: PhraseIndex
  private let longForms: [(language: Language, index: PhraseIndex)]
  private let records: UnsafeRawBufferPointer

  /// - Parameter bytes: The bytes of the file.
  /// - Important: `bytes` must outlive the value.
  init(_ bytes: UnsafeRawBufferPointer) throws(FormatError) {
    var reader = ByteReader(bytes)
    let magic = try reader.readBytes(8)
    guard magic.elementsEqual(UnsafeRawBufferPointer(start: Self.magic.utf8Start, count: 8)) else {
      throw FormatError(.malformed)
    }
    var shapes: [(language: Language, shape: PhraseIndex.Shape)] = []
    for _ in 0..<(try reader.read(UInt16.self)) {
      let language = Language(rawValue: try reader.readTableString())
      shapes.append((language, try PhraseIndex.Shape(&reader)))
    }
    guard let first = shapes.first else { throw FormatError(.malformed) }
    shortForms = try PhraseIndex(first.shape, &reader)
    var longForms: [(language: Language, index: PhraseIndex)] = []
    for (language, shape) in shapes.dropFirst() {
      longForms.append((language, try PhraseIndex(shape, &reader)))
    }
    self.longForms = longForms
    records = try reader.readBytes(bytes.count - reader.offset)
  }

  /// Returns the index of the long forms by their stems in a language, or nil if no text in that
  /// language explains a short form.
  func longForms(in language: Language) -> PhraseIndex? {
    longForms.first { $0.language == language }?.index
  }

  /// - Parameter place: An offset that an index returns.
  func record(at place: Int) throws(FormatError) -> ShortFormRecord {
    guard place <= records.count else { throw FormatError(.malformed) }
    return try ShortFormRecord(UnsafeRawBufferPointer(rebasing: records[place...]))
  }

  /// - Parameter indexes: The indexes, of which the first is that of the short forms.
  static func encode(
    _ indexes: [(language: Language, index: (shape: PhraseIndex.Shape, bytes: [UInt8]))],
    records: [UInt8]
  ) -> [UInt8] {
    var file = magic.withUTF8Buffer { Array($0) }
    file.append(integer: UInt16(indexes.count))
    for (language, index) in indexes {
      file.append(string: language.rawValue)
      index.shape.encode(into: &file)
    }
    for (_, index) in indexes { file += index.bytes }
    return file + records
  }
}

/// A short form and its long forms, the most frequent first, as folded words separated by spaces.
///
///     u8 bytes │ short form │ u8 long forms │ long forms × (u8 bytes, long form)
struct ShortFormRecord {
  private(set) var shortForm: String
  /// The number of long forms that have not been read.
  private var count: Int
  private var reader: ByteReader

  /// - Parameter bytes: The bytes of the record, which may extend beyond its end.
  init(_ bytes: UnsafeRawBufferPointer) throws(FormatError) {
    reader = ByteReader(bytes)
    shortForm = try reader.readShortString()
    count = Int(try reader.read(UInt8.self))
  }

  mutating func nextLongForm() throws(FormatError) -> String? {
    guard count > 0 else { return nil }
    count -= 1
    return try reader.readShortString()
  }

  /// - Parameter longForms: At most 255 long forms. Each of them, like the short form, has at most
  ///   255 bytes.
  static func encode(_ shortForm: String, _ longForms: [String], into bytes: inout [UInt8]) {
    bytes.append(UInt8(shortForm.utf8.count))
    bytes += shortForm.utf8
    bytes.append(UInt8(longForms.count))
    for form in longForms {
      bytes.append(UInt8(form.utf8.count))
      bytes += form.utf8
    }
  }
}

extension ByteReader {
  fileprivate mutating func readShortString() throws(FormatError) -> String {
    String(decoding: try readBytes(Int(try read(UInt8.self))), as: UTF8.self)
  }
}
