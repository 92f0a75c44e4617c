import Answering
import Model
import Retrieval
import TextAnalysis

/// Formats the score of a passage as a small table.
enum ExplanationText {
  private static let header = ["term", "form", "tf", "df", "idf", "share", "score"]

  /// Returns a line for each term in descending order of contribution, then lines for the features
  /// of the text and for the length. Each line ends with a line feed.
  static func lines(_ explanation: Explanation) -> String {
    let parts = explanation.parts.sorted { $0.contribution > $1.contribution }
    let rows =
      [header]
      + parts.map {
        [
          VisibleText.line($0.term), $0.form.rawValue, "\($0.termFrequency)",
          "\($0.documentFrequency)", Quantity.decimal($0.idf), Quantity.decimal($0.share),
          Quantity.decimal($0.contribution),
        ]
      }
      + explanation.evidence.filter { $0.contribution > 0 }.map {
        [
          $0.name, "text", "", "", "", Quantity.decimal($0.value),
          Quantity.decimal($0.contribution),
        ]
      }
    let widths = header.indices.map { column in
      rows.map { DisplayWidth.columns(of: $0[column]) }.max() ?? 0
    }
    let length =
      "      length \(explanation.length) terms, mean \(Quantity.decimal(explanation.meanLength));"
      + " k1 \(Quantity.decimal(explanation.k1)), b \(Quantity.decimal(explanation.b));"
      + " sum \(Quantity.decimal(explanation.score))\n"
    return rows.map { row in
      var line = "      "
      for (column, cell) in row.enumerated() {
        let gap = String(repeating: " ", count: widths[column] - DisplayWidth.columns(of: cell))
        // Words are aligned left, numbers right.
        line += column == 0 ? cell + gap : "  " + (column == 1 ? cell + gap : gap + cell)
      }
      return line + "\n"
    }.joined() + length
  }
}

/// Formats the reasons for quoting a sentence, in two lines.
enum EvidenceText {
  /// Returns the sum of the points with its parts, then whether the sentence contains the kind of
  /// words that the question asks for.
  ///
  /// - Parameter answer: The words of that kind, if there are any.
  static func lines(
    _ evidence: SentenceEvidence, answer: String?, type: QuestionType, _ typesetter: Typesetter,
    in language: Language
  ) -> String {
    let parts = [
      (AnswerMessage.passage, evidence.passage), (AnswerMessage.words, evidence.coverage),
      (AnswerMessage.type, evidence.type), (AnswerMessage.position, evidence.position),
      (AnswerMessage.language, evidence.language),
    ]
    let sum = parts.filter { $0.1 != 0 }.map { part, points in
      "\(part.text(in: language)) \(Quantity.decimal(points))"
    }.joined(separator: ", ")
    let score = AnswerMessage.sentence(Quantity.decimal(evidence.score))
    let test = AnswerMessage.test(
      type.rawValue, evidence.test, words: answer.map { VisibleText.line($0) })
    return ["\(score.text(in: language)) \(sum)", test.text(in: language)].map {
      typesetter.lines([StyledText($0)], first: "      ", indent: 8)
    }.joined()
  }
}
