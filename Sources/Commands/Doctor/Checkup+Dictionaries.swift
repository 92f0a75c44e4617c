import Library
import Translation

/// What questions are translated with.
extension Checkup {
  func look(at report: DictionaryReport) -> [Finding] {
    var findings = report.entries.map { entry in
      let outcome = entry.outcome
      let area: Finding.Area =
        entry.dictionary.kind == .userGlossary ? .glossary : .dictionaries
      let fact = DictionaryMessage.phrase(entry)
      if outcome.problem != nil {
        return Finding(area, .problem, fact, remedy: DictionaryMessage.remedy(entry))
      }
      return Finding(area, outcome.refusedLineCount > 0 ? .problem : .fine, fact)
    }
    findings += report.additions.map { addition in
      Finding(
        .dictionaries, .advice, DictionaryMessage.missing(addition),
        remedy: DictionaryMessage.remedy(addition))
    }
    if report.tablePath == nil {
      findings.append(Finding(.dictionaries, .advice, DictionaryMessage.notKept))
    }
    let hasGlossary = report.entries.contains { $0.dictionary.kind == .userGlossary }
    if !hasGlossary, case .folder(let folder) = location {
      findings.append(Finding(.glossary, .fine, DictionaryMessage.noGlossary(in: folder)))
    }
    return findings
  }
}
