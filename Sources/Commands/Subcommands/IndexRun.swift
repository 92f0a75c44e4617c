import Glibc
import Synchronization

/// An indexing run as a person sees it: progress, then what was done.
enum IndexRun {
  static func run(_ update: IndexUpdate, quiet: Bool) throws(CommandError) -> IndexingSummary {
    let bar = Mutex(
      ProgressBar(
        isShown: !quiet && Terminal.isTerminal(STDERR_FILENO),
        width: Terminal.textWidth(STDERR_FILENO, environment: .process)))
    defer { bar.withLock { $0.finish() } }
    return try library { () throws(LibraryError) in
      try updateIndex(update) { progress in bar.withLock { $0.update(progress) } }
    }
  }

  static func summary(_ summary: IndexingSummary, folder: String) -> String {
    let index = VisibleText.line(folder)
    var lines: [String]
    if summary.isUnchanged {
      lines = ["\(index) is up to date: \(holdings(summary))."]
    } else {
      lines = [
        "Indexed \(holdings(summary)) in \(Quantity.seconds(summary.seconds))"
          + " into \(index) (\(Quantity.bytes(summary.bytes)))."
      ]
    }
    if !summary.skipped.isEmpty {
      lines.append("Skipped \(Quantity.count(summary.skipped.count, "source")):")
      lines += SkippedText.lines(summary.skipped).map { "  " + $0 }
    }
    return lines.joined(separator: "\n")
  }

  private static func holdings(_ summary: IndexingSummary) -> String {
    Quantity.count(summary.documents, "document") + ", "
      + Quantity.count(summary.passages, "passage")
  }
}
