import Bytes
import Glibc
import Model
import TextAnalysis

/// What the table has for one key: the translations of words with this surface form, and those of
/// words with this stem.
///
///     u16 length of the key │ key │ list by surface │ list by stem
///
/// A list is a count (u8, 255 for "the same as by surface") and its translations: their source (u8)
/// and the term. A term is a count of words (u8), and for each its surface form behind a length
/// (u8), how many bytes of it its stem begins with (u8), and the rest of the stem behind a length
/// (u8).
struct TableRecord {
  struct Translation {
    var source: DictionaryKind
    var term: Term
  }

  /// One word or several, as the record has them: a view of its bytes.
  struct Term {
    let wordCount: Int
    fileprivate let words: UnsafeRawBufferPointer
  }

  fileprivate static let sameList: UInt8 = 255

  private let key: UnsafeRawBufferPointer
  private let lists: UnsafeRawBufferPointer

  /// Whether it is what the table has for `key`.
  @inline(__always)
  func has(_ key: UnsafeRawBufferPointer) -> Bool {
    guard key.count == self.key.count else { return false }
    for index in 0..<key.count where key[index] != self.key[index] { return false }
    return true
  }

  init(_ bytes: UnsafeRawBufferPointer) throws(FormatError) {
    var reader = ByteReader(bytes)
    key = try reader.readBytes(Int(try reader.read(UInt16.self)))
    lists = try reader.readBytes(bytes.count - reader.offset)
  }

  /// The translations of words with this stem, or of those with this surface form.
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

  /// Translations that are read one after the other.
  struct List {
    fileprivate var reader: ByteReader
    /// How many are left.
    private(set) var count: Int

    fileprivate init() {
      reader = ByteReader(UnsafeRawBufferPointer(start: nil, count: 0))
      count = 0
    }

    /// Nil for "the same as by surface".
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
  ///   - surface: translations, encoded terms with their source.
  ///   - stem: likewise; nil for the same.
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
  /// A word as the record has it.
  struct Word {
    let surface: UnsafeRawBufferPointer
    /// How many bytes of its surface form its stem begins with.
    fileprivate let shared: Int
    fileprivate let restOfStem: UnsafeRawBufferPointer

    /// Whether the stem is not the surface form.
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

  /// Whether any of its words is such; those behind the first are not looked at.
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

  /// Whether its words are written like others.
  func hasSurfaces(of others: [WordForms]) throws(FormatError) -> Bool {
    guard wordCount == others.count else { return false }
    var reader = ByteReader(words)
    for other in others {
      guard other.surface.utf8.elementsEqual(try reader.readWord().surface) else { return false }
    }
    return true
  }

  /// Whether it is the same term of the same language.
  func isSame(as other: Self) -> Bool {
    guard words.count == other.words.count else { return false }
    guard let own = words.baseAddress, let theirs = other.words.baseAddress else { return true }
    return memcmp(own, theirs, words.count) == 0
  }
}

extension ByteReader {
  /// Steps over a term.
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
