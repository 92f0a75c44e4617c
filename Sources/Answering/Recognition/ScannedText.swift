import Bytes
import Model
import TextAnalysis

/// A text with its words, ready for the recognizers.
struct ScannedText {
  let bytes: [UInt8]
  let words: [Word]
  let convention: Numeral.Convention
  /// The classes of all words together.
  private let classes: WordClass
  private let hasNumbers: Bool
  /// A Boolean value that indicates whether there is a question mark.
  let asks: Bool

  /// Scans `bytes[range]`. The ranges of words and mentions are ranges of `bytes`.
  init(_ bytes: [UInt8], range: Range<Int>, language: Language) {
    self.bytes = bytes
    let words = WordScanner.words(in: bytes.span, range: range)
    var classes: WordClass = []
    var hasNumbers = false
    for index in words.indices {
      classes.formUnion(words[index].classes)
      hasNumbers = hasNumbers || words[index].isNumber
    }
    self.words = words
    self.classes = classes
    self.hasNumbers = hasNumbers
    asks = bytes.span.firstIndex(of: UInt8(ascii: "?"), in: range) != nil
    convention = language == .english ? .decimalPoint : .decimalComma
  }

  /// Returns whether any word is a number or belongs to one of some classes.
  func hasNumber(or classes: WordClass) -> Bool {
    hasNumbers || !self.classes.isDisjoint(with: classes)
  }

  /// The indices of negating words, except in *not only* and *not until*.
  var negations: [Int] {
    guard classes.contains(.negation) else { return [] }
    return words.indices.filter { index in
      words[index].classes.contains(.negation)
        && !(index + 1 < words.count && Self.only.contains(words[index + 1].key))
        && !(words[index].key == Self.no && index + 1 < words.count
          && words[index + 1].gap == .period)
        && !(index + 1 < words.count && words[index + 1].key == Self.until)
    }
  }

  private static let only = ["only", "just", "hanya", "saja"].map { WordKey($0) }
  private static let no = WordKey("no")
  private static let until = WordKey("until")

  /// Returns the numeral at a word, which must be a number.
  func numeral(_ index: Int) -> Numeral {
    Numeral(bytes.span, words[index].range, convention)
  }

  func word(_ index: Int, is classes: WordClass) -> Bool {
    index >= 0 && index < words.count && !words[index].classes.isDisjoint(with: classes)
  }

  /// Returns the start of the currency sign immediately before a word, or nil if there is none.
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

  /// Returns the currency of the sign at `position`, as its number in ISO 4217, or 0 if letters
  /// before it (`S$`) make it another one.
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

  /// Returns the currency of a sign after `position`, with at most one space in between, and the
  /// end of the sign: `12 €`.
  func currencySymbol(after position: Int) -> (currency: Int, end: Int)? {
    var start = position
    if start < bytes.count, bytes[start] == UInt8(ascii: " ") { start += 1 }
    guard start < bytes.count else { return nil }
    let length =
      switch bytes[start] {
      case UInt8(ascii: "$"): 1
      case 0xC2 where start + 1 < bytes.count && [0xA3, 0xA5].contains(bytes[start + 1]): 2
      case 0xE2 where start + 2 < bytes.count && bytes[start + 1] == 0x82: 3
      default: 0
      }
    let end = start + length
    // In `5 $10`, the sign belongs to the number after it.
    guard length > 0, end == bytes.count || !bytes[end].isASCIIDigit else { return nil }
    return (currency(ofSymbolAt: start), end)
  }

  /// Returns the unit of `°C` or `°F` after `position`, with at most one space in between, and its
  /// end.
  func degreeSign(after position: Int) -> (unit: Int, end: Int)? {
    var start = position
    if start < bytes.count, bytes[start] == UInt8(ascii: " ") { start += 1 }
    guard start + 1 < bytes.count, bytes[start] == 0xC2, bytes[start + 1] == 0xB0 else {
      return nil
    }
    let letter = start + 2 < bytes.count ? bytes[start + 2] : 0
    let isAlone = start + 3 >= bytes.count || !bytes[start + 3].isASCIILetter
    return switch letter {
    case UInt8(ascii: "C") where isAlone: (31, start + 3)
    case UInt8(ascii: "F") where isAlone: (32, start + 3)
    default: (30, start + 2)
    }
  }

