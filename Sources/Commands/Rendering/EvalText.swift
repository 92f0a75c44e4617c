import Answering
import Evaluation
import Model
import Retrieval
import TextAnalysis

/// Formats a scored run for people: figures, failures, changes and thresholds.
struct EvalText {
  var result: EvalResult
  var typesetter: Typesetter
  /// The number of failed questions to show.
  var failures: Int
  var language = Language.spoken

  var text: String {
    let sections =
      [
        said(EvalMessage.header(result.report)),
        EvalTable.text(result.report, width: typesetter.width),
      ] + [calibration, unseen, failed, comparison, thresholds]
    return sections.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// The share of right answers by support.
  private var calibration: String {
    let points = result.report.figures.calibration
    guard points.count > 1 else { return "" }
    return said(EvalMessage.calibration)
      + TextTable.lines(
        [
          (EvalMessage.answered, \CalibrationPoint.answered), (EvalMessage.right, \.right),
          (EvalMessage.support, \.support),
        ].map { name, figure in
          ["  " + name.text(in: language)]
            + points.map { "  " + EvalTable.decimal($0[keyPath: figure], places: 3) }
        })
  }

  private var unseen: String {
    result.unseen.isEmpty
      ? "" : line("", EvalMessage.unseen(result.unseen).text(in: language))
  }

  // MARK: Failures

  private var failed: String {
    let failed = result.report.failures
    guard !failed.isEmpty else { return said(EvalMessage.noneFailed) }
    guard failures > 0 else { return "" }
    return said(EvalMessage.failed(failed.count, shown: failures))
      + failed.prefix(failures).map { "\n" + entry($0) }.joined()
  }

  private func entry(_ outcome: QuestionOutcome) -> String {
    let question = outcome.question
    let or = EvalMessage.or.text(in: language)
    var rows: [(Phrase, String)] = []
    switch question.expectation {
    case .answer(let answers):
      rows.append((EvalMessage.expected, answers.map { "“\($0)”" }.joined(separator: or)))
    case .none: rows.append((EvalMessage.expected, EvalMessage.noAnswer.text(in: language)))
    case .unknown: break
    }
    var found = outcome.answer.verdict.rawValue
    if let words = outcome.answer.text { found += ": “\(words)”" }
    if let rank = outcome.score?.snippetRank {
      found += EvalMessage.expectedInCitation(rank).text(in: language)
    }
    rows.append((EvalMessage.came, found))
    if let citation = outcome.answer.citations.first {
      rows.append(
        (EvalMessage.cited, "“\(citation.snippet)” \(CitationText.place(of: citation))"))
    }
    if let retrieval = outcome.retrieval {
      let names = question.relevantDocuments.keys.sorted().joined(separator: or)
      let place = EvalMessage.rank(retrieval.firstRank).text(in: language)
      rows.append((EvalMessage.place, "\(names): \(place)"))
    }
    return line("  ", name(of: outcome))
      + rows.map { label, words in
        let label = label.text(in: language)
        let gap = String(repeating: " ", count: max(2, 10 - label.utf8.count))
        return line("    \(label)\(gap)", words)
      }.joined()
  }

  private func line(_ label: String, _ words: String) -> String {
    typesetter.lines([StyledText(words)], first: label, indent: label.utf8.count)
  }

  private func said(_ message: Phrase) -> String { message.text(in: language) + "\n" }

  /// Returns the question, preceded by its id if the two differ.
  private func name(of outcome: QuestionOutcome) -> String {
    let question = outcome.question
    return question.id == question.text ? question.text : "\(question.id)  \(question.text)"
  }

  // MARK: Changes

  private var comparison: String {
    guard let comparison = result.comparison else { return "" }
    let changes = comparison.changes.filter { $0.before != $0.after }
    var text = said(EvalMessage.comparison)
    if changes.isEmpty && comparison.gained.isEmpty && comparison.lost.isEmpty {
      text += "  " + said(EvalMessage.unchanged)
    }
    text += EvalTable.text(changes)
    for (word, outcomes) in [
      (EvalMessage.gained, comparison.gained), (EvalMessage.lost, comparison.lost),
      (EvalMessage.added, comparison.added),
    ] where !outcomes.isEmpty {
      text += counted(word, outcomes.count)
      text += outcomes.map { line("    ", name(of: $0)) }.joined()
    }
    if comparison.removed > 0 { text += counted(EvalMessage.removed, comparison.removed) }
    return text
  }

  private func counted(_ word: Phrase, _ count: Int) -> String {
    said(
      Phrase(verbatim: "  ") + word + Phrase(verbatim: ": ") + Quantity.count(count, .question))
  }

  // MARK: Thresholds

  private var thresholds: String {
    result.thresholds.map { result in
      let threshold = result.threshold
      let found = EvalTable.decimal(result.found, places: threshold.measure.places)
      return said(
        EvalMessage.verdict(isMet: result.isMet) + Phrase(verbatim: "  \(threshold): \(found)"))
    }.joined()
  }
}
