import Answering
import Retrieval

/// Answers as tab-separated values: one line per citation, one without a place where there is none.
enum AnswerTable {
  static let header = "id\tverdict\tanswer\trank\tsource\tlines\ttitle\tauthor\tdate\tsnippet\n"

  static func rows(_ answered: AnsweredQuestion) -> String {
    let answer = answered.answer
    let common = [answered.id ?? "", answer.verdict.rawValue, answer.text ?? ""]
    guard !answer.citations.isEmpty else { return row(common + Array(repeating: "", count: 7)) }
    return answer.citations.map { citation in
      let document = citation.passage.document
      return row(
        common + [
          "\(citation.rank)", document.source,
          "\(citation.lines.lowerBound)-\(citation.lines.upperBound)",
          document.title?.value ?? "", document.author?.value ?? "", document.date?.value ?? "",
          citation.snippet,
        ])
    }.joined()
  }

  /// A line; tabs and line breaks within a value would be taken for its ends, so they are spaces.
  static func row(_ values: [String]) -> String {
    values.map(VisibleText.line).joined(separator: "\t") + "\n"
  }
}
