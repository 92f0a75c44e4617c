/// Times of day in words: `half past eight`, `a quarter to six`, `six o'clock`, `setengah enam`.
enum ClockPhrase {
  /// Returns the index after the time that begins at a word, or nil if there is none.
  static func end(_ text: ScannedText, at index: Int) -> Int? {
    var start = index
    let word = text.words[start]
    guard word.isNumber || word.classes.contains(.cardinal) || mayBegin(word, text) else {
      return nil
    }
    if word.key == article { start += 1 }
    guard start < text.words.count else { return nil }
    let isHalf = text.words[start].key == half
    let isQuarter = text.words[start].key == quarter
    let isCount =
      isHour(text, start) && start == index || minutes.contains(text.words[start].key)
    if isHalf || isQuarter || isCount, start + 1 < text.words.count,
      text.words[start + 1].gap == .space,
      text.words[start + 1].key == past || text.words[start + 1].key == to && !isHalf && isQuarter,
      isHour(text, start + 2)
    {
      return start + 3
    }
    // `six o'clock`, `eight p.m.`
    if start == index, isHour(text, start), text.word(start + 1, is: .clockSuffix),
      text.words[start + 1].gap == .space, !partsOfDay.contains(text.words[start + 1].key)
    {
      return start + 2
    }
    return nil
  }

  /// Returns the index after the hour in words that follows *jam* or *pukul*: `delapan malam`,
  /// `setengah enam`.
  static func hourEnd(_ text: ScannedText, at index: Int) -> Int? {
    var start = index
    if text.words[start].key == setengah { start += 1 }
    guard start < text.words.count, isHour(text, start) else { return nil }
    // `jam dua belas`
    let next = start + 1
    return next < text.words.count && text.words[next].key == belas ? next + 1 : next
  }

  /// Returns whether a word may be *a*, *half* or *quarter*, by its length and first letter.
  private static func mayBegin(_ word: Word, _ text: ScannedText) -> Bool {
    switch (word.range.count, text.bytes[word.range.lowerBound] | 0x20) {
    case (1, UInt8(ascii: "a")), (4, UInt8(ascii: "h")), (7, UInt8(ascii: "q")): true
    default: false
    }
  }

  private static func isHour(_ text: ScannedText, _ index: Int) -> Bool {
    guard index < text.words.count, text.words[index].gap != .comma else { return false }
    let word = text.words[index]
    if word.isNumber {
      let numeral = text.numeral(index)
      return numeral.isPlain && numeral.suffix == .none && 1...24 ~= numeral.value
    }
    return word.classes.contains(.cardinal) && 1...12 ~= word.value
  }

  private static let article = WordKey("a")
  private static let half = WordKey("half")
  private static let quarter = WordKey("quarter")
  private static let past = WordKey("past")
  private static let to = WordKey("to")
  private static let minutes = ["ten", "twenty", "five", "twenty-five"].map { WordKey($0) }
  private static let setengah = WordKey("setengah")
  private static let belas = WordKey("belas")
  private static let partsOfDay = ["pagi", "siang", "sore", "malam"].map { WordKey($0) }
}
