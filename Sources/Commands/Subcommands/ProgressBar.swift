import Glibc
import Indexing
import TextAnalysis

/// How far an indexing run has come, on a terminal's standard error.
struct ProgressBar: Sendable {
  private let clock = Stopwatch()
  private let isShown: Bool
  private let width: Int
  private var lastDrawn = 0.0

  /// Seconds before anything is drawn, and between two drawings.
  private static let patience = 0.5
  private static let interval = 0.1

  init(isShown: Bool, width: Int) {
    self.isShown = isShown
    self.width = width
  }

  mutating func update(_ progress: IndexProgress) {
    let seconds = clock.seconds
    guard isShown, seconds > Self.patience, seconds - lastDrawn > Self.interval else { return }
    lastDrawn = seconds
    draw("\r" + Self.line(progress, seconds: seconds, width: width) + "\u{1B}[K")
  }

  /// Takes the bar away.
  mutating func finish() {
    if lastDrawn > 0 { draw("\r\u{1B}[K") }
    lastDrawn = 0
  }

  private func draw(_ text: String) {
    var output = Output(descriptor: STDERR_FILENO)
    output.append(text)
    try? output.flush()
  }

  static func line(
    _ progress: IndexProgress, seconds: Double, width: Int, in language: Language = .spoken
  ) -> String {
    let share = min(1, Double(progress.bytesRead) / Double(max(1, progress.bytesTotal)))
    let left = share > 0.02 ? Int((seconds / share - seconds).rounded(.up)) : nil
    let text =
      " "
      + IndexMessage.progress(
        percent: Int(share * 100), documents: progress.documents, secondsLeft: left
      ).text(in: language)
    let room = min(40, width - text.utf8.count - 3)
    guard room >= 10 else { return text }
    let filled = Int(share * Double(room))
    return "[" + String(repeating: "#", count: filled)
      + String(repeating: "-", count: room - filled) + "]" + text
  }
}
