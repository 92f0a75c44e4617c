import Answering
import Library
import Model
import TextAnalysis

/// Formats an answer for people: the words asked for, then each quotation with its source.
struct AnswerText {
  var typesetter: Typesetter

  func text(_ answered: AnsweredQuestion) -> String {
    let answer = answered.answer
    var text = verdict(answered)
    for index in answer.quoted.indices {
      if !text.isEmpty { text += "\n" }
      text += citation(at: index, of: answered)
      if answered.explanations.indices.contains(index),
        let explanation = answered.explanations[index]
      {
        text += ExplanationText.lines(explanation)
      }
      if index < answered.explanations.count, let evidence = answer.citations[index].evidence {
        text += EvidenceText.lines(
          evidence, answer: answer.citations[index].answerText, type: answer.type,
          typesetter, in: answer.language)
      }
    }
    if !answered.corrections.isEmpty {
      if !answer.quoted.isEmpty { text += "\n" }
      text += line(AnswerMessage.didYouMean(answered.corrections), answer)
    }
    return text
  }

  /// Returns the text before the quotations.
  private func verdict(_ answered: AnsweredQuestion) -> String {
    let answer = answered.answer
    var text = AnswerMessage.verdict(of: answered).map { line($0, answer) }.joined()
    if let words = answer.headline {
      text += typesetter.lines([StyledText(words.readable, .headline)])
    }
    if let message = AnswerMessage.agreement(of: answer) { text += line(message, answer) }
    return text
  }

  private func line(_ message: Phrase, _ answer: Answer) -> String {
    typesetter.lines([StyledText(message.text(in: answer.language), .warning)])
  }

  /// Returns a quotation, indented, with its source on the next line.
  func citation(at index: Int, of answered: AnsweredQuestion) -> String {
    let citation = answered.answer.quoted[index]
    let answer = answered.answer.markedRange(ofCitationAt: index)
    let label = "  [\(citation.rank)] "
    let context = citation.context.map {
      typesetter.lines([StyledText($0.text.readable, .quiet)], first: "  ", indent: 2)
    }
    return context.joined()
      + typesetter.lines(
        CitationText.quotation(citation, answer: answer), first: "  ", indent: 2)
      + typesetter.lines(
        CitationText.origin(at: index, of: answered), first: label, indent: label.utf8.count)
  }
}

extension Answer {
  /// Returns the range of the words that are marked as the answer: in the first snippet those asked
  /// for, and in the others those compared with them.
  func markedRange(ofCitationAt index: Int) -> Range<Int>? {
    if index == 0 { return isCertain ? answerRange : nil }
    let isCompared = agreement?.values.contains { $0.citations.contains(index) } ?? false
    return isCompared ? citations[index].answer : nil
  }
}
