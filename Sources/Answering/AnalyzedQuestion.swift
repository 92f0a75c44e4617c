import Model
public import Retrieval
import TextAnalysis

/// A question as it is answered: what it asks for, its terms, and the passages that were read for
/// it, each once, however many stages look at them. For one thread, and one question only.
public final class AnalyzedQuestion {
  public let query: Query
  let expected: ExpectedAnswer
  let terms: QuestionTerms
  let extractor: AnswerExtractor
  private let stems: StemReaders
  private var evidence: [PassageEvidence] = []

  init(
    _ query: Query, _ expected: ExpectedAnswer, statistics: some TermStatistics, stems: StemReaders
  ) {
    self.query = query
    self.expected = expected
    self.stems = stems
    terms = QuestionTerms(
      query, expected: expected, statistics: statistics, stems: stems[query.language])
    extractor = AnswerExtractor(question: terms, expected: expected)
  }

  /// The query with which passages are searched for an answer: the question's words, and stems that
  /// are related to them.
  public var answerQuery: Query {
    var query = query
    query.related = terms.searchedStems
    return query
  }

  /// The passage with the question's words in it.
  func evidence(in passage: StoredPassage) -> PassageEvidence {
    if let known = evidence.first(where: { $0.passage === passage })
      ?? evidence.first(where: { $0.passage.isSame(as: passage) })
    {
      return known
    }
    let stems = stems[passage.language]
    let read = PassageEvidence(passage, matcher: terms.matcher(for: stems), stems: stems)
    evidence.append(read)
    return read
  }
}

extension StoredPassage {
  /// Returns whether both are the same place in the same document.
  fileprivate func isSame(as other: StoredPassage) -> Bool {
    byteOffset == other.byteOffset && field == other.field && document.id == other.document.id
  }
}
