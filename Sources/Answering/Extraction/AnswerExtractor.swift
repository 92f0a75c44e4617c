import Model
import Retrieval
import TextAnalysis

/// Extracts the words that answer a question from a sentence.
struct AnswerExtractor {
  let question: QuestionTerms
  let expected: ExpectedAnswer

  /// Returns the answer in `passage.bytes[range]`, or nil if there is none. Words of the question
  /// itself are never the answer.
  func answer(in passage: PassageEvidence, range: Range<Int>) -> AnswerSpan? {
    // Only types with a recognizable form are worth scanning the sentence for.
    guard expected.type.hasForm else { return nil }
    let sentence = sentence(in: passage, range: range)
    var answer: AnswerSpan? =
      switch expected.type {
      case .number, .money, .percentage, .duration: sentence.quantity()
      case .date: sentence.date()
      case .person:
        expected.form == .description ? sentence.description() : sentence.name(as: .person)
      case .organization: sentence.name(as: .organization)
      case .place: sentence.name(as: .place)
      case .choice: sentence.choice()
      case .acronym: sentence.acronym()
      case .definition: sentence.definition()
      case .reason: sentence.reason()
      case .method, .yesNo, .other: nil
      }
    // Words that were found by their form alone have no nearness yet.
    if let found = answer, found.closeness == 0 {
      answer?.closeness = sentence.closeness(of: found.range)
    }
    return answer
  }

  /// Returns the likeliest phrase of a sentence for a type that a form does not identify, or nil if
  /// only the sentence can be quoted.
  func phrase(in passage: PassageEvidence, range: Range<Int>) -> AnswerSpan? {
    switch expected.type {
    case .choice, .other, .method, .definition, .reason:
      return sentence(in: passage, range: range).phrase()
    case .yesNo:
      // *Apakah* also asks *what*.
      guard passage.passage.language == .indonesian else { return nil }
      return sentence(in: passage, range: range).phrase()
    case .number, .money, .percentage, .duration, .date, .person, .organization, .place, .acronym:
      return nil
    }
  }

  /// Returns a range of a passage as a sentence with the question's words.
  func sentence(in passage: PassageEvidence, range: Range<Int>) -> MatchedSentence {
    var sentence = MatchedSentence(
      text: ScannedText(passage.bytes, range: range, language: passage.passage.language),
      range: range, matches: passage.matchesAndReferences(in: range), question: question,
      expected: expected)
    if expected.type == .person,
      let index = passage.sentences.firstIndex(where: { $0.overlaps(range) })
    {
      sentence.isRoleIntroduced = question.terms.indices.contains { term in
        question.terms[term].isRole
          && (passage.leadIn(of: index).map { passage.support(ofTerm: term, inSentence: $0) > 0 }
            ?? false
            || passage.context[term] > 0)
      }
    }
    return sentence
  }
}