  /// Returns the start of a minus sign, or of the word *minus*, before an amount, or nil if there
  /// is none.
  ///
  /// - Parameters:
  ///   - index: The index of the word at which the amount begins.
  ///   - begin: The position at which the amount begins, with its currency.
  func minusSign(before index: Int, at begin: Int) -> Int? {
    if index > 0, words[index - 1].key == Self.minus, words[index].gap == .space {
      return words[index - 1].range.lowerBound
    }
    let sign: Int
    if begin >= 1, bytes[begin - 1] == UInt8(ascii: "-") {
      sign = begin - 1
    } else if begin >= 3, bytes[begin - 3] == 0xE2,
      bytes[begin - 2] == 0x88 && bytes[begin - 1] == 0x92
        || bytes[begin - 2] == 0x80 && bytes[begin - 1] == 0x93
    {
      // A minus sign, or the dash that some write for it.
      sign = begin - 3
    } else {
      return nil
    }
    return sign == 0 || bytes[sign - 1] <= 0x20 || bytes[sign - 1] == UInt8(ascii: "(")
      ? sign : nil
  }

  private static let minus = WordKey("minus")

  /// Returns whether the number at a word follows a word such as *section* or *Pasal*, or a mark
  /// such as `#`.
  func isReference(_ index: Int) -> Bool {
    guard words[index].isNumber else { return false }
    let start = words[index].range.lowerBound
    if start > 0, bytes[start - 1] == UInt8(ascii: "#") { return true }
    let before = start - (start > 0 && bytes[start - 1] == UInt8(ascii: " ") ? 1 : 0)
    if before >= 2, bytes[before - 2] == 0xC2, bytes[before - 1] == 0xA7 { return true }
    guard word(index - 1, is: .reference),
      [.space, .period, .hyphen, .parenthesis].contains(words[index].gap)
    else { return false }
    // *No* is a reference only if it is written `No.` or `No`.
    return words[index - 1].range.count > 2 || words[index].gap == .period
      || words[index - 1].isCapitalized
  }

  /// Returns whether the number at a word is a reference such as `[12]`.
  func isFootnote(_ index: Int) -> Bool {
    let range = words[index].range
    return range.lowerBound > 0 && bytes[range.lowerBound - 1] == UInt8(ascii: "[")
      && range.upperBound < bytes.count && bytes[range.upperBound] == UInt8(ascii: "]")
  }

  /// Returns the position after a `²` or `³` at `position`, or `position` if there is none.
  func exponentEnd(after position: Int) -> Int {
    guard position + 1 < bytes.count, bytes[position] == 0xC2,
      bytes[position + 1] == 0xB2 || bytes[position + 1] == 0xB3
    else { return position }
    return position + 2
  }

  /// Returns the end of a percent sign after `position`, with at most one space in between, or nil
  /// if there is none.
  func percentSign(after position: Int) -> Int? {
    var next = position
    if next < bytes.count, bytes[next] == UInt8(ascii: " ") { next += 1 }
    return next < bytes.count && bytes[next] == UInt8(ascii: "%") ? next + 1 : nil
  }
}

/// Parts of speech guessed from the form of words.
extension ScannedText {
  /// Returns whether a word looks like a verb: *-ed* and *-ing* in English; *me-*, *di-*, *ber-*
  /// and *ter-* in Indonesian.
  func looksLikeVerb(_ index: Int) -> Bool {
    let word = words[index]
    guard word.shape == .lower, word.range.count >= 5 else { return false }
    if convention == .decimalPoint {
      return ends(word, with: "ed") || ends(word, with: "ing")
    }
    return begins(word, with: "me") || begins(word, with: "di") || begins(word, with: "ber")
      || begins(word, with: "ter")
  }

  /// Returns whether a word is a function word of the text's language.
  func isFunction(_ index: Int) -> Bool {
    word(index, is: convention == .decimalPoint ? .englishFunction : .indonesianFunction)
  }

  /// Returns whether a word is the initial of a name: `I.` before `K.` or before a capitalized
  /// word.
  func isInitialLetter(_ index: Int) -> Bool {
    let end = words[index].range.upperBound
    return words[index].range.count == 1 && end < bytes.count && bytes[end] == UInt8(ascii: ".")
      && index + 1 < words.count && words[index + 1].gap == .period
      && words[index + 1].isCapitalized
  }

  /// Returns whether a word is the label of a line such as `Owner: Stad AS`.
  func isLabel(_ index: Int) -> Bool {
    let end = words[index].range.upperBound
    guard end + 1 < bytes.count, bytes[end] == UInt8(ascii: ":"),
      bytes[end + 1] == UInt8(ascii: " ")
    else { return false }
    return words[index].gap == .start || beginsField(index)
  }

  /// Returns whether a word begins a line such as `Owner: Stad AS`.
  func beginsField(_ index: Int) -> Bool {
    guard index > 0,
      bytes[words[index - 1].range.upperBound..<words[index].range.lowerBound]
        .contains(UInt8(ascii: "\n"))
    else { return false }
    let end = words[index].range.upperBound
    return end < bytes.count && bytes[end] == UInt8(ascii: ":")
  }

  /// Returns whether a word looks like an adverb: *-ly* in English.
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
