import Model
import Retrieval

/// The judgement of how well the citation supports the question.
struct Judgement {
  var verdict: Verdict
  /// 0…1.
  var support: Double
  var features: SupportFeatures
  /// The share of the question that the quotation, its context and its document carry.
  var carried: Double
}

extension EvidenceReader {
  /// Judges the first choice by the answer that a recogniser found in it; `second` is the score of
  /// the best sentence of another passage.
  func judgement(
    of choice: CitationChooser.Choice, answer: AnswerSpan?, second: Double?
  ) -> Judgement {
    let passage = passages[choice.candidate.passage]
    let quoted = RecordContext(passage: passage).support(around: choice.range)
    let document = documentSupport(passage.passage.document.id)
    let type = typeFound(answer)
    let carried = share { term in
      // The amount itself carries *how tall*.
      let byAnswer = question.terms[term].isFocus && expected.type.hasForm && type >= 0.8
      return max(
        quoted[term], VerdictRule.inDocument * document[term],
        VerdictRule.inContext * passage.context[term],
        VerdictRule.inPassage * passage.support[term], byAnswer ? VerdictRule.byAnswer : 0)
    }
    let missingNames = missingNames(quoted, passage)
    let lacksNumeral = lacksNumeral(passage)
    let own = share { max(quoted[$0], VerdictRule.inContext * passage.context[$0]) }
    var features = SupportFeatures()
    features[.heaviest] = 1 - min(1, VerdictRule.heaviestMissing * heaviestMissing(quoted))
    features[.order] = together(passage.matches(in: choice.range))
    features[.gap] = second.map { min(1, choice.candidate.score - $0) } ?? 1
    features[.numbers] = lacksNumber(quoted) ? 0 : 1
    features[.names] = missingNames > 0 || lacksNumeral ? 0 : 1
    let seen = FeatureReader(analyzed).features(of: passage)
    features[.sentence] = seen[.sentence]
    features[.answer] = seen[.answer]
    features[.title] = seen[.title]
    let support = SupportModel.standard.support(features)
    let verdict: Verdict
    let lacksEvidence =
      carried < VerdictRule.leastRelated && !missing().isEmpty || isByChance(support, carried)
    if lacksEvidence, !isRare(quoted, answer: type) {
      verdict = .none
    } else if missingNames > VerdictRule.mostMissingNames || lacksNumeral
      || type < leastType || carried < VerdictRule.leastAnswered
      || own < VerdictRule.leastOwn || support < VerdictRule.leastSupport
      || expected.type == .yesNo && lacksPredicate(quoted, passage)
      || lacksRestriction(passage, answer: answer)
    {
      verdict = .related
    } else {
      verdict = .answered
    }
    return Judgement(
      verdict: verdict, support: support, features: features, carried: carried)
  }

  /// Returns whether a collection of this size has a passage with so little support for almost any
  /// question.
  private func isByChance(_ support: Double, _ carried: Double) -> Bool {
    question.passageCount >= VerdictRule.manyPassages && support < VerdictRule.leastAmongMany
      && carried < VerdictRule.leastRelatedAmongMany
  }

  /// The least confidence in the words asked for with which a question is answered.
  private var leastType: Double {
    expected.type.isValue ? VerdictRule.leastValue : .leastNonzeroMagnitude
  }

  /// Returns the share of the question's names, by weight, that neither the passage nor what it
  /// stands under holds. A missing name with digits counts as all of them.
  private func missingNames(_ quoted: [Double], _ passage: PassageEvidence) -> Double {
    var missing = 0.0
    var total = 0.0
    for (index, term) in question.terms.enumerated() where term.isEntity {
      total += term.weight
      guard quoted[index] == 0, !passage.supports(index) else { continue }
      if term.isNumber { return 1 }
      missing += term.weight
    }
    return total > 0 ? missing / total : 0
  }

  /// Returns whether the passage lacks a word without which a value answers another question: the
  /// superlative of *the youngest judge*, or what is counted, as in *how many calories* and *how many
  /// tonnes of pears*. The unit of an amount says what is measured.
  private func lacksRestriction(_ passage: PassageEvidence, answer: AnswerSpan?) -> Bool {
    let dimension = answer?.mention?.dimension ?? []
    let isMeasured = !dimension.intersection(.telling).isDisjoint(with: expected.dimensions)
    // *How many people does the recipe serve?* asks for servings, if they are given.
    let isSaid = question.terms.indices.contains {
      !question.terms[$0].isEntity && !question.terms[$0].isLight && passage.supports($0)
    }
    return question.terms.indices.contains { index in
      let term = question.terms[index]
      guard !passage.supports(index) else { return false }
      if term.isSuperlative { return true }
      guard expected.type.isAmount, !term.isLight || !isSaid else { return false }
      if expected.focus.contains(term.place) {
        return !isMeasured || Dimension(askedBy: term.surface).isEmpty
      }
      return !expected.focus.isEmpty && term.place == expected.focus.upperBound + 1
        && analyzed.query.terms[expected.focus.upperBound].surface == "of"
    }
  }

