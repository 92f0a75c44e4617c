import Model
import SegmentFormat
import TextAnalysis

/// The counts over all segments of each language, without deleted passages.
struct CollectionStatistics {
  struct LanguageStatistics {
    var language: Language
    var passageCount = 0
    /// The number of terms in all passages.
    var totalLength: UInt64 = 0
    /// The indices of the language's segments.
    var segments: [Int] = []

    var meanLength: Double {
      passageCount == 0 ? 1 : Double(totalLength) / Double(passageCount)
    }
  }

  private(set) var languages: [LanguageStatistics] = []
  private(set) var passageCount = 0

  /// The counts of a language, or nil if it has no passages.
  subscript(language: Language) -> LanguageStatistics? {
    languages.first { $0.language == language }
  }

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
