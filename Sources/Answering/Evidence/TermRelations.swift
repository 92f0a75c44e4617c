/// The stems that are related to a question's words by ``RelatedStems``.
struct TermRelations: Sendable {
  /// A stem, with a term of the question that it is related to.
  struct Relation: Sendable {
    var stem: [UInt8]
    /// The index of the term.
    var term: Int
    /// 0…1.
    var strength: Double
  }

  /// The relations, each stem once for each term.
  let stems: [Relation]
  /// The index of each stem's entry, from 1.
  private var places: WordMarks
  private var entries: [TermTranslations.Entry] = []

  init(_ stems: [Relation]) {
    self.stems = stems
    places = WordMarks(capacity: stems.count)
    for relation in stems {
      let key = WordKey(relation.stem.span)
      let place = Int(places[key])
      if place > 0 {
        entries[place - 1].terms |= 1 << UInt64(relation.term)
        entries[place - 1].strength = max(entries[place - 1].strength, relation.strength)
      } else {
        entries.append(
          TermTranslations.Entry(terms: 1 << UInt64(relation.term), strength: relation.strength))
        places.insert(key, mark: UInt64(entries.count))
      }
    }
  }

  /// The terms that a stem is related to.
  @inline(__always)
  subscript(stem: WordKey) -> TermTranslations.Entry? {
    let place = places[stem]
    return place == 0 ? nil : entries[Int(place) - 1]
  }
}
