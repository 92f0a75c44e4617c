import Model
public import Retrieval

extension Answerer {
  /// Why a document is not among the `top` citations of an answer; all else as for `answer`.
  public func standing(
    of document: String, for question: AnalyzedQuestion, from ranked: [RankedPassage], top: Int
  ) -> DocumentStanding {
    let answer = answer(question, from: ranked, top: top)
    var standing = DocumentStanding(
      outcome: .unread, type: answer.type, last: answer.citations.last)
    if let first = answer.citations.first, first.evidence == nil {
      standing.outcome = first.passage.document.id == document ? .cited(1) : .stated
      return standing
    }
    guard let evidence = read(ranked, for: question) else { return standing }
    let own = Set(
      evidence.passages.indices.filter { evidence.passages[$0].passage.document.id == document })
    guard !own.isEmpty else {
      let isUnquotable = ranked.contains {
        $0.passage.document.id == document && $0.passage.role != .body
      }
      if isUnquotable { standing.outcome = .unquotable }
      return standing
    }
    let candidates = evidence.candidates()
    let chooser = CitationChooser(evidence: evidence)
    let choices = chooser.choices(from: candidates, top: .max)
    guard let best = candidates.firstIndex(where: { own.contains($0.passage) }) else {
      standing.outcome = .wordless
      return standing
    }
    let place = choices.firstIndex { own.contains($0.candidate.passage) }
    let choice = place.map { choices[$0] } ?? chooser.choice(candidates[best])
    standing.sentence = citation(
      of: choice, answer: span(of: choice, evidence), rank: (place ?? best) + 1, evidence)
    if answer.verdict == .none {
      standing.outcome = .refused
    } else if let place {
      standing.outcome = place < top ? .cited(place + 1) : .outscored(place + 1)
    } else if let twin = chooser.twin(of: choice, among: choices) {
      standing.outcome = .duplicate(twin + 1)
    } else {
      standing.outcome = .outscored(best + 1)
    }
    return standing
  }
}
