import Retrieval
import TextAnalysis

/// The agreement of sources on the value that answers a question.
public struct Agreement: Sendable, Equatable {
  /// A value, identified by the citations that give it: ascending indices of `Answer.citations`,
  /// each of a different document.
  public struct Value: Sendable, Equatable {
    public var citations: [Int]

    public init(citations: [Int]) { self.citations = citations }
  }

  /// The values, in the order of their first citations. There is more than one if the sources
  /// differ.
  public var values: [Value]

  public init(values: [Value]) { self.values = values }

  public var isConflict: Bool { values.count > 1 }
}

/// Compares the values that the chosen sentences give for one question.
///
/// A wrong claim that sources contradict each other is worse than none, so sentences are compared
/// only if they answer the same question: they come from different documents, contain the words of
/// the question that the first one contains, and each gives a value that is certainly of the kind
/// asked for.
struct AgreementFinder {
  let evidence: EvidenceReader

  /// The value that a chosen sentence gives.
  private struct Testimony {
    var value: GivenValue
    /// The confidence that it is of the kind asked for.
    var confidence: Double
    /// The strength of each term in the quotation, title and headings.
    var support: [Double]
    /// A Boolean value that indicates whether the sentence with the value contains every word of
    /// the question.
    var isWhole: Bool
    /// The number of names in that sentence that are neither the question's nor the value.
    var otherNames: Int
    /// All of its dates and amounts.
    var mentioned: [GivenValue]
    var years: Set<Int>
  }

  /// The minimum confidence of a value that is compared.
  private static let leastConfidence = 0.8
  /// The minimum share of the question that agreeing sources must contain.
  private static let leastSupport = 0.6

  /// Returns the agreement of the choices, or nil if there is nothing to compare.
  ///
  /// - Parameters:
  ///   - choices: The chosen sentences.
  ///   - answers: The words that answer in each choice, as ranges of its passage.
  func agreement(of choices: [CitationChooser.Choice], answers: [AnswerSpan?]) -> Agreement? {
    guard !choices.isEmpty, let first = testimony(0, choices, answers) else { return nil }
    var agreeing = [0]
    var differing: [(testimony: Testimony, citations: [Int])] = []
    var documents: Set<String> = [document(of: choices[0])]
    for index in choices.indices.dropFirst() where !documents.contains(document(of: choices[index]))
    {
      guard let other = testimony(index, choices, answers), answersSame(first, other) else {
        continue
      }
      switch first.value.compared(with: other.value) {
      case .unclear: continue
      case .same: agreeing.append(index)
      case .different:
        guard contradicts(first, other) else { continue }
        let known = differing.firstIndex {
          $0.testimony.value.compared(with: other.value) == .same
        }
        if let known {
          differing[known].citations.append(index)
        } else {
          differing.append((other, [index]))
        }
      }
      documents.insert(document(of: choices[index]))
    }
    guard agreeing.count > 1 || !differing.isEmpty else { return nil }
    return Agreement(
      values: ([agreeing] + differing.map(\.citations)).map(Agreement.Value.init(citations:)))
  }

  private func document(of choice: CitationChooser.Choice) -> String {
    evidence.passages[choice.candidate.passage].passage.document.id
  }

  private func testimony(
    _ index: Int, _ choices: [CitationChooser.Choice], _ answers: [AnswerSpan?]
  ) -> Testimony? {
    guard let answer = answers[index], answer.confidence >= Self.leastConfidence else { return nil }
    let choice = choices[index]
    let passage = evidence.passages[choice.candidate.passage]
    let quoted = passage.support(in: choice.range)
    let support = quoted.indices.map { max(quoted[$0], passage.context[$0]) }
    let sentence =
      passage.sentences.first { $0.contains(answer.range.lowerBound) } ?? choice.range
    let text = ScannedText(passage.bytes, range: sentence, language: passage.passage.language)
    guard let value = value(answer, in: text), !isBroken(answer.range, in: text),
      evidence.share({ support[$0] }) >= Self.leastSupport
    else { return nil }
    let dates = DateRecognizer.mentions(in: text)
    let amounts = QuantityRecognizer.mentions(in: text, taken: dates.words)
    let matches = passage.matches(in: sentence)
    let names = NameRecognizer.mentions(in: text).filter { name in
      !name.isWeak && !name.range.overlaps(answer.range)
        && !matches.contains { $0.range.overlaps(name.range) }
    }
    return Testimony(
      value: value, confidence: answer.confidence, support: support,
      isWhole: passage.support(in: sentence).allSatisfy { $0 > 0 }, otherNames: names.count,
      mentioned: (dates.mentions + amounts).compactMap(GivenValue.init),
      years: Set(
        dates.mentions.compactMap {
          guard case .date(let date) = $0.value else { return nil }
          return date.year
        }))
  }

  /// Returns whether another number is adjacent, as in a list or in `5, 1 juta`, so that the end
  /// of either is uncertain.
  private func isBroken(_ range: Range<Int>, in text: ScannedText) -> Bool {
    guard let first = text.words.firstIndex(where: { $0.range.overlaps(range) }),
      let last = text.words.lastIndex(where: { $0.range.overlaps(range) })
    else { return true }
    let isBefore =
      first > 0 && text.words[first].isNumber && text.words[first - 1].isNumber
    let isBehind =
      last + 1 < text.words.count && text.words[last].isNumber && text.words[last + 1].isNumber
    return isBefore || isBehind
  }

  private func value(_ answer: AnswerSpan, in text: ScannedText) -> GivenValue? {
    switch evidence.expected.type {
    case .number, .money, .percentage, .duration, .date: answer.mention.flatMap(GivenValue.init)
    case .person, .organization, .place:
      evidence.expected.form == .description
        ? nil : .name(text.words.filter { answer.range.overlaps($0.range) }.map(\.key))
    default: nil
    }
  }

  /// Returns whether the second testimony contains the first one's words of the question.
  private func answersSame(_ first: Testimony, _ other: Testimony) -> Bool {
    first.support.indices.allSatisfy { first.support[$0] == 0 || other.support[$0] > 0 }
  }

  /// Returns whether two different values must be about the same thing.
  private func contradicts(_ first: Testimony, _ other: Testimony) -> Bool {
    let terms = evidence.question.terms
    // A name shows that both are about the same thing, and another word shows what is said of it.
    guard terms.contains(where: { $0.isEntity && !$0.isNumber }),
      terms.contains(where: { !$0.isEntity && !$0.isFocus }),
      first.isWhole, other.isWhole, first.confidence >= 1, other.confidence >= 1,
      max(first.otherNames, other.otherNames) <= 1
    else { return false }
    // A source that gives both values does not contradict the other.
    func gives(_ testimony: Testimony, _ value: GivenValue) -> Bool {
      testimony.mentioned.contains { $0.compared(with: value) == .same }
    }
    guard !gives(first, other.value), !gives(other, first.value) else { return false }
    // Values of different years may differ.
    guard evidence.expected.type != .date else { return true }
    return first.years.isEmpty || other.years.isEmpty || !first.years.isDisjoint(with: other.years)
  }
}

extension GivenValue {
  init?(_ mention: Mention) {
    guard !mention.isOrdinal, !mention.hasUnit || mention.unit != 0 else { return nil }
    switch mention.value {
    case .quantity(let value):
      guard mention.kind != .money || mention.unit != 0 else { return nil }
      self = .quantity(value, kind: mention.kind, unit: mention.unit)
    case .date(let date): self = .date(date)
    case .text: return nil
    }
  }
}
