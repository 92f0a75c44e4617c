import Library
import Model
import Retrieval

/// The most frequent stems of an index, in the format in which `CWordFrequencies` stores them:
/// lines `stem count`, sorted by the bytes of the stems, with counts per 100,000 passages.
struct FrequencyTable {
  /// The maximum number of stems. More stems gained nothing.
  private static let limit = 5000
  private static let scale = 100_000.0

  let text: String

  init(index folder: String, language: Language) throws(TrainingFailure) {
    do throws(IndexError) {
      let searcher = Searcher(try Library(.folder(folder)).index)
      let total = try searcher.frequency(ofStem: "", in: language).total
      let stems = try searcher.mostFrequentStems(in: language, limit: Self.limit)
      let lines = stems.map { stem, passages in
        let share = Double(passages) / Double(max(total, 1))
        return (stem, Int((Self.scale * share).rounded()))
      }
      text =
        lines.filter { $0.1 > 0 }.sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
        .map { "\($0) \($1)\n" }.joined()
    } catch {
      throw .index(error)
    }
  }
}
