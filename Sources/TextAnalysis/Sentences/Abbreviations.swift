import Bytes

/// Determines which periods belong to the word before them and do not end a sentence.
enum Abbreviations {
  /// The kinds of abbreviations, as marks of the words in `table`.
  private enum Mark {
    /// The abbreviation always precedes a name.
    static let title: UInt16 = 1
    /// The word is an abbreviation if a digit follows.
    static let beforeNumber: UInt16 = 2
    /// The abbreviation may also end a sentence.
    static let anywhere: UInt16 = 4
  }

  private static let table: WordTable = {
    var table = WordTable(capacity: 256)
    table.insert(titles, mark: Mark.title)
    table.insert(wordsBeforeNumbers, mark: Mark.beforeNumber)
    table.insert(others, mark: Mark.anywhere)
    return table
  }()

  private static let titles: StaticString = """
    mr mrs ms messrs dr prof rev hon gen sen rep gov pres capt cmdr cpt lt col sgt maj adm supt
    mt vs viz approx
    ir drs dra drg apt tn ny nn sdr sdri bpk yth hj kh tgk jl jln jend letjen mayjen brigjen
    kol kapt letkol lettu letda inf kav pnb kompol ipda akp kab kec kel kep dsn mgr
    pdt ust moh muh abd alm almh ste
    """

  private static let wordsBeforeNumbers: StaticString = """
    no nos nr art sec sect ch fig figs eq eqs vol vols p pp pg par ps tel ext ver op
    hlm hal ay ps bab jil thn tgl telp rp rt rw gg blok
    """

  private static let others: StaticString = """
    inc co corp ltd llc plc bros dept univ assn intl st ave blvd rd jr sr esq ft
    etc al ca ed eds est fl lit cf skt seb sek sdn bhd
    mon tue tues wed thu thur thurs fri sat
    jan feb mar apr jun jul aug sep sept oct nov dec
    agt agst okt nop des peb
    dll dsb dst dkk tbk pt cv ud
    """

  /// Words that begin sentences far more often than they follow an abbreviation inside one.
  private static let sentenceStarters: WordTable = {
    var table = WordTable(capacity: 512)
    table.insert(FunctionWords.english, mark: 1)
    table.insert(FunctionWords.indonesian, mark: 1)
    return table
  }()

  /// Returns whether the single period at `period` belongs to the word before it.
  ///
  /// - Parameters:
  ///   - period: The offset of the period.
  ///   - text: The text.
  ///   - start: The start of the sentence.
  ///   - next: The first offset after the period and the white space that follows it.
  static func absorbsPeriod(
    at period: Int, in text: ByteView, from start: Int, next: Int
  ) -> Bool {
    var wordStart = period
    var letters = 0
    var hasInnerPeriod = false
    let limit = max(start, period - 16)
    while wordStart > limit {
      let byte = text[wordStart - 1]
      if byte.isASCIILetter {
        letters += 1
      } else if byte == UInt8(ascii: "."), letters > 0 {
        hasInnerPeriod = true
      } else {
        break
      }
      wordStart -= 1
    }
    // A longer word, or one that contains digits, letters beyond ASCII or an apostrophe (don't), is
    // not an abbreviation.
    guard letters > 0, wordStart == start || !text.isInsideWord(wordStart) else {
      return false
    }
    if letters == 1 || hasInnerPeriod && isAcronym(wordStart..<period, in: text) {
      return !startsSentence(at: next, in: text)
    }
    if letters < 5, !hasInnerPeriod, isWithoutVowels(wordStart..<period, in: text) {
      return !startsSentence(at: next, in: text)
    }
    let mark = mark(of: wordStart..<period, in: text, from: table)
    if mark & Mark.title != 0 { return true }
    if mark & Mark.beforeNumber != 0, text[next].isASCIIDigit { return true }
    return mark & Mark.anywhere != 0 && !startsSentence(at: next, in: text)
  }

  /// Returns whether a word is an abbreviation by its letters, as `Bd.` and `Ns.` before a name: a
  /// capital and small consonants.
  private static func isWithoutVowels(_ range: Range<Int>, in text: ByteView) -> Bool {
    guard text[range.lowerBound].isASCIIUpper else { return false }
    for index in range {
      let byte = text[index]
      if index > range.lowerBound, byte.isASCIIUpper { return false }
      switch byte.asciiLowercased {
      case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
        UInt8(ascii: "u"), UInt8(ascii: "y"):
        return false
      default: continue
      }
    }
    return true
  }

  /// Returns whether all parts have at most four letters, as in U.S, M.Si or Ph.D.
  private static func isAcronym(_ range: Range<Int>, in text: ByteView) -> Bool {
    var length = 0
    for index in range {
      length = text[index] == UInt8(ascii: ".") ? 0 : length + 1
      if length > 4 { return false }
    }
    return true
  }

  /// Returns whether the word at `index` is a capitalized function word but not an initial.
  private static func startsSentence(at index: Int, in text: ByteView) -> Bool {
    guard text[index].isASCIIUpper else { return false }
    var end = index + 1
    while end - index < 16, text[end].isASCIILetter { end += 1 }
    guard text[end] != UInt8(ascii: "."), !text[end].isASCIIDigit, text[end] < 0x80 else {
      return false
    }
    return mark(of: index..<end, in: text, from: sentenceStarters) != 0
  }

  private static func mark(
    of range: Range<Int>, in text: ByteView, from table: WordTable
  ) -> UInt16 {
    var word = InlineArray<16, UInt8>(repeating: 0)
    guard range.count <= word.count else { return 0 }
    for (place, index) in range.enumerated() { word[place] = text[index].asciiLowercased }
    return table.mark(of: word.span.extracting(first: range.count))
  }
}
