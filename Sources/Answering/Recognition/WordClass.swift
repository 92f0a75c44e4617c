/// What a word is known for; a word may be known for several things (`May`, `second`).
struct WordClass: OptionSet, Sendable, Hashable {
  let rawValue: UInt32

  /// Articles, pronouns, prepositions, conjunctions, auxiliaries: no name by themselves.
  static let function = WordClass(rawValue: 1 << 0)
  /// Stands inside names: *of*, *de*, *bin*.
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
  /// A capitalised word after it is likely a place: *in*, *di*, *kota*.
  static let placeCue = WordClass(rawValue: 1 << 16)
  /// *is*, *adalah*.
  static let copula = WordClass(rawValue: 1 << 17)
  /// Points at something said before: *he*, *this*, *ia*, *hal*.
  static let anaphor = WordClass(rawValue: 1 << 18)
  /// *because*, *karena*.
  static let reasonCue = WordClass(rawValue: 1 << 19)
  /// *president*, *menteri*: what someone is, not what someone is called.
  static let role = WordClass(rawValue: 1 << 20)
  /// An abbreviation whose full stop ends no name: *Dr*, *St*, *Prof*.
  static let abbreviation = WordClass(rawValue: 1 << 21)
  /// *Mr*, *Pak*: a person's name follows.
  static let honorific = WordClass(rawValue: 1 << 22)
  /// *University*, *Kementerian*, *Ltd*: part of the name of an organization.
  static let institution = WordClass(rawValue: 1 << 23)
  /// *half*, *setengah*, *dozen*.
  static let quantity = WordClass(rawValue: 1 << 24)
  /// After a unit: *persegi*, *kubik*.
  static let unitSuffix = WordClass(rawValue: 1 << 26)
  /// A country, a continent, a people, a faith: no person.
  static let geographic = WordClass(rawValue: 1 << 27)
  /// *born*, *founded*, *dimulai*: the first of two dates.
  static let beginning = WordClass(rawValue: 1 << 28)
  /// *died*, *ended*, *berakhir*: the last of two dates.
  static let ending = WordClass(rawValue: 1 << 29)
  /// *by*, *oleh*: who did it follows.
  static let agentCue = WordClass(rawValue: 1 << 30)
  /// *year*, *tahun* before a number makes it a year.
  static let yearCue = WordClass(rawValue: 1 << 25)

  /// The classes whose words have a value.
  static let valued: WordClass = [
    .month, .scale, .cardinal, .multiplier, .ordinal, .timeUnit, .currencySign, .currencyName,
    .measure,
  ]
}
