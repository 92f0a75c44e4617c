import Bytes
public import Model
import SegmentFormat

/// The frequencies of stems.
extension Searcher {
  /// Returns the number of passages of a language that contain a stem, and the number of all
  /// passages of the language. If the language has no passages, the result is 0 and the number of
  /// all passages.
  public func frequency(
    ofStem stem: String, in language: Language
  ) throws(IndexError) -> (passages: Int, total: Int) {
    guard let statistics = index.statistics[language] else {
      let counts = index.statistics.outer?.languages[language]
      return (counts?.stems[stem] ?? 0, counts?.passageCount ?? index.passageCount)
    }
    return (try terms.frequency(.stem, stem, in: statistics), statistics.passageCount)
  }

  /// Returns the most frequent stems of a language, without stop words, each with the number of
  /// passages that contain it. Deleted passages still count.
  ///
  /// - Complexity: O(*n* log *n*), where *n* is the number of stems.
  public func mostFrequentStems(
    in language: Language, limit: Int
  ) throws(IndexError) -> [(stem: String, passages: Int)] {
    let statistics = index.statistics[language]
    var frequencies: [String: Int] = [:]
    for number in statistics?.segments ?? [] {
      let segment = index.segments[number]
      do throws(FormatError) {
        try segment.terms.forEachTerm(
          form: .stem, prefix: UnsafeRawBufferPointer(start: nil, count: 0)
        ) { term, entry in
          frequencies[String(decoding: term, as: UTF8.self), default: 0] += entry.documentFrequency
          return true
        }
      } catch {
        throw .format(error.inSection(SegmentLayout.Section.terms.name).inFile(segment.path))
      }
    }
    let ranked = frequencies.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
    return ranked.prefix(limit).map { (stem: $0.key, passages: $0.value) }
  }
}
