/// The words that recognizers and the question classifier know, in English and Indonesian.
struct Lexicon: Sendable {
  static let shared = Lexicon()

  private var classes = WordMarks(capacity: 2000)
  /// The index of a word's value among `numbers`, from 1.
  private var values = WordMarks(capacity: 500)
  private var numbers: [Double] = []

  private init() {
    numbers.reserveCapacity(320)
    add(WordLists.englishFunction, [.function, .englishFunction])
    add(WordLists.indonesianFunction, [.function, .indonesianFunction])
    add(WordLists.particles, .particle)
    add(WordLists.conjunctions, [.conjunction, .function])
    add(WordLists.months, .month)
    add(WordLists.weekdays, .weekday)
    add(WordLists.scales, .scale)
    add(WordLists.cardinals, .cardinal)
    add(WordLists.multipliers, .multiplier)
    add(WordLists.ordinals, .ordinal)
    add(WordLists.currencySigns, .currencySign)
    add(WordLists.currencyNames, .currencyName)
    add(WordLists.percent, .percent)
    add(WordLists.timeUnits, .timeUnit)
    add(WordLists.measures, .measure)
    add(WordLists.centuries, .century)
    add(WordLists.eras, .era)
    add(WordLists.placeCues, .placeCue)
    add(WordLists.copulas, .copula)
    add(WordLists.anaphors, .anaphor)
    add(WordLists.reasonCues, .reasonCue)
    add(WordLists.roles, .role)
    add(WordLists.abbreviations, .abbreviation)
    add(WordLists.honorifics, .honorific)
    add(WordLists.institutions, .institution)
    add(WordLists.quantities, .quantity)
    add(WordLists.yearCues, .yearCue)
    add(WordLists.unitSuffixes, .unitSuffix)
    add(WordLists.geographic, .geographic)
    add(WordLists.beginnings, .beginning)
    add(WordLists.endings, .ending)
    add(WordLists.agentCues, .agentCue)
    add(WordLists.references, .reference)
    add(WordLists.negations, .negation)
    add(WordLists.clockCues, .clockCue)
    add(WordLists.clockSuffixes, .clockSuffix)
    add(WordLists.noons, .noon)
    add(WordLists.fractionParts, .fractionPart)
    add(WordLists.vagueAmounts, .vagueAmount)
    add(WordLists.timesOfYear, .timeOfYear)
    add(WordLists.clauseOpeners, .clauseOpener)
  }

  @inline(__always)
  func classes(of word: WordKey) -> WordClass { WordClass(rawValue: classes[word]) }

  /// Returns the value of a word in its class, or 0 if it has none.
  func value(of word: WordKey) -> Double {
    let place = values[word]
    return place == 0 ? 0 : numbers[Int(place) - 1]
  }

  /// Adds a list of `word` or `word=value`.
  private mutating func add(_ list: StaticString, _ classes: WordClass) {
    var reader = WordListReader(list)
    while let (word, mark) = reader.next() {
      self.classes.insert(word, mark: classes.rawValue)
      guard mark == UInt8(ascii: "=") else { continue }
      let number = reader.number()
      let place = values[word]
      if place > 0 {
        numbers[Int(place) - 1] = number
      } else {
        numbers.append(number)
        values.insert(word, mark: UInt64(numbers.count))
      }
    }
  }
}

/// The classes of a word; a word may belong to several (`May`, `second`).
struct WordClass: OptionSet, Sendable, Hashable {
  let rawValue: UInt64

