import Answering
import Library
import Model
import Retrieval

/// Formats answers as tab-separated values: a line for each citation, or one without a place if
/// nothing is cited.
enum AnswerTable {
  private static let columns = [
    "id", "verdict", "answer", "rank", "source", "lines", "title", "author", "date", "snippet",
    "document", "score", "question",
  ]

  static let header = TabSeparatedText.row(columns)

  static func rows(_ answered: AnsweredQuestion) -> String {
    let answer = answered.answer
    let common = [answered.id ?? "", answer.verdict.rawValue, answer.headline ?? ""]
    guard !answer.citations.isEmpty else {
      let cited = Array(repeating: "", count: columns.count - common.count - 1)
      return TabSeparatedText.row(common + cited + [answer.question])
    }
    return answer.citations.map { citation in
      let document = citation.passage.document
      return TabSeparatedText.row(
        common + [
          "\(citation.rank)", document.source,
          PlaceText.short(citation)
            ?? citation.fileLines.map { "\($0.lowerBound)-\($0.upperBound)" } ?? "",
          document.title?.value ?? "", document.author?.value ?? "", document.date?.value ?? "",
          citation.snippet, document.id, "\(citation.score)", answer.question,
        ])
    }.joined()
  }
}
