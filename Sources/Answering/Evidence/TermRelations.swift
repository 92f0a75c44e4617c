/// The words that are related to a question's words, in passages of its own language.
struct TermRelations {
  /// The words that ``RelatedWords`` relates to terms.
  let words: [(words: [KnownWords.RelatedWord], term: Int)]
  /// The stems that ``RelatedStems`` relates to terms.
  let stems: [(stems: [RelatedStems.Relation], term: Int)]
  /// The bit set of the terms of each of ``words``, and of its stem.
  private var termsOfWords: WordMarks?
  /// The index of the entry of each of ``stems``, from 1.
  private var placesOfStems: WordMarks?
  private var entries: [TermTranslations.Entry] = []

  /// The strength of a relation that ``RelatedWords`` holds.
  static let strengthOfWords = 0.5

  init(
    words: [(words: [KnownWords.RelatedWord], term: Int)],
    stems: [(stems: [RelatedStems.Relation], term: Int)]
  ) {
    self.words = words
    self.stems = stems
    if !words.isEmpty { termsOfWords = Self.terms(of: words) }
    if !stems.isEmpty { addEntries() }
  }

  private static func terms(
    of words: [(words: [KnownWords.RelatedWord], term: Int)]
  ) -> WordMarks {
    var terms = WordMarks(capacity: words.reduce(0) { $0 + 2 * $1.words.count })
    for (words, term) in words {
      for index in words.indices {
        terms.insert(words[index].surface, mark: 1 << UInt64(term))
        terms.insert(words[index].stem, mark: 1 << UInt64(term))
      }
    }
    return terms
  }

  private mutating func addEntries() {
    let count = stems.reduce(0) { $0 + $1.stems.count }
    var places = WordMarks(capacity: count)
    entries.reserveCapacity(count)
    for (stems, term) in stems {
      for index in stems.indices {
        let place = Int(places[stems[index].key])
        if place > 0 {
          entries[place - 1].terms |= 1 << UInt64(term)
          entries[place - 1].strength = max(entries[place - 1].strength, stems[index].strength)
        } else {
          entries.append(
            TermTranslations.Entry(terms: 1 << UInt64(term), strength: stems[index].strength))
          places.insert(stems[index].key, mark: UInt64(entries.count))
        }
      }
    }
    placesOfStems = places
  }

  /// Returns the terms that ``RelatedWords`` relates a word or its stem to.
  @inline(__always)
  func entry(surface: WordKey, stem: WordKey) -> TermTranslations.Entry? {
    guard let termsOfWords else { return nil }
    var terms = termsOfWords[surface]
    if terms == 0 { terms = termsOfWords[stem] }
    return terms == 0 ? nil : TermTranslations.Entry(terms: terms, strength: Self.strengthOfWords)
  }

  /// Returns the terms that ``RelatedStems`` relates a stem to.
  @inline(__always)
  func entry(ofStem stem: WordKey) -> TermTranslations.Entry? {
    guard let place = placesOfStems?[stem], place > 0 else { return nil }
    return entries[Int(place) - 1]
  }
}
