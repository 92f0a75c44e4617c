import Retrieval

/// How well what is cited supports what was asked.
struct Judgement {
  var verdict: Verdict
  /// 0…1.
  var support: Double
  var missing: [String]
}

extension EvidenceReader {
  /// Judges the first choice by the answer that a recogniser found in it; `second` is the score of
  /// the best sentence of another passage.
  func judgement(
    of choice: CitationChooser.Choice, answer: AnswerSpan?, second: Double?
  ) -> Judgement {
    let passage = passages[choice.candidate.passage]
    let quoted = passage.support(in: choice.range)
    let document = documentSupport(passage.passage.document.id)
    let carried = share { term in
      max(
        quoted[term], VerdictRule.inDocument * document[term],
        VerdictRule.inContext * passage.context[term],
        VerdictRule.inPassage * passage.support[term])
    }
    var missing: [String] = []
    var lacksEntity = false
    for (index, term) in question.terms.enumerated()
    where quoted[index] == 0 && passage.context[index] == 0 && passage.support[index] == 0 {
      missing.append(term.text)
      if term.isEntity { lacksEntity = true }
    }
    let own = share { quoted[$0] }
    let type = typeFound(answer)
    let heaviest =
      question.terms.indices.filter { quoted[$0] == 0 }.map { question.terms[$0].weight }.max() ?? 0
    let held = 1 - min(1, VerdictRule.heaviestMissing * heaviest / question.totalWeight)
    let support =
      VerdictRule.supportOwn * own + VerdictRule.supportCarried * carried
      + VerdictRule.supportGap * (second.map { min(1, choice.candidate.score - $0) } ?? 1)
      + VerdictRule.supportType * type + VerdictRule.supportHeaviest * held
    let verdict: Verdict
    if carried < VerdictRule.leastRelated {
      verdict = .none
    } else if lacksEntity || type == 0 || carried < VerdictRule.leastAnswered
      || own < VerdictRule.leastOwn
    {
      verdict = .related
    } else {
      verdict = .answered
    }
    return Judgement(
      verdict: verdict, support: lacksEntity ? support * VerdictRule.lackingEntity : support,
      missing: missing)
  }

  /// For each term the strongest match in the passages read of a document.
  private func documentSupport(_ id: String) -> [Double] {
    var support = [Double](repeating: 0, count: question.terms.count)
    for passage in passages where passage.passage.document.id == id {
      for index in support.indices { support[index] = max(support[index], passage.support[index]) }
    }
    return support
  }

  /// 1 where the type has no test; how sure the recogniser is where it has one.
  private func typeFound(_ answer: AnswerSpan?) -> Double {
    if let answer { return answer.confidence }
    switch expected.type {
    case .number, .money, .percentage, .duration, .date, .person, .acronym: return 0
    case .place, .organization, .choice, .definition, .reason: return 0.5
    case .method, .yesNo, .other: return 0.5
    }
  }
}
