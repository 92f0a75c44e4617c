import Model
import TextAnalysis

/// A text with its words, ready for the recognisers.
struct ScannedText {
  var bytes: [UInt8]
  var words: [Word]
  var convention: Numeral.Convention

  /// Scans `bytes[range]`; ranges of words and mentions count in `bytes`.
  init(_ bytes: [UInt8], range: Range<Int>, language: Language) {
    self.bytes = bytes
    words = WordScanner.words(in: bytes.span, range: range)
    convention = language == .english ? .decimalPoint : .decimalComma
  }

  /// The numeral at a word that is one.
  func numeral(_ index: Int) -> Numeral {
    Numeral(bytes.span, words[index].range, convention)
  }

  func word(_ index: Int, is classes: WordClass) -> Bool {
    index >= 0 && index < words.count && !words[index].classes.isDisjoint(with: classes)
  }

  /// The start of the currency sign immediately before a word; nil if there
  /// is none.
  func currencySymbol(before index: Int) -> Int? {
    let start = words[index].range.lowerBound
    guard start > 0 else { return nil }
    if bytes[start - 1] == UInt8(ascii: "$") { return start - 1 }
    if start >= 2, bytes[start - 2] == 0xC2, bytes[start - 1] == 0xA3 || bytes[start - 1] == 0xA5 {
      return start - 2
    }
    if start >= 3, bytes[start - 3] == 0xE2, bytes[start - 2] == 0x82 { return start - 3 }
    return nil
  }

  /// The currency of the sign at `position`, as its number in ISO 4217; 0 if letters before it
  /// (`S$`) make it another.
  func currency(ofSymbolAt position: Int) -> Int {
    if position > 0, bytes[position - 1].isASCIILetter { return 0 }
    return switch (bytes[position], bytes[min(position + 2, bytes.count - 1)]) {
    case (UInt8(ascii: "$"), _): 840
    case (0xC2, _): bytes[position + 1] == 0xA3 ? 826 : 392
    case (0xE2, 0xAC): 978
    case (0xE2, 0xB9): 356
    case (0xE2, 0xA9): 410
    default: 0
    }
  }

  /// The `[12]` of a reference.
  func isFootnote(_ index: Int) -> Bool {
    let range = words[index].range
    return range.lowerBound > 0 && bytes[range.lowerBound - 1] == UInt8(ascii: "[")
      && range.upperBound < bytes.count && bytes[range.upperBound] == UInt8(ascii: "]")
  }

  /// The position after a `²` or `³` at `position`.
  func exponentEnd(after position: Int) -> Int {
    guard position + 1 < bytes.count, bytes[position] == 0xC2,
      bytes[position + 1] == 0xB2 || bytes[position + 1] == 0xB3
    else { return position }
    return position + 2
  }

  /// The end of a percent sign right after `position`, one space allowed.
  func percentSign(after position: Int) -> Int? {
    var next = position
    if next < bytes.count, bytes[next] == UInt8(ascii: " ") { next += 1 }
    return next < bytes.count && bytes[next] == UInt8(ascii: "%") ? next + 1 : nil
  }
}

/// Parts of speech guessed from the form of words.
extension ScannedText {
  /// *-ed* and *-ing* in English; *me-*, *di-*, *ber-*, *ter-* in Indonesian.
  func looksLikeVerb(_ index: Int) -> Bool {
    let word = words[index]
    guard word.shape == .lower, word.range.count >= 5 else { return false }
    if convention == .decimalPoint {
      return ends(word, with: "ed") || ends(word, with: "ing")
    }
    return begins(word, with: "me") || begins(word, with: "di") || begins(word, with: "ber")
      || begins(word, with: "ter")
  }

  /// *-ly*
  func looksLikeAdverb(_ index: Int) -> Bool {
    let word = words[index]
    return convention == .decimalPoint && word.shape == .lower && word.range.count >= 5
      && ends(word, with: "ly")
  }

  private func begins(_ word: Word, with prefix: StaticString) -> Bool {
    for offset in 0..<prefix.utf8CodeUnitCount
    where bytes[word.range.lowerBound + offset] != prefix.utf8Start[offset] {
      return false
    }
    return true
  }

  private func ends(_ word: Word, with suffix: StaticString) -> Bool {
    let start = word.range.upperBound - suffix.utf8CodeUnitCount
    for offset in 0..<suffix.utf8CodeUnitCount
    where bytes[start + offset] != suffix.utf8Start[offset] {
      return false
    }
    return true
  }
}
