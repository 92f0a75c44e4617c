import Bytes
import Glibc
import Model
import TextAnalysis

/// The translations of one key: those of words with this surface form, and those of words with this
/// stem.
///
///     u16 length of the key │ key │ list by surface │ list by stem
///
/// A list is a count (u8, 255 for "the same as by surface") and its translations: their source (u8)
/// and the term. A term is a count of words (u8), and for each word the length of its surface form
/// (u8), the surface form, the number of its bytes with which the stem begins (u8), the length of
/// the rest of the stem (u8), and that rest.
struct TableRecord {
  struct Translation {
    var source: DictionaryKind
    var term: Term
  }

  /// One or more words, as a view of the bytes of the record.
  struct Term {
    let wordCount: Int
    fileprivate let words: UnsafeRawBufferPointer
  }

  fileprivate static let sameList: UInt8 = 255

  private let key: UnsafeRawBufferPointer
  private let lists: UnsafeRawBufferPointer

  /// Returns whether this is the record of `key`.
  @inline(__always)
  func has(_ key: UnsafeRawBufferPointer) -> Bool {
    key.isSame(as: self.key)
  }

  init(_ bytes: UnsafeRawBufferPointer) throws(FormatError) {
    var reader = ByteReader(bytes)
    key = try reader.readBytes(Int(try reader.read(UInt16.self)))
    lists = try reader.readBytes(bytes.count - reader.offset)
  }

  /// Returns the translations of words with this stem, or of words with this surface form.
  func list(byStem: Bool) throws(FormatError) -> List {
    var reader = ByteReader(lists)
    let bySurface = try List(&reader) ?? List()
    guard byStem else { return bySurface }
    var rest = bySurface
    try rest.skipAll()
    reader = rest.reader
    return try List(&reader) ?? bySurface
  }

  func translations(byStem: Bool) throws(FormatError) -> [Translation] {
    var list = try list(byStem: byStem)
    var translations: [Translation] = []
    while let translation = try list.next() { translations.append(translation) }
    return translations
  }

  /// Translations that are read one by one.
  struct List {
    fileprivate var reader: ByteReader
    /// The number of translations that have not been read.
    private(set) var count: Int

    fileprivate init() {
      reader = ByteReader(UnsafeRawBufferPointer(start: nil, count: 0))
      count = 0
    }

    /// Reads the count of a list, or returns nil for "the same as by surface".
    fileprivate init?(_ reader: inout ByteReader) throws(FormatError) {
      let count = try reader.read(UInt8.self)
      guard count != TableRecord.sameList else { return nil }
      self.count = Int(count)
      self.reader = reader
    }

    mutating func next() throws(FormatError) -> Translation? {
      guard count > 0 else { return nil }
      count -= 1
      guard let source = DictionaryKind(rawValue: try reader.read(UInt8.self)) else {
        throw FormatError(.malformed)
      }
      return Translation(source: source, term: try reader.readTerm())
    }

    fileprivate mutating func skipAll() throws(FormatError) {
      while count > 0 {
        count -= 1
        _ = try reader.read(UInt8.self)
        _ = try reader.readTerm()
      }
    }
  }

  /// - Parameters:
  ///   - surface: The translations by surface form: encoded terms with their source.
  ///   - stem: The translations by stem, or nil if they are the same.
  static func encode(
    key: String, surface: [(DictionaryKind, [UInt8])], stem: [(DictionaryKind, [UInt8])]?
  ) -> [UInt8] {
    var record: [UInt8] = []
    record.append(string: key)
    for list in [surface, stem] {
      record.append(list.map { UInt8($0.count) } ?? sameList)
      for (source, term) in list ?? [] {
        record.append(source.rawValue)
        record.append(contentsOf: term)
      }
    }
    return record
  }

  static func encode(_ term: DictionaryTerms.Term) -> [UInt8] {
    let words = term.surface.utf8.split(separator: 0x20)
    let stems = term.stem.utf8.split(separator: 0x20)
    var bytes = [UInt8(words.count)]
    for (word, stem) in zip(words, stems) {
      let shared = zip(word, stem).prefix { $0 == $1 }.count
      bytes.append(UInt8(word.count))
      bytes.append(contentsOf: word)
      bytes.append(UInt8(shared))
      bytes.append(UInt8(stem.count - shared))
      bytes.append(contentsOf: stem.dropFirst(shared))
    }
    return bytes
  }
}

