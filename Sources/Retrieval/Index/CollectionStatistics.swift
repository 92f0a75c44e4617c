import Model
import SegmentFormat
import TextAnalysis

/// The counts over all segments of each language, without deleted passages.
struct CollectionStatistics {
  struct LanguageStatistics {
    var language: Language
    /// The place of the language among all languages of the index.
    fileprivate(set) var place = 0
    var passageCount = 0
    /// The inverse document frequency of a term that no passage contains.
    fileprivate(set) var greatestIDF = 0.0
    /// The number of terms in all passages.
    var totalLength: UInt64 = 0
    /// The indices of the language's segments.
    var segments: [Int] = []
    /// The counts of the collection that the passages were taken from, or nil if they are all of
    /// it.
    var outer: OuterStatistics.Counts?

    var meanLength: Double {
      outer?.meanLength ?? (passageCount == 0 ? 1 : Double(totalLength) / Double(passageCount))
    }

    /// Returns the number of passages that contain a term.
    ///
    /// - Parameters:
    ///   - form: The form of the term.
    ///   - term: The letters of the term.
    ///   - held: The number of passages in the index that contain it.
    func frequency(_ form: TermForm, _ term: String, held: Int) -> Int {
      guard let outer else { return held }
      return max(outer.frequency(form, term) ?? 0, held)
    }
  }

  private(set) var languages: [LanguageStatistics] = []
  /// The number of passages in the index.
  private(set) var passageCount = 0
  /// The counts of the collection that the passages were taken from, or nil if they are all of it.
  let outer: OuterStatistics?

  /// The counts of a language, or nil if it has no passages.
  subscript(language: Language) -> LanguageStatistics? {
    languages.first { $0.language == language }
  }

  init(_ segments: [SegmentFile], _ deletions: [Deletions?], outer: OuterStatistics? = nil) {
    self.outer = outer
    for (index, segment) in segments.enumerated() {
      let properties = segment.properties
      let passages = properties.passageCount - (deletions[index]?.passageCount ?? 0)
      guard passages > 0 else { continue }
      let language = Language(rawValue: properties.language)
      let place = languages.firstIndex { $0.language == language } ?? languages.count
      if place == languages.count { languages.append(LanguageStatistics(language: language)) }
      languages[place].passageCount += passages
      languages[place].totalLength +=
        properties.totalLength - (deletions[index]?.totalLength ?? 0)
      languages[place].segments.append(index)
      passageCount += passages
    }
    for place in languages.indices {
      guard let counts = outer?.languages[languages[place].language] else { continue }
      languages[place].outer = counts
      languages[place].passageCount = max(counts.passageCount, languages[place].passageCount)
    }
    languages.sort { $0.language.rawValue < $1.language.rawValue }
    for place in languages.indices {
      languages[place].place = place
      languages[place].greatestIDF = inverseDocumentFrequency(
        0, of: languages[place].passageCount)
    }
  }
}
