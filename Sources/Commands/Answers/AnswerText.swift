import Answering
import Library
import TextAnalysis

/// An answer as a person reads it: the words asked for, then each quotation with its source.
struct AnswerText {
  var typesetter: Typesetter

  func text(_ answered: AnsweredQuestion) -> String {
    let answer = answered.answer
    var text = verdict(answer)
    for index in answer.citations.indices {
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
      if !answer.citations.isEmpty { text += "\n" }
      let message = UserMessage.didYouMean(answered.corrections)
      text += typesetter.lines([StyledText(message.phrase.text(in: answer.language), .warning)])
    }
    return text
  }

  /// What is said before anything is quoted.
  private func verdict(_ answer: Answer) -> String {
    func line(_ message: UserMessage) -> String {
      typesetter.lines([StyledText(message.phrase.text(in: answer.language), .warning)])
    }
    var text = UserMessage.verdict(of: answer).map(line).joined()
    if let words = answer.headline {
      text += typesetter.lines([StyledText(words.readable, .headline)])
    }
    if let message = UserMessage(agreementOf: answer) { text += line(message) }
    return text
  }

  /// The quotation, indented, and its source on the next line.
  func citation(at index: Int, of answered: AnsweredQuestion) -> String {
    let citation = answered.answer.citations[index]
    let answer = answered.answer.markedRange(ofCitationAt: index)
    let label = "  [\(citation.rank)] "
    return typesetter.lines(
      CitationText.quotation(citation, answer: answer), first: "  ", indent: 2)
      + typesetter.lines(
        CitationText.origin(at: index, of: answered), first: label, indent: label.utf8.count)
  }
}
