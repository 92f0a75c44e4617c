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
    var words: [SynonymSet.Word]
  }

  private static let sameList: UInt8 = 255

  let key: UnsafeRawBufferPointer
  private let lists: UnsafeRawBufferPointer

  init(_ bytes: UnsafeRawBufferPointer) throws(TableDamage) {
    var cursor = TableCursor(bytes)
    key = try cursor.readBytes(Int(try cursor.read(UInt16.self)))
    lists = try cursor.readBytes(bytes.count - cursor.offset)
  }

  /// The translations of words with this stem, or of those with this surface form.
  func translations(byStem: Bool) throws(TableDamage) -> [Translation] {
    var cursor = TableCursor(lists)
    let bySurface = try Self.readList(&cursor)
    guard byStem else { return bySurface ?? [] }
    return try Self.readList(&cursor) ?? bySurface ?? []
  }

  private static func readList(_ cursor: inout TableCursor) throws(TableDamage) -> [Translation]? {
    let count = try cursor.read(UInt8.self)
    if count == sameList { return nil }
    var list: [Translation] = []
    for _ in 0..<count {
      guard let source = DictionaryKind(rawValue: try cursor.read(UInt8.self)) else {
        throw TableDamage()
      }
      var words: [SynonymSet.Word] = []
      for _ in 0..<(try cursor.read(UInt8.self)) {
        let surface = try cursor.readBytes(Int(try cursor.read(UInt8.self)))
        let shared = Int(try cursor.read(UInt8.self))
        let rest = try cursor.readBytes(Int(try cursor.read(UInt8.self)))
        guard shared <= surface.count else { throw TableDamage() }
        let form = String(decoding: surface, as: UTF8.self)
        let isStem = shared == surface.count && rest.isEmpty
        let stem = isStem ? form : String(decoding: Array(surface[..<shared]) + rest, as: UTF8.self)
        words.append(SynonymSet.Word(surface: form, stem: stem))
      }
      list.append(Translation(source: source, words: words))
    }
    return list
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

  static func encode(_ term: Vocabulary.Term) -> [UInt8] {
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
