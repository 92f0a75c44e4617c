import Bytes

/// The long form of an acronym, recognized by its capitals: `Dewan Perwakilan Rakyat` for `DPR`.
///
/// Texts that explain an acronym are covered by the short forms of an index; this finds the long
/// form in texts that never use the acronym.
struct Initials: Sendable {
  /// Fewer letters begin too many names, and more are hardly asked for.
  private static let lengths = 3...6
  /// The greatest number of bytes of a word.
  private static let longestWord = 40
  /// The greatest number of bytes of a word that may stand between, such as `of` and `dan`.
  private static let longestLink = 3

  private let letters: [UInt8]

  /// Creates the initials of an acronym, or nil if the word is none.
  init?(acronym word: String) {
    letters = Array(word.utf8)
    guard Self.lengths.contains(letters.count), letters.allSatisfy(\.isASCIIUpper) else {
      return nil
    }
  }

  /// Returns the range of the first long form that begins at `start` or later, or nil if there is
  /// none.
  ///
  /// - Complexity: O(*n*) for *n* bytes, since the words of a long form have a greatest length.
  func longForm(in bytes: Span<UInt8>, from start: Int) -> Range<Int>? {
    var index = start
    while index < bytes.count {
      if bytes[index] == letters[0], index == 0 || !bytes[index - 1].isLetterOfWord,
        let end = end(in: bytes, from: index)
      {
        return index..<end
      }
      index += 1
    }
    return nil
  }

  /// Returns the end of the long form that begins at `start`, or nil if there is none.
  private func end(in bytes: Span<UInt8>, from start: Int) -> Int? {
    var index = start
    var known = 0
    while true {
      let first = index
      while index < bytes.count, index - first <= Self.longestWord, bytes[index].isLetterOfWord {
        index += 1
      }
      let length = index - first
      if length > 1, bytes[first] == letters[known] {
        known += 1
        if known == letters.count { return index }
      } else if !(1...Self.longestLink ~= length) || bytes[first].isASCIIUpper {
        return nil
      }
      guard index < bytes.count,
        bytes[index] == UInt8(ascii: " ") || bytes[index] == UInt8(ascii: "-")
      else { return nil }
      index += 1
    }
  }
}

extension UInt8 {
  /// Letters of ASCII, and the bytes of all others.
  fileprivate var isLetterOfWord: Bool { isASCIILetter || self >= 0x80 }
}
