import Answering
import Evaluation
import Retrieval

/// A scored run for people: the table, what failed, what changed, what was missed.
struct EvalText {
  var result: EvalResult
  var typesetter: Typesetter
  /// Failed questions that are shown.
  var failures: Int

  var text: String {
    let sections =
      [header, EvalTable.text(result.report, width: typesetter.width)]
      + [unseen, failed, comparison, thresholds]
    return sections.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private var header: String {
    let report = result.report
    var text =
      Quantity.count(report.outcomes.count, "question") + ": "
      + "\(Quantity.grouped(report.figures.answerable)) with an answer, "
      + "\(Quantity.grouped(report.figures.unanswerable)) without, "
      + "\(Quantity.grouped(report.figures.judged)) with known documents"
    if report.unscored > 0 {
      text += "; nothing is expected of \(Quantity.grouped(report.unscored))"
    }
    return text + "\n"
  }

  private var unseen: String {
    let unseen = result.unseen
    guard !unseen.isEmpty else { return "" }
    let names = unseen.prefix(3).joined(separator: ", ") + (unseen.count > 3 ? ", …" : "")
    return line(
      "",
      "\(Quantity.count(unseen.count, "expected document")) came up for no question"
        + " (\(names)): are these their ids?")
  }

  // MARK: What failed

  private var failed: String {
    let failed = result.report.failures
    guard !failed.isEmpty else { return "All came out as expected.\n" }
    guard failures > 0 else { return "" }
    var text = Quantity.count(failed.count, "question") + " failed"
    text += failed.count > failures ? "; the first \(failures):\n" : ":\n"
    return text + failed.prefix(failures).map { "\n" + entry($0) }.joined()
  }

  private func entry(_ outcome: QuestionOutcome) -> String {
    let question = outcome.question
    var text = line("  ", name(of: outcome))
    switch question.expectation {
    case .answer(let answers):
      text += line("    expected  ", answers.map { "“\($0)”" }.joined(separator: " or "))
    case .none: text += line("    expected  ", "no answer")
    case .unknown: break
    }
    var found = outcome.answer.verdict.rawValue
    if let words = outcome.answer.text { found += ": “\(words)”" }
    if let rank = outcome.score?.snippetRank { found += "; expected in citation [\(rank)]" }
    text += line("    came      ", found)
    if let citation = outcome.answer.citations.first {
      text += line(
        "    cited     ", "“\(citation.snippet)” \(CitationText.place(of: citation))")
    }
    if let retrieval = outcome.retrieval {
      let names = question.relevantDocuments.keys.sorted().joined(separator: " or ")
      let place =
        retrieval.firstRank.map { "document \($0) of the ranking" }
        ?? "not among the first \(RetrievalScore.depth) documents"
      text += line("    where     ", "\(names): \(place)")
    }
    return text
  }

  private func line(_ label: String, _ words: String) -> String {
    typesetter.lines([StyledText(words)], first: label, indent: label.utf8.count)
  }

  /// The question, and its id where that is another.
  private func name(of outcome: QuestionOutcome) -> String {
    let question = outcome.question
    return question.id == question.text ? question.text : "\(question.id)  \(question.text)"
  }

  // MARK: What changed

  private var comparison: String {
    guard let comparison = result.comparison else { return "" }
    let changes = comparison.changes.filter { $0.before != $0.after }
    var text = "Since the earlier run:\n"
    if changes.isEmpty && comparison.gained.isEmpty && comparison.lost.isEmpty {
      text += "  every figure and every question is as it was\n"
    }
    text += EvalTable.text(changes)
    for (word, outcomes) in [
      ("gained", comparison.gained), ("lost", comparison.lost), ("new", comparison.added),
    ] where !outcomes.isEmpty {
      text += "  \(word): \(Quantity.count(outcomes.count, "question"))\n"
      text += outcomes.map { line("    ", name(of: $0)) }.joined()
    }
    if comparison.removed > 0 {
      text += "  no longer asked: \(Quantity.count(comparison.removed, "question"))\n"
    }
    return text
  }

  // MARK: Thresholds

  private var thresholds: String {
    result.thresholds.map { result in
      let threshold = result.threshold
      let found = EvalTable.decimal(result.found, places: threshold.measure.places)
      return "\(result.isMet ? "met" : "MISSED")  \(threshold): \(found)\n"
    }.joined()
  }
}
