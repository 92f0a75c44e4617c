import Library
import Platform
import Retrieval

/// The knowledge of a session about changes of its sources.
struct SessionFreshness: Sendable {
  /// The earliest time of the next check.
  fileprivate var next = ContinuousClock.now
  /// The changes that were reported last.
  fileprivate var reported: SourceChanges?

  /// The minimum time between two checks, and the minimum ratio of that time to the duration of a
  /// check.
  fileprivate static let interval = Duration.seconds(3)
  fileprivate static let share = 20
}

extension Session {
  /// Updates the index if few sources have changed, and otherwise reports the changes once. Checks
  /// are several seconds apart.
  mutating func refresh() throws(CommandError) {
    let start = ContinuousClock.now
    guard isInteractive, settings.isRefreshed, freshness.next <= start else { return }
    let library = library.current
    let patience = settings.patience
    let refreshment = try asking { () throws(IndexError) in
      try library.refresh(environment: .process, patience: patience)
    }
    switch refreshment {
    case .takenUp(let changes):
      try self.library.move(to: self.library.location)
      try renewScope()
      say(IndexMessage.takenUp(changes))
    case .pending(let changes):
      if freshness.reported != changes {
        say(IndexMessage.changes(changes) + SessionMessage.takeUp)
      }
      freshness.reported = changes
    case .current, .notLooked: freshness.reported = nil
    }
    let now = ContinuousClock.now
    let pause = start.duration(to: now) * SessionFreshness.share
    freshness.next = now.advanced(by: max(SessionFreshness.interval, pause))
  }

  /// Finds the documents of the scope again in a new state of the library, in which they may no
  /// longer exist.
  mutating func renewScope() throws(CommandError) {
    forgetReader()
    do throws(CommandError) {
      try setNarrowing(narrowing)
    } catch {
      try narrow(to: Narrowing())
    }
  }
}
