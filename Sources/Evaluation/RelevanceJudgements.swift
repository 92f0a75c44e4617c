/// Judgements about which documents answer which questions.
///
/// Each line has a question id, a document id and a grade, separated by tabs, as in the BEIR
/// collections (Thakur et al. 2021). Other lines, such as a header, are ignored.
public struct RelevanceJudgements: Sendable, Equatable {
  /// The grades, by question id and document id.
  public private(set) var grades: [String: [String: Int]] = [:]

  public init(parsing text: [UInt8]) {
    for line in text.split(separator: UInt8(ascii: "\n")) {
      let cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      guard cells.count >= 3, let grade = Int(cells[2].filter { $0 != "\r" }) else { continue }
      grades[cells[0], default: [:]][cells[1]] = grade
    }
  }

  /// Returns the questions, each with the documents that are judged for it.
  public func judging(_ questions: [EvaluationQuestion]) -> [EvaluationQuestion] {
    questions.map { question in
      var question = question
      question.documents.merge(grades[question.id] ?? [:]) { $1 }
      return question
    }
  }
}