extension TableRecord.Term {
  /// A word, as a view of the bytes of the record.
  struct Word {
    let surface: UnsafeRawBufferPointer
    /// The number of bytes of the surface form with which the stem begins.
    fileprivate let shared: Int
    fileprivate let restOfStem: UnsafeRawBufferPointer

    /// A Boolean value that indicates whether the stem differs from the surface form.
    var hasOwnStem: Bool { shared < surface.count || !restOfStem.isEmpty }

    /// Calls `body` with the bytes of the stem.
    func withStem<Value>(_ body: (UnsafeRawBufferPointer) -> Value) -> Value {
      let beginning = UnsafeRawBufferPointer(rebasing: surface[..<shared])
      guard !restOfStem.isEmpty else { return body(beginning) }
      let count = shared + restOfStem.count
      return withUnsafeTemporaryAllocation(byteCount: count, alignment: 1) { stem in
        stem.copyBytes(from: beginning)
        UnsafeMutableRawBufferPointer(rebasing: stem[shared...]).copyBytes(from: restOfStem)
        return body(UnsafeRawBufferPointer(stem))
      }
    }

    var forms: WordForms {
      let form = String(decoding: surface, as: UTF8.self)
      let stem = hasOwnStem ? withStem { String(decoding: $0, as: UTF8.self) } : form
      return WordForms(surface: form, stem: stem)
    }
  }

  /// Returns whether any word satisfies a predicate. Words after the first such word are not read.
  @inline(__always)
  func contains(where isSuch: (Word) -> Bool) throws(FormatError) -> Bool {
    var reader = ByteReader(words)
    while !reader.isAtEnd {
      if isSuch(try reader.readWord()) { return true }
    }
    return false
  }

  var forms: [WordForms] {
    get throws(FormatError) {
      var forms: [WordForms] = []
      forms.reserveCapacity(wordCount)
      var reader = ByteReader(words)
      for _ in 0..<wordCount { forms.append(try reader.readWord().forms) }
      return forms
    }
  }

  /// Returns whether the words have the surface forms of others.
  func hasSurfaces(of others: [WordForms]) throws(FormatError) -> Bool {
    guard wordCount == others.count else { return false }
    // Most differ in the length of the first word.
    if let first = others.first, let length = words.first,
      first.surface.utf8.count != Int(length)
    {
      return false
    }
    var reader = ByteReader(words)
    for other in others {
      let surface = try reader.readWord().surface
      guard other.surface.utf8.span.withUnsafeBytes({ surface.isSame(as: $0) }) else {
        return false
      }
    }
    return true
  }

  /// Returns whether two terms of the same language are equal.
  func isSame(as other: Self) -> Bool {
    words.isSame(as: other.words)
  }
}

extension UnsafeRawBufferPointer {
  /// Returns whether two buffers have the same bytes.
  @inline(__always)
  func isSame(as other: Self) -> Bool {
    guard count == other.count else { return false }
    guard let own = baseAddress, let theirs = other.baseAddress else { return true }
    return memcmp(own, theirs, count) == 0
  }
}

extension ByteReader {
  /// Skips a term and returns a view of it.
  fileprivate mutating func readTerm() throws(FormatError) -> TableRecord.Term {
    let count = Int(try read(UInt8.self))
    let start = offset
    for _ in 0..<count { _ = try readWord() }
    return TableRecord.Term(
      wordCount: count, words: UnsafeRawBufferPointer(rebasing: bytes[start..<offset]))
  }

  @inline(__always)
  fileprivate mutating func readWord() throws(FormatError) -> TableRecord.Term.Word {
    let surface = try readBytes(Int(try read(UInt8.self)))
    let shared = Int(try read(UInt8.self))
    let rest = try readBytes(Int(try read(UInt8.self)))
    guard shared <= surface.count else { throw FormatError(.malformed) }
    return TableRecord.Term.Word(surface: surface, shared: shared, restOfStem: rest)
  }
}
