public import Retrieval
import TextAnalysis

extension Answerer {
  /// The dates or amounts in sentences about a topic; `ranked` is best first.
  ///
  /// A sentence is about the topic where it has a word of it, and together with title and headings
  /// at least half of it by weight. One that several passages share is listed once.
  public func facts(
    _ kind: FactKind, about topic: Query, from ranked: [RankedPassage]
  ) -> FactTable {
    let question = QuestionTerms(
      topic, expected: classifier.questionType(of: topic), statistics: statistics
    ) { _ in false }
    let finder = FactFinder(kind: kind)
    var sentences: [Citation] = []
    var facts: [Fact] = []
    var seen: Set<String> = []
    for item in ranked where item.passage.role == .body && !question.isEmpty {
      let passage = PassageEvidence(
        item.passage, relativeScore: 1, matcher: question.matcher(for: item.passage.language),
        analyzer: analyzers.analyzer(for: item.passage.language))
      for sentence in passage.sentences where passage.isAbout(question, in: sentence) {
        let found = finder.facts(
          in: passage.bytes, sentence: sentence, language: item.passage.language,
          citation: sentences.count)
        guard !found.isEmpty else { continue }
        let citation = CitationBuilder.citation(
          of: passage, range: sentence, rank: sentences.count + 1, score: item.score,
          question: question)
        guard seen.insert(citation.snippet).inserted else { continue }
        sentences.append(citation)
        facts += found
      }
    }
    return FactTable(language: topic.language, found: facts, in: sentences)
  }
}

extension PassageEvidence {
  fileprivate func isAbout(_ question: QuestionTerms, in sentence: Range<Int>) -> Bool {
    guard !matches(in: sentence).isEmpty else { return false }
    let own = support(in: sentence)
    let share = question.terms.indices.reduce(0) {
      $0 + question.terms[$1].weight * max(own[$1], context[$1])
    }
    return 2 * share >= question.totalWeight
  }
}
