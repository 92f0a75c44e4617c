/// The root that Indonesian verbs share in all voices: `menanam`, `ditanam` and `tertanam`.
///
/// A prefix changes the first consonant of a root (`tulis`, `menulis`), so roots are compared by
/// the class of that consonant and by what follows it.
enum IndonesianRoot {
  /// Returns the key of a folded word's root, or nil if too little remains of it without affixes.
  static func key(of word: Span<UInt8>) -> WordKey? {
    guard word.count >= 4 else { return nil }
    let (start, isNasal) = prefixEnd(word)
    let end = suffixStart(word, from: start)
    var vowel = start
    while vowel < end, !isVowel(word[vowel]) { vowel += 1 }
    guard end - vowel >= 3, vowel - start <= 3 else { return nil }
    var root = WordKeyBuilder()
    root.append(onset(word, start..<vowel, isNasal: isNasal))
    for index in vowel..<end { root.append(word[index]) }
    return root.key
  }

  /// Returns the end of the verbal prefix, and whether the prefix changes the consonant after it.
  private static func prefixEnd(_ word: Span<UInt8>) -> (end: Int, isNasal: Bool) {
    func begins(_ prefix: StaticString) -> Bool {
      let count = prefix.utf8CodeUnitCount
      guard word.count >= count + 4 else { return false }
      for index in 0..<count where word[index] != prefix.utf8Start[index] { return false }
      return true
    }
    // The r of *ter-* and *ber-* may be the root's: `terendam` is `ter` and `rendam`.
    if begins("di") || begins("te") && word[2] == UInt8(ascii: "r")
      || begins("be") && word[2] == UInt8(ascii: "r")
    {
      return (2, false)
    }
    // `memper-` is two prefixes, and the root follows both.
    if begins("memper") { return (5, false) }
    if begins("diper") { return (4, false) }
    return begins("me") || begins("pe") ? (2, true) : (0, false)
  }

  private static func suffixStart(_ word: Span<UInt8>, from start: Int) -> Int {
    var end = word.count
    for suffix in suffixes {
      let count = suffix.utf8CodeUnitCount
      guard end - start >= count + 4 else { continue }
      var isEnding = true
      for index in 0..<count where word[end - count + index] != suffix.utf8Start[index] {
        isEnding = false
      }
      if isEnding { end -= count }
    }
    return end
  }

  /// The suffixes, in the order in which they are removed, each at most once.
  private static let suffixes: [StaticString] = ["lah", "kah", "nya", "kan", "an", "i"]

  /// Returns the class of a root's first consonants, with the changes by a prefix undone.
  private static func onset(_ word: Span<UInt8>, _ range: Range<Int>, isNasal: Bool) -> UInt8 {
    let open = UInt8(ascii: "k")
    guard let first = range.first else { return open }
    let second = range.count > 1 ? word[first + 1] : 0
    let third = range.count > 2 ? word[first + 2] : 0
    // After *ter-*, *ber-* or *per-* an r may be the prefix's own: the root may begin with a vowel.
    if word[first] == UInt8(ascii: "r") { return range.count > 1 ? word[first + 1] : open }
    guard isNasal else { return word[first] }
    switch (word[first], second) {
    case (UInt8(ascii: "n"), UInt8(ascii: "y")): return UInt8(ascii: "s")
    case (UInt8(ascii: "n"), UInt8(ascii: "g")): return third == 0 ? open : third
    case (UInt8(ascii: "n"), 0): return UInt8(ascii: "t")
    case (UInt8(ascii: "m"), 0): return UInt8(ascii: "p")
    case (UInt8(ascii: "n"), _), (UInt8(ascii: "m"), _): return second
    default: return word[first]
    }
  }

  private static func isVowel(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"):
      true
    default: false
    }
  }
}