  /// Articles, pronouns, prepositions, conjunctions and auxiliaries, which are not names by
  /// themselves.
  static let function = WordClass(rawValue: 1 << 0)
  /// Occurs inside names: *of*, *de*, *bin*.
  static let particle = WordClass(rawValue: 1 << 1)
  /// Joins names: *and*, *dan*.
  static let conjunction = WordClass(rawValue: 1 << 2)
  static let month = WordClass(rawValue: 1 << 3)
  static let weekday = WordClass(rawValue: 1 << 4)
  /// *million*, *juta*; the value is the factor.
  static let scale = WordClass(rawValue: 1 << 5)
  /// *five*, *lima*.
  static let cardinal = WordClass(rawValue: 1 << 6)
  /// *hundred*, *puluh*: multiplies the words before it.
  static let multiplier = WordClass(rawValue: 1 << 7)
  /// *fourth*, *keempat*.
  static let ordinal = WordClass(rawValue: 1 << 8)
  /// Before a number: *Rp*, *USD*.
  static let currencySign = WordClass(rawValue: 1 << 9)
  /// After a number: *dollars*, *rupiah*.
  static let currencyName = WordClass(rawValue: 1 << 10)
  static let percent = WordClass(rawValue: 1 << 11)
  /// *years*, *tahun*; the value is in days.
  static let timeUnit = WordClass(rawValue: 1 << 12)
  /// *km*, *hektare*.
  static let measure = WordClass(rawValue: 1 << 13)
  static let century = WordClass(rawValue: 1 << 14)
  /// *BC*, *SM*.
  static let era = WordClass(rawValue: 1 << 15)
  /// A capitalized word after it is likely a place: *in*, *di*, *kota*.
  static let placeCue = WordClass(rawValue: 1 << 16)
  /// *is*, *adalah*.
  static let copula = WordClass(rawValue: 1 << 17)
  /// Refers to something mentioned before: *he*, *this*, *ia*, *hal*.
  static let anaphor = WordClass(rawValue: 1 << 18)
  /// *because*, *karena*.
  static let reasonCue = WordClass(rawValue: 1 << 19)
  /// *president*, *menteri*: the role of someone rather than the name.
  static let role = WordClass(rawValue: 1 << 20)
  /// An abbreviation whose full stop does not end a name: *Dr*, *St*, *Prof*.
  static let abbreviation = WordClass(rawValue: 1 << 21)
  /// *Mr*, *Pak*: a person's name follows.
  static let honorific = WordClass(rawValue: 1 << 22)
  /// *University*, *Kementerian*, *Ltd*: part of the name of an organization.
  static let institution = WordClass(rawValue: 1 << 23)
  /// *half*, *setengah*, *dozen*.
  static let quantity = WordClass(rawValue: 1 << 24)
  /// After a unit: *persegi*, *kubik*.
  static let unitSuffix = WordClass(rawValue: 1 << 26)
  /// A country, a continent, a people or a faith, but not a person.
  static let geographic = WordClass(rawValue: 1 << 27)
  /// *born*, *founded*, *dimulai*: indicates the first of two dates.
  static let beginning = WordClass(rawValue: 1 << 28)
  /// *died*, *ended*, *berakhir*: indicates the last of two dates.
  static let ending = WordClass(rawValue: 1 << 29)
  /// *by*, *oleh*: the agent follows.
  static let agentCue = WordClass(rawValue: 1 << 30)
  /// *year*, *tahun*: the number after it is a year.
  static let yearCue = WordClass(rawValue: 1 << 25)

  /// *section*, *Pasal*, *version*: the number after it is a reference, not an amount.
  static let reference = WordClass(rawValue: 1 << 31)
  /// *not*, *no longer*, *bukan*.
  static let negation = WordClass(rawValue: 1 << 32)
  /// *at*, *pukul*: a time of day may follow.
  static let clockCue = WordClass(rawValue: 1 << 33)
  /// *pm*, *WIB*: a time of day precedes.
  static let clockSuffix = WordClass(rawValue: 1 << 34)
  /// *noon*, *midnight*: a time of day by itself.
  static let noon = WordClass(rawValue: 1 << 35)
  /// *thirds*, *perempat*: the denominator of a fraction; the value is the share.
  static let fractionPart = WordClass(rawValue: 1 << 36)
  /// *hundreds*, *ratusan*: an inexact amount.
  static let vagueAmount = WordClass(rawValue: 1 << 37)
  /// *summer*, *awal*: part of a year.
  static let timeOfYear = WordClass(rawValue: 1 << 38)

  /// A function word of English. Words such as `Dan` are a name in one language only.
  static let englishFunction = WordClass(rawValue: 1 << 39)
  /// A function word of Indonesian.
  static let indonesianFunction = WordClass(rawValue: 1 << 40)
  /// Begins another clause: *but*, *who*, *sedangkan*.
  static let clauseOpener = WordClass(rawValue: 1 << 41)

  /// The classes whose words have a value.
  static let valued: WordClass = [
    .month, .scale, .cardinal, .multiplier, .ordinal, .timeUnit, .currencySign, .currencyName,
    .measure, .quantity, .fractionPart, .vagueAmount,
  ]
}
