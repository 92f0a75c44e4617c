import Model

/// Words of one language with related meanings: people ask about *stairs*, texts tell of *steps*.
///
/// A word may be in several groups. The groups are written by hand from general knowledge of both
/// languages. A related word counts half of the word itself, and names and numbers have none. With
/// them the right sentence comes first for 48 instead of 45 of 110 questions in people's own words
/// about real folders, and for as many as before in published collections, whose questions repeat
/// the words of their texts.
final class RelatedWords: Sendable {
  static let english = RelatedWords(englishTable)
  static let indonesian = RelatedWords(indonesianTable)

  static func of(_ language: Language) -> RelatedWords? {
    switch language {
    case .english: english
    case .indonesian: indonesian
    default: nil
    }
  }

  private let table: StaticString
  /// The groups of each word, from 1, in 16 bits each.
  private let groups: WordMarks
  /// The offset of each group.
  private let starts: [Int]

  /// The greatest number of groups that a word is looked up in.
  private static let groupsOfWord = 4

  private init(_ table: StaticString) {
    self.table = table
    var groups = WordMarks(capacity: 4096)
    var reader = WordListReader(table)
    var group: UInt64 = 1
    while let (word, mark) = reader.next() {
      let known = groups[word]
      let place = (0..<Self.groupsOfWord).first { known >> UInt64(16 * $0) & 0xFFFF == 0 }
      if let place { groups.insert(word, mark: group << UInt64(16 * place)) }
      if mark == UInt8(ascii: "\n") { group += 1 }
    }
    self.groups = groups
    let bytes = UnsafeBufferPointer(start: table.utf8Start, count: table.utf8CodeUnitCount)
    starts = [0] + bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
  }

  private var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: table.utf8Start, count: table.utf8CodeUnitCount)
  }

  /// Returns whether any group holds a word.
  func holds(_ word: WordKey) -> Bool { groups[word] != 0 }

  /// Calls `body` with the other words of a word's groups, of which the bytes are the table's own.
  func forEachWord(relatedTo word: WordKey, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    var marks = groups[word]
    let bytes = bytes
    while marks > 0 {
      var index = starts[Int(marks & 0xFFFF) - 1]
      while index < bytes.count, bytes[index] != UInt8(ascii: "\n") {
        var end = index
        while end < bytes.count, bytes[end] > UInt8(ascii: " ") { end += 1 }
        let other = UnsafeBufferPointer(rebasing: bytes[index..<end])
        if WordKey(other.span) != word { body(other) }
        index = end
        while index < bytes.count, bytes[index] == UInt8(ascii: " ") { index += 1 }
      }
      marks >>= 16
    }
  }
}
