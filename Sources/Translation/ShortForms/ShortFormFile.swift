import Bytes
import Model
import Platform
import TextAnalysis

/// The short forms that texts explain as they stand beside an index: each short form and its long
/// ones once, found by the short form's letters, and by the stems of the long ones in each
/// language.
///
///     "tanyaSF1" │ u16 indexes │ indexes × (language, shape) │ indexes │ records
///
/// The first `PhraseIndex` is of short forms, each of the others of the long forms in a language.
/// Both lead to the record of a short form, by its distance from the first record.
struct ShortFormFile {
  private static let magic: StaticString = "tanyaSF1"

  let shortForms: PhraseIndex
  private let longForms: [(language: Language, index: PhraseIndex)]
  private let records: UnsafeRawBufferPointer

  /// - Parameter bytes: have to outlive it.
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

  /// By their stems in a language; nil where no text in it explains a short form.
  func longForms(in language: Language) -> PhraseIndex? {
    longForms.first { $0.language == language }?.index
  }

  /// - Parameter place: as an index gives it.
  func record(at place: Int) throws(FormatError) -> ShortFormRecord {
    guard place <= records.count else { throw FormatError(.malformed) }
    return try ShortFormRecord(UnsafeRawBufferPointer(rebasing: records[place...]))
  }

  /// - Parameter indexes: that of the short forms first.
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

/// A short form and what it stands for, the most frequent first, as folded words with spaces
/// between them.
///
///     u8 bytes │ short form │ u8 long forms │ long forms × (u8 bytes, long form)
struct ShortFormRecord {
  private(set) var shortForm: String
  /// Long forms that are left.
  private var count: Int
  private var reader: ByteReader

  /// - Parameter bytes: may go on behind it.
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

  /// - Parameter longForms: at most 255; like the short form, of at most 255 bytes.
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
