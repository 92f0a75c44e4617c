import Answering
import Model
import TextAnalysis

/// What spoke for quoting a sentence, in two lines.
enum EvidenceText {
  /// The points and their sum, then whether the kind of words asked for was found.
  ///
  /// - Parameter answer: the words of that kind, where there are any.
  static func lines(
    _ evidence: SentenceEvidence, answer: String?, type: QuestionType, _ typesetter: Typesetter,
    in language: Language
  ) -> String {
    let parts = [
      (EvidenceMessage.passage, evidence.passage), (.words, evidence.coverage),
      (.type, evidence.type), (.position, evidence.position), (.language, evidence.language),
    ]
    let sum = parts.filter { $0.1 != 0 }.map { part, points in
      "\(part.phrase.text(in: language)) \(ExplanationText.decimal(points))"
    }.joined(separator: ", ")
    let score = EvidenceMessage.sentence(ExplanationText.decimal(evidence.score))
    let test = EvidenceMessage.test(
      type.rawValue, evidence.test, answer.map { VisibleText.line($0) })
    return ["\(score.phrase.text(in: language)) \(sum)", test.phrase.text(in: language)].map {
      typesetter.lines([StyledText($0)], first: "      ", indent: 8)
    }.joined()
  }
}