  /// Returns whether the quotation holds the rarest word of the question and a value of the kind
  /// asked for: such a passage is never refused.
  private func isRare(_ quoted: [Double], answer type: Double) -> Bool {
    guard let rarest = question.rarest else { return false }
    return quoted[rarest] > 0 && expected.type.hasForm && type >= 0.8
  }

  /// Returns whether a number of the question, as it is written, is neither in the passage nor in
  /// what it stands under: version 9.9 is not 9.
  private func lacksNumeral(_ passage: PassageEvidence) -> Bool {
    question.numerals.contains { numeral in
      let held =
        [passage.passage.text, passage.passage.document.title?.value ?? ""]
        + passage.passage.headings
      return !held.contains { Array($0.utf8).holdsNumeral(numeral) }
    }
  }

  /// Returns whether a verb or another telling word of a yes/no question is missing: nothing then
  /// shows that the passage is about what was asked.
  private func lacksPredicate(_ quoted: [Double], _ passage: PassageEvidence) -> Bool {
    question.terms.indices.contains { term in
      !question.terms[term].isLight && quoted[term] == 0 && passage.context[term] == 0
        && question.terms[term].weight > VerdictRule.predicate * question.totalWeight
    }
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
      .filter { !QuestionWords.of(question.terms[$0].surface).contains(.present) }
      .map { question.terms[$0].text }
  }

  /// The nearness of words that are neighbours in the question, weighted by pair,
  /// 0…1; 1 for a question of one word.
  private func together(_ matches: ArraySlice<TermMatch>) -> Double {
    var sum = 0.0
    var total = 0.0
    // Texts need not say that something holds at present.
    let terms = question.terms.indices.filter {
      !QuestionWords.of(question.terms[$0].surface).contains(.present)
    }
    for (term, next) in zip(terms, terms.dropFirst()) {
      let weight = question.terms[term].weight + question.terms[next].weight
      var nearest: Int?
      for first in matches where first.term == term {
        for second in matches where second.term == next {
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
  /// The strength of a measure asked for, if an amount of its dimension is quoted.
  static let byAnswer = 0.8
  /// The share of a yes/no question from which a word must be quoted.
  static let predicate = 0.15
  /// The strength of a question word in another passage of the document.
  static let inDocument = 0.4
  /// The least share of the question that must be carried for *answered*.
  static let leastAnswered = 0.5
  /// The least share that the quoted words themselves must hold for it.
  static let leastOwn = 0.4
  /// The least confidence in a value for it.
  static let leastValue = 0.5
  /// The greatest share of the question's names that may be missing for it: texts omit first names
  /// and the country of a town.
  static let mostMissingNames = 0.34
  /// The least support for it: below it the first sentence is seldom the right one.
  static let leastSupport = 0.46
  /// Below this share nothing is cited, unless each word of the question is in some passage.
  static let leastRelated = 0.28
  /// The number of passages from which on some share words with a question by chance.
  static let manyPassages = 500
  /// Below this support nothing is cited from as many passages if less than
  /// ``leastRelatedAmongMany`` is carried: three to five in ten questions about other topics lie
  /// below both, and 1 to 3 % of those that can be answered.
  static let leastAmongMany = 0.26
  /// The share of the question that must be carried with less support than ``leastAmongMany``.
  static let leastRelatedAmongMany = 0.45

  /// The factor for the share of the heaviest word that is not quoted, in
  /// `support`: a third of the question reduces the feature to 0.
  static let heaviestMissing = 3.0
  /// Bytes over which the nearness of two words halves.
  static let nearness = 20.0
  /// The factor for a statement's support if a name or year of the question is missing.
  static let lackingEntity = 0.5

}

extension [UInt8] {
  /// Returns whether the text has a number as a whole token: not `9` of `9.9`, nor `19` of `2019`.
  fileprivate func holdsNumeral(_ numeral: [UInt8]) -> Bool {
    var start = startIndex
    while let found = self[start...].firstRange(of: numeral) {
      let isFree = found.lowerBound == startIndex || !isPartOfNumber(found.lowerBound - 1)
      if isFree, found.upperBound == endIndex || !continuesNumber(at: found.upperBound) {
        return true
      }
      start = found.lowerBound + 1
    }
    return false
  }

  private func isPartOfNumber(_ index: Int) -> Bool {
    if self[index].isASCIIDigit { return true }
    return [UInt8(ascii: "."), UInt8(ascii: ",")].contains(self[index]) && index > startIndex
      && self[index - 1].isASCIIDigit
  }

  private func continuesNumber(at index: Int) -> Bool {
    if self[index].isASCIIDigit { return true }
    return [UInt8(ascii: "."), UInt8(ascii: ",")].contains(self[index]) && index + 1 < endIndex
      && self[index + 1].isASCIIDigit
  }
}
