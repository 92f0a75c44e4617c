public import Retrieval
import TextAnalysis

extension Answerer {
  /// The dates or amounts in sentences about a topic; `ranked` is best first.
  ///
  /// A sentence is about the topic where it has a word of it, and together with title and headings
  /// at least half of it by weight. One that several passages share is listed once.
  public func facts(
    _ kind: FactKind, about topic: AnalyzedQuestion, from ranked: [RankedPassage]
  ) -> FactTable {
    let question = topic.terms
    let finder = FactFinder(kind: kind)
    var sentences: [Citation] = []
    var facts: [Fact] = []
    var seen: Set<String> = []
    for item in ranked where item.passage.role == .body && !question.isEmpty {
      let passage = topic.evidence(in: item.passage)
      for (index, sentence) in passage.sentences.enumerated()
      where passage.isAbout(question, inSentence: index) {
        let found = finder.facts(
          in: passage.bytes, sentence: sentence, language: item.passage.language,
          citation: sentences.count)
        guard !found.isEmpty else { continue }
        let citation = CitationBuilder.citation(
          of: passage, range: sentence, rank: sentences.count + 1, score: item.score,
          question: question)
        guard seen.insert(citation.snippet).inserted else { continue }
        sentences.append(citation)
        let start = passage.readable.sourceRange(of: sentence, withMarks: true).lowerBound
        facts += found.map { fact in
          var fact = fact
          fact.mentions = fact.mentions.map { mention in
            let readable =
              (sentence.lowerBound + mention.lowerBound)
              ..<(sentence.lowerBound
              + mention.upperBound)
            let source = passage.readable.sourceRange(of: readable)
            return (source.lowerBound - start)..<(source.upperBound - start)
          }
          return fact
        }
      }
    }
    return FactTable(language: topic.query.language, found: facts, in: sentences)
  }
}

extension PassageEvidence {
  fileprivate func isAbout(_ question: QuestionTerms, inSentence sentence: Int) -> Bool {
    guard !matches(in: sentences[sentence]).isEmpty else { return false }
    let share = question.share { max(support(ofTerm: $0, inSentence: sentence), context[$0]) }
    return 2 * share >= 1
  }
}
