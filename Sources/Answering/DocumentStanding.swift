import Model
public import Retrieval

/// The outcome of the choice of an answer's sentences for a document.
public struct DocumentStanding: Sendable, Equatable {
  public enum Outcome: Sendable, Equatable {
    /// The document is cited, with this rank.
    case cited(Int)
    /// The question is about an article itself, and only the line that states it is cited.
    case stated
    /// None of its passages was read.
    case unread
    /// The passages found only state its author or date, or are boilerplate.
    case unquotable
    /// None of its sentences contains a word of the question.
    case wordless
    /// Better sentences are cited. The value is the place of its best sentence among all, from 1.
    case outscored(Int)
    /// Its best sentence duplicates the citation of this rank.
    case duplicate(Int)
    /// Nothing is cited: the evidence supports too little of the question.
    case refused
  }

  public var outcome: Outcome
  /// The type of answer that the question asks for.
  public var type: QuestionType
  /// The best sentence of the document, as it is or would be cited.
  public var sentence: Citation?
  /// The last citation of the answer, which the sentence had to beat.
  public var last: Citation?
}

extension Answerer {
  /// Returns why a document is or is not among the `top` citations. The other parameters are those
  /// of `answer(_:from:top:)`.
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
    guard let evidence = read(ranked, for: question, top: top) else { return standing }
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
