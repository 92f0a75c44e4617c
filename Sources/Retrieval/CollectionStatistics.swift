import Model
import SegmentFormat
import TextAnalysis

/// Counts over all segments of a language, deleted passages left out.
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

  init(_ segments: [SegmentFile], _ deletions: [Deletions?]) {
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
    languages.sort { $0.language.rawValue < $1.language.rawValue }
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
