import Bytes

/// The lines of a table that the program contains, sorted by the bytes of their first words.
///
/// A look-up reads the table as it is, because a program that starts for one question has no time
/// to read a table of thousands of lines.
struct SortedLines {
  private let bytes: UnsafeBufferPointer<UInt8>

  init(_ start: UnsafePointer<UInt8>?, count: Int) {
    bytes = UnsafeBufferPointer(start: start, count: count)
  }

  /// Returns what follows a word and a space in its line, or nil if no line begins with the word.
  ///
  /// - Complexity: O(log *n*) in the size of the table.
  func rest(ofLineOf word: Span<UInt8>) -> UnsafeBufferPointer<UInt8>? {
    let newline = UInt8(ascii: "\n")
    var low = 0
    var high = bytes.count
    while low < high {
      var start = (low + high) / 2
      while start > low, bytes[start - 1] != newline { start -= 1 }
      var place = start
      var index = 0
      while place < high, index < word.count, bytes[place] == word[index] {
        place += 1
        index += 1
      }
      let next = place < high ? bytes[place] : newline
      let isWholeWord = next == UInt8(ascii: " ") || next == newline
      if !isWholeWord, index == word.count || next > word[index] {
        high = start
        continue
      }
      let end = bytes.span.firstIndex(of: newline, in: place..<high) ?? high
      if isWholeWord, index == word.count {
        return UnsafeBufferPointer(rebasing: bytes[min(place + 1, end)..<end])
      }
      low = end + 1
    }
    return nil
  }
}
