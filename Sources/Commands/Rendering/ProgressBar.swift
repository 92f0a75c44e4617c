import Glibc
import Indexing
import Model
import Platform
import TextAnalysis

/// A progress bar for an indexing run, drawn on standard error.
struct ProgressBar: Sendable {
  private let clock = Stopwatch()
  private let isShown: Bool
  private let width: Int
  private var lastDrawn = 0.0
  /// The time when merging began, in seconds since the start; nil before merging.
  private var mergeStart: Double?

  /// The time before the bar is first drawn, in seconds.
  private static let patience = 0.5
  /// The minimum time between two drawings, in seconds.
  private static let interval = 0.1

  init(isShown: Bool, width: Int) {
    self.isShown = isShown
    self.width = width
  }

  mutating func update(_ progress: IndexProgress) {
    let seconds = clock.seconds
    if progress.passagesToMerge > 0, progress.passagesMerged == 0 || mergeStart == nil {
      mergeStart = seconds
    }
    guard isShown, seconds > Self.patience, seconds - lastDrawn > Self.interval else { return }
    lastDrawn = seconds
    draw(
      "\r" + Self.line(progress, seconds: seconds - (mergeStart ?? 0), width: width) + "\u{1B}[K")
  }

  /// Removes the bar.
  mutating func finish() {
    if lastDrawn > 0 { draw("\r\u{1B}[K") }
    lastDrawn = 0
  }

  private func draw(_ text: String) {
    var output = Output(descriptor: STDERR_FILENO)
    output.append(text)
    try? output.flush()
  }

  /// Returns the bar with the progress in words; only the words if the width leaves no room for a
  /// bar.
  ///
  /// - Parameter seconds: The time in seconds since reading began, or since merging began.
  static func line(
    _ progress: IndexProgress, seconds: Double, width: Int, in language: Language = .spoken
  ) -> String {
    let isMerging = progress.passagesToMerge > 0
    let (done, all) =
      isMerging
      ? (progress.passagesMerged, progress.passagesToMerge)
      : (progress.bytesRead, progress.bytesTotal)
    let share = min(1, Double(done) / Double(max(1, all)))
    let perSecond = Int(Double(done) / max(seconds, 0.001))
    let left = share > 0.02 ? Int((seconds / share - seconds).rounded(.up)) : nil
    let percent = Int(share * 100)
    func message(perSecond: Int?) -> String {
      let phrase =
        isMerging
        ? IndexMessage.merging(percent: percent, perSecond: perSecond, secondsLeft: left)
        : IndexMessage.progress(
          percent: percent, documents: progress.documents, bytesPerSecond: perSecond,
          secondsLeft: left)
      return " " + phrase.text(in: language)
    }
    let whole = message(perSecond: perSecond)
    let text = whole.utf8.count <= width ? whole : message(perSecond: nil)
    let room = min(40, width - text.utf8.count - 3)
    guard room >= 10 else { return text }
    let filled = Int(share * Double(room))
    return "[" + String(repeating: "#", count: filled)
      + String(repeating: "-", count: room - filled) + "]" + text
  }
}
