/// Conditions on documents within a question: `author:Dewi`, `tag:"weekly minutes"`,
/// `before:2026-03`.
///
/// A condition is one of the names below, in lower case and at the beginning of a word, a colon, and
/// a value that follows at once. Within quotation marks, with a value that is none, or without
/// another word in the question, it is text.
public struct QuestionFilters: Sendable, Equatable {
  /// The conditions.
  public private(set) var narrowing = Narrowing()
  /// The conditions as typed, with a space between two.
  public private(set) var text = ""
  /// The question with blanks in place of the conditions, as many bytes as before.
  private(set) var blanked: String

  private enum Kind { case pattern, author, title, tag, since, before }

  private static let kinds: [String: Kind] = [
    "in": .pattern, "author": .author, "penulis": .author, "title": .title, "judul": .title,
    "tag": .tag, "since": .since, "sejak": .since, "before": .before, "sebelum": .before,
  ]

  /// - Complexity: O(*n*) in the number of bytes.
  public init(_ question: String) {
    blanked = question
    guard question.utf8.contains(UInt8(ascii: ":")) else { return }
    var bytes = Array(question.utf8)
    var found: [Range<Int>] = []
    var index = 0
    while index < bytes.count {
      if let end = Self.quoteEnd(bytes, from: index) {
        index = end
      } else if index == 0 || bytes[index - 1] <= 0x20, let end = take(bytes, at: index) {
        found.append(index..<end)
        index = end
      } else {
        index += 1
      }
    }
    let conditions = found.map { String(decoding: bytes[$0], as: UTF8.self) }
    for place in found.joined() { bytes[place] = UInt8(ascii: " ") }
    guard bytes.contains(where: Self.isWord) else {
      narrowing = Narrowing()
      return
    }
    text = conditions.joined(separator: " ")
    blanked = String(decoding: bytes, as: UTF8.self)
  }

  /// Reads a condition.
  ///
  /// - Returns: Its end; nil if there is none.
  private mutating func take(_ bytes: [UInt8], at start: Int) -> Int? {
    var colon = start
    while colon < bytes.count, bytes[colon] &- 0x61 < 26 { colon += 1 }
    guard colon > start, colon + 1 < bytes.count, bytes[colon] == UInt8(ascii: ":"),
      let kind = Self.kinds[String(decoding: bytes[start..<colon], as: UTF8.self)]
    else { return nil }
    let first = colon + 1
    var value: ArraySlice<UInt8>
    var end: Int
    if let quoteEnd = Self.quoteEnd(bytes, from: first) {
      end = quoteEnd
      value = bytes[(first + 1)..<(quoteEnd - 1)]
    } else {
      end = first
      while end < bytes.count, bytes[end] > 0x20 { end += 1 }
      // Marks that end a question or a clause are not part of the value.
      let mayAsk = kind != .pattern || end == bytes.count
      while end > first, ",;!".utf8.contains(bytes[end - 1]) || mayAsk && bytes[end - 1] == 0x3F {
        end -= 1
      }
      value = bytes[first..<end]
    }
    return add(kind, String(decoding: value, as: UTF8.self)) ? end : nil
  }

  private mutating func add(_ kind: Kind, _ value: String) -> Bool {
    guard value.utf8.contains(where: { $0 > 0x20 && $0 != UInt8(ascii: "\"") }) else {
      return false
    }
    switch kind {
    case .pattern: narrowing.patterns.append(DocumentPattern(value))
    case .author: narrowing.authors.append(value)
    case .title: narrowing.titles.append(value)
    case .tag: narrowing.tags.append(value)
    case .since, .before:
      guard let date = DateBorder(value) else { return false }
      if kind == .since { narrowing.since = date } else { narrowing.before = date }
    }
    return true
  }

  /// Returns the end of a text in double quotes that begins at a place; nil if none does.
  private static func quoteEnd(_ bytes: [UInt8], from start: Int) -> Int? {
    guard start < bytes.count, bytes[start] == UInt8(ascii: "\"") else { return nil }
    return bytes[(start + 1)...].firstIndex(of: UInt8(ascii: "\"")).map { $0 + 1 }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte | 0x20 &- 0x61 < 26 || byte &- 0x30 < 10
  }
}
