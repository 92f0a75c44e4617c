import Bytes

/// Passing over words that nobody looks for.
extension ByteView {
  /// The end of the word or number at `start` where a filter keeps it back and its letters and
  /// digits are all there is to it; nil where the tokenizer has to look at it.
  @inline(__always)
  func endOfWord(from start: Int, keptBackBy filter: WordFilter.Test) -> Int? {
    let word = eightBytes(at: start).lowercased
    guard !filter.admits(word) else { return nil }
    let end = alphanumericEnd(from: start)
    if filter.admitsNumbers {
      // A number may have separators in it, and one may be parted from `Rp`.
      if self[start].isASCIIDigit { return nil }
      if UInt16(truncatingIfNeeded: word) == 0x7072, self[start + 2].isASCIIDigit { return nil }
    }
    switch self[end] {
    case UInt8(ascii: "'"), UInt8(ascii: "-"):
      // A word may go on: Indonesia's, negara-negara.
      let next = self[end + 1]
      return next.asciiFolded == 0 && next < 0x80 ? end : nil
    case UInt8(ascii: "."):
      // An acronym has short parts.
      return end - start <= 3 && self[end + 1].isASCIILetter ? nil : end
    case 0x80...:
      return nil
    default:
      return end
    }
  }
}
