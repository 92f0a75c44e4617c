/// The words that recognisers and question typing know, in English and Indonesian.
struct Lexicon: Sendable {
  struct Entry: Sendable {
    var classes: WordClass = []
    var value: Double = 0
  }

  static let shared = Lexicon()

  private var entries: [WordKey: Entry] = [:]

  private init() {
    entries.reserveCapacity(1024)
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

  subscript(key: WordKey) -> Entry { entries[key] ?? Entry() }

  /// Takes a list of `word` or `word=value`, parted by white space.
  private mutating func add(_ list: String, _ classes: WordClass) {
    for item in list.split(whereSeparator: \.isWhitespace) {
      let parts = item.split(separator: "=", maxSplits: 1)
      let key = WordKey(parts[0])
      entries[key, default: Entry()].classes.formUnion(classes)
      if parts.count == 2, let value = Double(parts[1]) {
        entries[key]?.value = value
      }
    }
  }
}
