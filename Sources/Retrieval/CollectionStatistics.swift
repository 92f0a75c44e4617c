import SegmentFormat
import TextAnalysis

/// Counts over all segments of a language.
struct CollectionStatistics {
  struct LanguageStatistics {
    var language: Language
    var passageCount = 0
    /// Terms in all passages.
    var totalLength: UInt64 = 0
    /// Indices of the language's segments.
    var segments: [Int] = []

    var meanLength: Double {
      passageCount == 0 ? 1 : Double(totalLength) / Double(passageCount)
    }
  }

  private(set) var languages: [LanguageStatistics] = []
  private(set) var passageCount = 0

  init(_ segments: [SegmentFile]) {
    for (index, segment) in segments.enumerated() {
      let properties = segment.properties
      let language = Language(rawValue: properties.language)
      let place = languages.firstIndex { $0.language == language } ?? languages.count
      if place == languages.count { languages.append(LanguageStatistics(language: language)) }
      languages[place].passageCount += properties.passageCount
      languages[place].totalLength += properties.totalLength
      languages[place].segments.append(index)
      passageCount += properties.passageCount
    }
  }
}

/// BM25's inverse document frequency in the form that is positive for every term, also one that
/// stands in all of few passages: `ln(1 + (N − df + ½) / (df + ½))` (Lucene's; Robertson's without
/// the 1 is negative above one half).
func inverseDocumentFrequency(_ documentFrequency: Int, of passageCount: Int) -> Double {
  let df = Double(documentFrequency)
  let count = Double(max(passageCount, documentFrequency))
  return logarithm(1 + (count - df + 0.5) / (df + 0.5))
}
