/// The words that recognisers and question typing know, in English and Indonesian.
struct Lexicon: Sendable {
  static let shared = Lexicon()

  private var classes = WordMarks(capacity: 1400)
  /// Where a word's value stands among `numbers`, from 1.
  private var values = WordMarks(capacity: 320)
  private var numbers: [Double] = []

  private init() {
    numbers.reserveCapacity(320)
    add(WordLists.function, .function)
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
  }

  @inline(__always)
  func classes(of word: WordKey) -> WordClass { WordClass(rawValue: classes[word]) }

  /// What a word counts for in its class; 0 where that says nothing.
  func value(of word: WordKey) -> Double {
    let place = values[word]
    return place == 0 ? 0 : numbers[Int(place) - 1]
  }

  /// Takes a list of `word` or `word=value`.
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
        values.insert(word, mark: UInt32(numbers.count))
      }
    }
  }
}
