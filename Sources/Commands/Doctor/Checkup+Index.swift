import Corpus
import Glibc
import Library
import Platform

/// The index and what it was made of.
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

  /// What was left out although a person may want it: documents in formats that are not read, and
  /// what is damaged or cannot be read. Programs and pictures are left out on purpose.
  private func skipped(_ skipped: [SkippedSource]) -> [Finding] {
    var convertible: [TextConverter: [SkippedSource]] = [:]
    var damaged: [SkippedSource] = []
    for source in skipped {
      switch source.reason {
      case .unsupportedFormat(let format):
        if let converter = TextConverter.all.first(where: { $0.formats.contains(format) }) {
          convertible[converter, default: []].append(source)
        }
      case .unreadable, .notUTF8, .tooLarge, .malformedLine, .damagedCompression,
        .changedWhileRead, .nestedTooDeeply, .unpacksTooLarge, .damaged, .encrypted, .noTextLayer,
        .helperMissing, .helperFailed:
        damaged.append(source)
      case .binary, .empty, .special, .symbolicLinkLoop: break
      }
    }
    var findings = TextConverter.all.compactMap { converter in
      convertible[converter].map { sources in
        Finding(
          .skipped, .advice, IndexMessage.skipped(sources).joined(separator: "; "),
          remedy: DoctorMessage.convert(
            converter, isInstalled: converter.isInstalled(path: environment["PATH"] ?? ""),
            path: sources.first?.path ?? ""))
      }
    }
    findings += IndexMessage.skipped(damaged).map {
      Finding(.skipped, .advice, $0, remedy: DoctorMessage.seeSkipped)
    }
    return findings
  }
}
