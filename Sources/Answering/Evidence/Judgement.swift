import Retrieval

/// The judgement of how well the citation supports the question.
struct Judgement {
  var verdict: Verdict
  /// 0…1.
  var support: Double
  var features: SupportFeatures
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
    let lacksEntity = question.terms.indices.contains { term in
      question.terms[term].isEntity && quoted[term] == 0 && !passage.supports(term)
    }
    let own = share { quoted[$0] }
    let type = typeFound(answer)
    var features = SupportFeatures()
    features[.heaviest] = 1 - min(1, VerdictRule.heaviestMissing * heaviestMissing(quoted))
    features[.order] = together(passage.matches(in: choice.range))
    features[.gap] = second.map { min(1, choice.candidate.score - $0) } ?? 1
    features[.numbers] = lacksNumber(quoted) ? 0 : 1
    features[.names] = lacksEntity ? 0 : 1
    let seen = FeatureReader(analyzed).features(of: passage)
    features[.sentence] = seen[.sentence]
    features[.answer] = seen[.answer]
    features[.title] = seen[.title]
    let verdict: Verdict
    if carried < VerdictRule.leastRelated, !missing().isEmpty {
      verdict = .none
    } else if lacksEntity || type == 0 || carried < VerdictRule.leastAnswered
      || own < VerdictRule.leastOwn
    {
      verdict = .related
    } else {
      verdict = .answered
    }
    return Judgement(
      verdict: verdict, support: SupportModel.standard.support(features), features: features)
  }

  /// The share of the question that the heaviest word weighs which is not quoted.
  private func heaviestMissing(_ quoted: [Double]) -> Double {
    let missing = question.terms.indices.filter { quoted[$0] == 0 }
    return (missing.map { question.terms[$0].weight }.max() ?? 0) / question.totalWeight
  }

  private func lacksNumber(_ quoted: [Double]) -> Bool {
    question.terms.indices.contains { quoted[$0] == 0 && question.terms[$0].isNumber }
  }

  /// The words of the question that no passage read supports, in its title and headings neither.
  func missing() -> [String] {
    question.terms.indices
      .filter { term in !passages.contains { $0.supports(term) } }
      .map { question.terms[$0].text }
  }

  /// The nearness of words that are neighbours in the question, weighted by pair,
  /// 0…1; 1 for a question of one word.
  private func together(_ matches: ArraySlice<TermMatch>) -> Double {
    var sum = 0.0
    var total = 0.0
    for term in question.terms.indices.dropLast() {
      let weight = question.terms[term].weight + question.terms[term + 1].weight
      var nearest: Int?
      for first in matches where first.term == term {
        for second in matches where second.term == term + 1 {
          nearest = min(
            nearest ?? .max, abs(second.range.lowerBound - first.range.upperBound))
        }
      }
      total += weight
      guard let nearest else { continue }
      sum += weight * VerdictRule.nearness / (VerdictRule.nearness + Double(nearest))
    }
    return total > 0 ? sum / total : 1
  }

  /// The strongest match for each term in the passages read of a document.
  private func documentSupport(_ id: String) -> [Double] {
    var support = [Double](repeating: 0, count: question.terms.count)
    for passage in passages where passage.passage.document.id == id {
      for index in support.indices { support[index] = max(support[index], passage.support[index]) }
    }
    return support
  }

  /// The recogniser's confidence, or a constant for a type without a test.
  private func typeFound(_ answer: AnswerSpan?) -> Double {
    if let answer { return answer.confidence }
    switch expected.type {
    case .number, .money, .percentage, .duration, .date, .person, .acronym: return 0
    case .place, .organization, .choice, .definition, .reason: return 0.5
    case .method, .yesNo, .other: return 0.5
    }
  }
}

/// When evidence is enough, in one place.
enum VerdictRule {
  /// The strength of a question word in the title or a heading; 1 in the quotation itself.
  static let inContext = 0.8
  /// The strength of a question word elsewhere in the passage.
  static let inPassage = 0.6
  /// The strength of a question word in another passage of the document.
  static let inDocument = 0.4
  /// The least share of the question that must be carried for *answered*.
  static let leastAnswered = 0.5
  /// The least share that the quoted words themselves must hold for it.
  static let leastOwn = 0.25
  /// Below this share nothing is cited, unless each word of the question is in some passage.
  static let leastRelated = 0.25

  /// The factor for the share of the heaviest word that is not quoted, in
  /// `support`: a third of the question reduces the feature to 0.
  static let heaviestMissing = 3.0
  /// Bytes over which the nearness of two words halves.
  static let nearness = 20.0
  /// The factor for a statement's support if a name or year of the question is missing.
  static let lackingEntity = 0.5

  /// The confidence from which words are shown above the sentence. Below it
  /// they are right in one case of four.
  static func leastCertain(_ type: QuestionType) -> Double { type == .choice ? 0.9 : 0.5 }
}
