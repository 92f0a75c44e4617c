import Corpus
import Glibc
import Library
import Model
import Platform
import Translation

/// Findings about the index and its sources.
extension Checkup {
  func look(at status: LibraryStatus) -> [Finding] {
    var findings: [Finding] = []
    if let folder = status.folder {
      let age = (try? FileInfo(path: "\(folder)/manifest")).map { info in
        Int((Int64(time(nil)) - info.modified / 1_000_000_000))
      }
      findings.append(Finding(.index, .fine, DoctorMessage.index(status, in: folder, age: age)))
      findings.append(
        status.changes.isEmpty
          ? Finding(.sources, .fine, IndexMessage.noChanges)
          : Finding(
            .sources, .advice, IndexMessage.changes(status.changes),
            remedy: Phrase(verbatim: "tanya index")))
    } else {
      findings.append(
        Finding(.index, .advice, DoctorMessage.builtIn, remedy: DoctorMessage.makeIndex))
    }
    findings += skipped(status.skipped)
    findings.append(Finding(.languages, .fine, DoctorMessage.languages(status.index)))
    return findings
  }

  /// Reports all skipped sources. Those that the user may want suggest an action: documents in
  /// unsupported formats, and files that are damaged or unreadable. Programs and pictures do not.
  private func skipped(_ skipped: [SkippedSource]) -> [Finding] {
    var convertible: [TextConverter: [SkippedSource]] = [:]
    var damaged: [SkippedSource] = []
    var rest: [SkippedSource] = []
    for source in skipped {
      switch source.reason {
      case .unsupportedFormat(let format):
        if let converter = TextConverter.all.first(where: { $0.formats.contains(format) }) {
          convertible[converter, default: []].append(source)
        } else {
          rest.append(source)
        }
      case .unreadable, .notUTF8, .tooLarge, .malformedLine, .damagedCompression,
        .changedWhileRead, .nestedTooDeeply, .unpacksTooLarge, .damaged, .encrypted, .noTextLayer,
        .helperMissing, .helperFailed, .unusableName, .cutOff, .partlyRead,
        .unsupportedEncoding:
        damaged.append(source)
      case .binary, .empty, .special, .symbolicLinkLoop: rest.append(source)
      }
    }
    var findings = TextConverter.all.compactMap { converter in
      convertible[converter].map { sources in
        Finding(
          .skipped, .advice, IndexMessage.skipped(sources).joined(separator: "; "),
          remedy: DoctorMessage.convert(
            converter.command(for: sources.first?.path ?? ""),
            package: converter.isInstalled(path: environment["PATH"] ?? "")
              ? nil : converter.package))
      }
    }
    findings += IndexMessage.skipped(damaged).map {
      Finding(.skipped, .advice, $0, remedy: DoctorMessage.seeSkipped)
    }
    return findings + IndexMessage.skipped(rest).map { Finding(.skipped, .fine, $0) }
  }
}

/// Findings about the dictionaries.
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
